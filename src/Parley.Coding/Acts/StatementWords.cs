using System.Collections.Immutable;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

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

    /// <summary>The words of the content.</summary>
    public int ContentCount => Content.Sum(range => range.Count);

    public static ImmutableArray<StatementWords> Of(ArticleWords words, ImmutableArray<Attribution> attributions)
    {
        var extents = attributions.Select(a => Ranges(words, [.. a.Source, .. a.Cue, .. a.Content])).ToArray();
        var children = attributions.Select((a, i) => (a.Parent, Index: i)).ToLookup(x => x.Parent, x => x.Index);
        return
        [
            .. attributions.Select((a, i) => new StatementWords
            {
                Index = i,
                Attribution = a,
                Source = Ranges(words, a.Source),
                Cue = Ranges(words, a.Cue),
                Content = Ranges(words, a.Content),
                Own = Without(Ranges(words, a.Content), [.. children[i].SelectMany(child => extents[child])]),
            }),
        ];
    }

    private static ImmutableArray<TokenRange> Ranges(ArticleWords words, ImmutableArray<TextSpan> spans) =>
        [.. spans.Select(words.Within).Where(range => !range.IsEmpty)];

    private static ImmutableArray<TokenRange> Without(ImmutableArray<TokenRange> ranges, List<TokenRange> holes)
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
