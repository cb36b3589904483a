namespace Parley.Ledger;

/// <summary>Something in a ledger that is not as it was recorded.</summary>
/// <param name="Sequence">Number of the record, or null if it is no single record's.</param>
/// <param name="Kind">What the record is, or null.</param>
/// <param name="Id">Id of the record, hash of the document or name of the table, or null.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record LedgerProblem(long? Sequence, string? Kind, string? Id, string Problem)
{
    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        var place = Sequence is { } number ? $"record {number}" : "ledger";
        return $"{place}{(Kind is null ? "" : $" ({Kind}{(Id is null ? "" : " " + Id)})")}: {Problem}";
    }
}
