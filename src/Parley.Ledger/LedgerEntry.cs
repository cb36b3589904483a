namespace Parley.Ledger;

/// <summary>
/// A record that a register keeps in the ledger's history beside what was read, such as a correction of a casualty record. The ledger
/// chains and verifies it like any other and does not look into it.
/// </summary>
/// <param name="Register">The register that knows what it means: lower-case letters, e.g. <c>casualties</c>.</param>
/// <param name="Kind">What it is within the register: lower-case letters and hyphens, e.g. <c>correction</c>.</param>
/// <param name="Id">What it is about.</param>
/// <param name="Json">Its canonical JSON in UTF-8, one object.</param>
public sealed record LedgerEntry(string Register, string Kind, string Id, ReadOnlyMemory<byte> Json)
{
    /// <summary>Stands between register and kind in the history; no kind of the ledger's own has it.</summary>
    internal const char Separator = '/';

    /// <summary>Number of the record in the history; 0 before it is appended.</summary>
    public long Sequence { get; init; }

    /// <summary>The kind as the history has it.</summary>
    internal string HistoryKind => $"{Register}{Separator}{Kind}";
}
