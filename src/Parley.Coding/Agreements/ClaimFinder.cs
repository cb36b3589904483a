using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Agreements;

/// <summary>Finds what is claimed of an agreement by the words around its mention.</summary>
internal sealed class ClaimFinder(AgreementTables tables, PhraseTable<string> negators)
{
    private const int ReachOfStrong = 24;
    private const int ReachOfWeak = 7;
    private const int CostOfWeak = 2;
    private const int LongestClaim = 6;

    private readonly NegationScope _negation = new(negators);

    /// <summary>The nearest claim in the sentence, strong ones (breached, cancelled, …) from farther away; null if there is none.</summary>
    public PhraseMatch<AgreementClaim>? Find(ArticleWords words, TokenRange mention, TokenRange sentence)
    {
        PhraseMatch<AgreementClaim>? best = null;
        var bestCost = int.MaxValue;
        var near = new TokenRange(Math.Max(sentence.Start, mention.Start - ReachOfStrong - LongestClaim), Math.Min(sentence.End, mention.End + ReachOfStrong + LongestClaim));
        foreach (var match in tables.Claims.FindAll(words, near))
        {
            if (match.Words.Start < mention.End && match.Words.End > mention.Start)
            {
                continue;
            }

            var isStrong = match.Value is not (AgreementClaim.Proposed or AgreementClaim.Invoked or AgreementClaim.Concluded);
            var distance = match.Words.Start >= mention.End ? match.Words.Start - mention.End : mention.Start - match.Words.End;
            var cost = distance + (isStrong ? 0 : CostOfWeak);
            if (distance <= (isStrong ? ReachOfStrong : ReachOfWeak) && cost < bestCost && _negation.Before(words, match.Words.Start, sentence.Start) is null)
            {
                (best, bestCost) = (match, cost);
            }
        }

        return best;
    }
}
