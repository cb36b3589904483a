using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// Parts a clause from the answer to it in the same sentence: in "Juba says that nine died, a figure the rebels dispute" both speak of the nine, Juba does not
/// speak of the figure, and the rebels do not speak of Juba's saying it.
/// </summary>
internal static class DisputedClauses
{
    /// <summary>The findings with the contents of answers and of what they answer made one.</summary>
    public static IReadOnlyList<FoundAttribution> Settle(ParsedArticle article, QuotationStructure quotations, IReadOnlyList<FoundAttribution> found)
    {
        List<FoundAttribution>? settled = null;
        for (var k = 0; k < found.Count; k++)
        {
            if (found[k].By != Rule.Dispute.Name || found[k].Content is not [var clause])
            {
                continue;
            }

            settled ??= [.. found];
            var answer = settled[k].Cue[0].Cover(settled[k].Source[0]);
            FoundAttribution? answered = null;
            for (var other = 0; other < settled.Count; other++)
            {
                var one = settled[other];
                if (other == k || one.By == Rule.Dispute.Name || one.Content.IsDefaultOrEmpty || one.Cue.IsDefaultOrEmpty || !clause.Contains(one.Cue[0]) || one.Content[^1].Start < clause.Start)
                {
                    continue;
                }

                // Whose quotation goes on through the answer answers himself.
                var isOneQuotation = quotations.At(article.Tokens.Within(one.Content[^1]).Start) is var q and >= 0 && q == quotations.At(article.Tokens.Within(answer).Start);
                if (one.Content[^1].End > clause.End && one.Content[^1].Start < clause.End && !isOneQuotation)
                {
                    one = settled[other] = one with { Content = one.Content.SetItem(one.Content.Length - 1, TextSpan.FromBounds(one.Content[^1].Start, clause.End)) };
                }

                if (one.Content[^1].End == clause.End && clause.Contains(one.Content[0]) && (answered is null || one.Content[0].Start < answered.Content[0].Start))
                {
                    answered = one;
                }
            }

            settled[k] = answered is null ? settled[k] : settled[k] with { Content = answered.Content };
        }

        return settled ?? found;
    }
}
