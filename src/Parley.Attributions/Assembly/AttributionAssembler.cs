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
    private const int LongestAttribution = 300;

    /// <summary>Levels of attributions in contents that are kept; reports have four or five, and a chain is recorded for each.</summary>
    private const int MaxDepth = 12;

    /// <summary>The attributions of an article, outer before inner, otherwise in text order of their content.</summary>
    public static ImmutableArray<Attribution> Assemble(ParsedArticle article, QuotationStructure quotations, IEnumerable<FoundAttribution> found)
    {
        var candidates = new List<Candidate>();
        foreach (var one in DisputedClauses.Settle(article, quotations, [.. found]).Where(f => !f.Content.IsDefaultOrEmpty && !NoStatement.Is(article, quotations, f)).Select(f => PartsApart.Of(article, quotations, f)).SelectMany(f => CoordinatedContents.Split(article, quotations, f)))
        {
            if (ContentTrimming.Trim(article, quotations, one.Content) is { IsEmpty: false } content)
            {
                candidates.Add(new Candidate(one with { Content = content }, Hull(content)));
            }
        }

        Widen(candidates);
        candidates.Sort(static (a, b) => a.CompareTo(b));
        return Nest(article, quotations, WithoutEchoes(article, DropDoublesAndCrossings(candidates)));
    }

    private readonly record struct Candidate(FoundAttribution Found, TextSpan Hull) : IComparable<Candidate>
    {
        public TextSpan? Cue => Found.Cue.IsDefaultOrEmpty ? null : Found.Cue[0].Cover(Found.Cue[^1]);

        public bool HasSource => !Found.Source.IsDefaultOrEmpty;

        public int CompareTo(Candidate other)
        {
            var order = Hull.CompareTo(other.Hull);
            order = order != 0 ? order : (Cue?.Start ?? -1).CompareTo(other.Cue?.Start ?? -1);
            return order != 0 ? order : other.Found.Confidence.CompareTo(Found.Confidence);
        }
    }

    private static TextSpan Hull(ImmutableArray<TextSpan> spans) => spans[0].Cover(spans[^1]);

    // "The minister said X, according to the agency": both give X, but the agency gives what the minister said.
    private static void Widen(List<Candidate> candidates)
    {
        var byContent = candidates.Where(c => c.Cue is not null && !c.Found.Source.IsDefaultOrEmpty).ToLookup(c => c.Hull);
        for (var k = 0; k < candidates.Count; k++)
        {
            if (candidates[k] is not { Cue: { } outer, Hull: var hull } || outer.Start < hull.End || candidates[k].Found.Source.IsDefaultOrEmpty || candidates[k].Found.By == Rule.Dispute.Name)
            {
                continue;
            }

            foreach (var inner in byContent[hull])
            {
                var whole = inner.Cue!.Value.Cover(inner.Found.Source[0]).Cover(inner.Found.Source[^1]);
                if (inner.Cue != outer && whole.End <= outer.Start && !whole.Overlaps(candidates[k].Found.Source[0]) && (whole.End <= hull.Start || whole.Start >= hull.End))
                {
                    var content = hull.Cover(whole);
                    HandOn(candidates, candidates[k], inner);
                    candidates[k] = new Candidate(candidates[k].Found with { Content = [content] }, content);
                    break;
                }
            }
        }
    }

    // “A,” the minister told troops, according to the agency. “B.”: B is the minister's too.
    private static void HandOn(List<Candidate> candidates, Candidate outer, Candidate inner)
    {
        for (var k = 0; k < candidates.Count; k++)
        {
            if (candidates[k] is { Cue: null } next && next.Hull.Start >= outer.Hull.End && next.Hull.Start - outer.Hull.End < LongestAttribution && next.Found.Source.AsSpan().SequenceEqual(outer.Found.Source.AsSpan()))
            {
                candidates[k] = next with { Found = next.Found with { Source = inner.Found.Source } };
            }
        }
    }

    // Of two candidates with one content the one that has a source stays, or the surer, unless each has a cue of its own; of two contents that cross the surer.
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

                if (same && other.HasSource != candidate.HasSource ? other.HasSource : other.Found.Confidence >= candidate.Found.Confidence)
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

    // Within somebody's words "I think" and "is expected" say that he thinks and expects, which is his statement already.
    private static List<Candidate> WithoutEchoes(ParsedArticle article, List<Candidate> kept)
    {
        var around = new List<Candidate>();
        var rest = new List<Candidate>(kept.Count);
        foreach (var candidate in kept)
        {
            around.RemoveAll(a => a.Hull.End <= candidate.Hull.Start);
            if (!(IsEcho(article, candidate) && around.Exists(a => Holds(a.Hull, candidate))))
            {
                rest.Add(candidate);
            }

            around.Add(candidate);
        }

        return rest;
    }

    private static bool IsEcho(ParsedArticle article, Candidate candidate)
    {
        if (candidate.Cue is not { } cue)
        {
            return false;
        }

        var words = article.Tokens.Within(cue);
        var head = words.IsEmpty ? default : article.Word(words.End - 1);
        return candidate.Found.Source switch
        {
            [] => head is "expected" or "projected" or "forecast" or "anticipated" or "estimated",
            [var source] => source.In(article.Article.Text) is "I" or "we" or "We" && head is "think" or "believe" or "guess" or "suppose" or "mean" or "feel"
                or "ready" or "willing" or "prepared" or "determined" or "confident" or "convinced" or "certain" or "sure" or "to",
            _ => false,
        };
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
