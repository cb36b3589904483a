using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Whom or what a figure counts, as a set of content words.</summary>
internal readonly record struct Population(ImmutableHashSet<string> Words)
{
    private const double Agreement = 0.5;

    public static Population Of(string? words) => new(ContentWords.Of(words ?? "").ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>True when at least half of the words of the shorter are in the longer; a figure that does not say agrees only with another such.</summary>
    public bool Agrees(Population other)
    {
        if (Words.IsEmpty || other.Words.IsEmpty)
        {
            return Words.IsEmpty && other.Words.IsEmpty;
        }

        return Words.Intersect(other.Words).Count >= Agreement * Math.Max(Words.Count, other.Words.Count);
    }

    /// <summary>True when they share a word.</summary>
    public bool Touches(Population other) => Words.Overlaps(other.Words);
}
