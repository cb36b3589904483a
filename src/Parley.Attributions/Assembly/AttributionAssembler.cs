using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// Makes attributions of what finders and forms delivered: takes coordinated contents apart, trims them, drops doubles and contents that cross, and sets kind,
/// parent and order. The only place that decides on any of these.
/// </summary>
internal static class AttributionAssembler
{
    /// <summary>Levels of attributions in contents that are kept; reports have four or five, and a chain is recorded for each.</summary>
    private const int MaxDepth = 12;

    /// <summary>The attributions of an article, outer before inner, otherwise in text order of their content.</summary>
    public static ImmutableArray<Attribution> Assemble(ParsedArticle article, QuotationStructure quotations, IEnumerable<FoundAttribution> found)
    {
        var candidates = new List<Candidate>();
        foreach (var one in found.Where(f => !f.Content.IsDefaultOrEmpty).SelectMany(f => CoordinatedContents.Split(article, quotations, f)))
        {
            if (ContentTrimming.Trim(article, quotations, one.Content) is { IsEmpty: false } content)
            {
                candidates.Add(new Candidate(one with { Content = content }, Hull(content)));
            }
        }

        candidates.Sort(static (a, b) => a.CompareTo(b));
        var kept = DropDoublesAndCrossings(candidates);
        return Nest(article, quotations, kept);
    }

    private readonly record struct Candidate(FoundAttribution Found, TextSpan Hull) : IComparable<Candidate>
    {
        public TextSpan? Cue => Found.Cue.IsDefaultOrEmpty ? null : Found.Cue[0].Cover(Found.Cue[^1]);

        public int CompareTo(Candidate other)
        {
            var order = Hull.CompareTo(other.Hull);
            order = order != 0 ? order : (Cue?.Start ?? -1).CompareTo(other.Cue?.Start ?? -1);
            return order != 0 ? order : other.Found.Confidence.CompareTo(Found.Confidence);
        }

    }

    private static TextSpan Hull(ImmutableArray<TextSpan> spans) => spans[0].Cover(spans[^1]);

    // Of two candidates with one content the surer stays, unless each has a cue of its own; of two contents that cross likewise.
    private static List<Candidate> DropDoublesAndCrossings(List<Candidate> sorted)
    {
        var kept = new List<Candidate>(sorted.Count);
        var open = new List<int>();
        var dropped = new HashSet<int>();
        foreach (var candidate in sorted)
        {
            open.RemoveAll(k => kept[k].Hull.End <= candidate.Hull.Start || dropped.Contains(k));
            var lost = false;
            foreach (var k in open)
            {
                var other = kept[k];
                var same = other.Hull == candidate.Hull && (other.Cue is null || candidate.Cue is null || other.Cue == candidate.Cue);
                var crosses = other.Hull.Start < candidate.Hull.Start && other.Hull.End < candidate.Hull.End;
                var sameCue = candidate.Cue is { } cue && other.Cue == cue && other.Hull.Overlaps(candidate.Hull);
                if (!same && !crosses && !sameCue)
                {
                    continue;
                }

                if (other.Found.Confidence >= candidate.Found.Confidence)
                {
                    lost = true;
                    break;
                }

                dropped.Add(k);
            }

            if (!lost)
            {
                open.Add(kept.Count);
                kept.Add(candidate);
            }
        }

        return [.. kept.Where((_, k) => !dropped.Contains(k))];
    }

    private static ImmutableArray<Attribution> Nest(ParsedArticle article, QuotationStructure quotations, List<Candidate> kept)
    {
        var attributions = ImmutableArray.CreateBuilder<Attribution>(kept.Count);
        var around = new List<(TextSpan Hull, int Index, int Depth)>();
        foreach (var candidate in kept)
        {
            around.RemoveAll(a => a.Hull.End <= candidate.Hull.Start);
            int? parent = null;
            var depth = 0;
            foreach (var a in around)
            {
                if (Holds(a.Hull, candidate))
                {
                    (parent, depth) = (a.Index, a.Depth + 1);
                }
            }

            if (depth >= MaxDepth)
            {
                continue;
            }

            var found = candidate.Found;
            attributions.Add(new Attribution
            {
                Source = found.Source.IsDefault ? [] : found.Source,
                Cue = found.Cue.IsDefault ? [] : found.Cue,
                Content = found.Content,
                Kind = KindOfContent.Of(article, quotations, found, isOutermost: parent is null),
                Parent = parent,
                Confidence = Math.Clamp(found.Confidence, 0, 1),
                FoundBy = found.By,
            });
            around.Add((candidate.Hull, attributions.Count - 1, depth));
        }

        return attributions.DrainToImmutable();
    }

    // An inner attribution lies in the outer content with its cue; without a cue its content must be shorter.
    private static bool Holds(TextSpan outer, Candidate inner) =>
        outer.Contains(inner.Hull) && outer != inner.Hull && (inner.Cue is not { } cue || outer.Contains(cue));
}
