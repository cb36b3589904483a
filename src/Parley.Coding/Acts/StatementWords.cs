using System.Collections.Immutable;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;
using Parley.Resolution;

namespace Parley.Coding.Acts;

/// <summary>The words of one attribution: of its source, cue and content, and of the content without what others say in it.</summary>
internal sealed record StatementWords
{
    /// <summary>Index among the article's attributions.</summary>
    public required int Index { get; init; }

    public required Attribution Attribution { get; init; }

    public required ImmutableArray<TokenRange> Source { get; init; }

    public required ImmutableArray<TokenRange> Cue { get; init; }

    public required ImmutableArray<TokenRange> Content { get; init; }

    /// <summary>The content without the attributions that it holds: what the source says in its own name.</summary>
    public required ImmutableArray<TokenRange> Own { get; init; }

    /// <summary>The content without the sources and cues that it holds: what it is about.</summary>
    public required ImmutableArray<TokenRange> Topic { get; init; }

    /// <summary>Number of words in the content.</summary>
    public int ContentCount { get; private init; }

    public static ImmutableArray<StatementWords> Of(ArticleWords words, ResolvedArticle article)
    {
        var attributions = article.Attributed.Attributions;
        var children = attributions.Select((a, i) => (a.Parent, Index: i)).ToLookup(x => x.Parent, x => x.Index);
        return
        [
            .. attributions.Select((a, i) => new StatementWords
            {
                Index = i,
                ContentCount = Ranges(words, a.Content).Sum(range => range.Count),
                Attribution = a,
                Source = Ranges(words, a.Source),
                Cue = Ranges(words, a.Cue),
                Content = Ranges(words, a.Content),
                Topic = Without(Ranges(words, a.Content), [.. children[i].SelectMany(child => Ranges(words, [.. attributions[child].Source, .. attributions[child].Cue]))]),
                Own = Without(Ranges(words, a.Content), [.. children[i].Where(child => !IsEndorsed(words, article, i, child)).SelectMany(child => Extent(words, attributions[child]))]),
            }),
        ];
    }

    private static ImmutableArray<TokenRange> Extent(ArticleWords words, Attribution a) => Ranges(words, [.. a.Source, .. a.Cue, .. a.Content]);

    // Whoever speaks for his own side, or adds "as the president said", says in his own name what the others say.
    private static bool IsEndorsed(ArticleWords words, ResolvedArticle article, int outer, int inner)
    {
        var (speaker, quoted) = (article.Attributions[outer].Actor, article.Attributions[inner].Actor);
        if (speaker is { Kind: not (ActorKind.Outlet or ActorKind.Text), Country: { } country } && quoted?.Country == country &&
            article.Attributions[outer].Sourcing != Sourcing.Anonymous)
        {
            return true;
        }

        return Ranges(words, article.Attributed.Attributions[inner].Source) is [var source, ..] &&
            ((source.Start > 0 && words.Is(source.Start - 1, "as")) || (source.Start > 1 && words.Is(source.Start - 2, "as")));
    }

    private static ImmutableArray<TokenRange> Ranges(ArticleWords words, ImmutableArray<TextSpan> spans) =>
        [.. spans.Select(words.Within).Where(range => !range.IsEmpty)];

    /// <summary>The ranges without the holes.</summary>
    public static ImmutableArray<TokenRange> Without(ImmutableArray<TokenRange> ranges, List<TokenRange> holes)
    {
        if (holes.Count == 0)
        {
            return ranges;
        }

        holes.Sort((x, y) => x.Start.CompareTo(y.Start));
        var rest = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var range in ranges)
        {
            var start = range.Start;
            foreach (var hole in holes)
            {
                if (hole.End <= start || hole.Start >= range.End)
                {
                    continue;
                }

                if (hole.Start > start)
                {
                    rest.Add(new TokenRange(start, hole.Start));
                }

                start = Math.Max(start, hole.End);
            }

            if (start < range.End)
            {
                rest.Add(new TokenRange(start, range.End));
            }
        }

        return rest.ToImmutable();
    }
}
