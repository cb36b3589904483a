namespace Parley.Coding;

/// <summary>Files of the user's own that take the place of the tables that come with the program; null keeps the default.</summary>
public sealed record CodingTableFiles
{
    /// <summary>Issue taxonomy: rows <c>issue KEY NAME</c>, each followed by rows <c>PHRASE WEIGHT</c> (1 to 9), cells separated by tabs.</summary>
    public string? Issues { get; init; }

    /// <summary>Named accords: rows <c>NAME DATE PARTIES PHRASES</c>, added to those known.</summary>
    public string? Accords { get; init; }
}
