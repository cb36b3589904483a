namespace Parley.Ledger;

/// <summary>
/// A ledger cannot be opened, read or written: it is no ledger, comes from a newer Parley, is held by another program, is damaged,
/// or the disk failed. The message names the file and says what to do; it is meant for people.
/// </summary>
public sealed class LedgerException : Exception
{
    /// <summary>Tells what is wrong with which file.</summary>
    public LedgerException(string message)
        : base(message)
    {
    }

    /// <summary>Tells what is wrong with which file, and keeps what the store reported.</summary>
    public LedgerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
