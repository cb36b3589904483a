using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Whom or what a figure counts, as a set of content words, some of them names.</summary>
internal sealed record Population(ImmutableHashSet<string> Words, ImmutableHashSet<string> Names)
{
    private const double Agreement = 0.5;

    public static Population Of(string? words) => new(
        ContentWords.Of(words ?? "").ToImmutableHashSet(StringComparer.Ordinal), ContentWords.NamesOf(words ?? "").ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>
    /// True when at least half of the words of the longer are in the other and no name stands against another name;
    /// a figure that does not say whom it counts agrees only with another such.
    /// </summary>
    public bool Agrees(Population other)
    {
        if (Words.IsEmpty || other.Words.IsEmpty)
        {
            return Words.IsEmpty && other.Words.IsEmpty;
        }

        return Words.Intersect(other.Words).Count >= Agreement * Math.Max(Words.Count, other.Words.Count) &&
            (Names.Except(other.Words).IsEmpty || other.Names.Except(Words).IsEmpty);
    }
}
