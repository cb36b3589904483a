namespace Parley.Records;

/// <summary>A post and when it was held.</summary>
/// <param name="Title">The post.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
/// <param name="From">First day that is known; null if unknown.</param>
/// <param name="To">Last day that is known; null if unknown or still running.</param>
/// <param name="Basis">What tells it.</param>
public sealed record ActorRole(string Title, string? Country, DateOnly? From, DateOnly? To, RoleBasis Basis);

/// <summary>What tells that somebody holds a post.</summary>
public enum RoleBasis
{
    /// <summary>Reports that name it; the dates are those of the first and the last of them.</summary>
    Reports,

    /// <summary>A table of facts; the dates are those of the term.</summary>
    Table,
}
