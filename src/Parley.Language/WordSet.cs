using System.Collections.Frozen;

namespace Parley.Language;

/// <summary>Makes sets of words that are looked up as they stand in a text, whatever the case of their letters, without making strings.</summary>
public static class WordSet
{
    /// <summary>The set of some words.</summary>
    /// <param name="words">The words, each parted from the next by one blank.</param>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
