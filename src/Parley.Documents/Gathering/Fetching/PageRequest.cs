namespace Parley.Documents.Gathering.Fetching;

/// <summary>What is asked of a server.</summary>
/// <param name="Address">An http or https address.</param>
public sealed record PageRequest(string Address)
{
    /// <summary>The <see cref="FetchedPage.ETag"/> of the state that is known already, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The <see cref="FetchedPage.LastModified"/> of that state, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>Whether and when each server on the way may be asked; null to ask at once.</summary>
    public Courtesy? Courtesy { get; init; }
}

/// <summary>What became of a request; exactly one of page and fault is not null.</summary>
/// <param name="Page">The page, or that it is unchanged.</param>
/// <param name="Fault">What went wrong.</param>
public sealed record FetchResult(FetchedPage? Page, Records.Fault? Fault)
{
    /// <summary>The server's last status code; null if none answered.</summary>
    public int? Status { get; init; }

    /// <summary>For how long the server asks to be left alone, from now; null if it says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
