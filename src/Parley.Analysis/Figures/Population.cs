using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Whom or what a figure counts, as a set of content words, some of them names.</summary>
internal sealed record Population(ImmutableHashSet<string> Words, ImmutableHashSet<string> Names)
{
    private const double Agreement = 0.5;

    private static readonly ImmutableHashSet<string> Anybody = [.. ContentWords.Of("people persons men women lives deaths")];

    /// <summary>The population of a figure; the words of its measure ("killed") and words for anybody say nothing about whom it counts.</summary>
    public static Population Of(Figure figure)
    {
        var words = figure.Of ?? "";
        return new Population(
            [.. ContentWords.Of(words).Except(Anybody).Except(ContentWords.Of(figure.Measure))], [.. ContentWords.NamesOf(words)]);
    }

    /// <summary>True if the figure says whom or what it counts.</summary>
    public bool IsStated => !Words.IsEmpty;

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
