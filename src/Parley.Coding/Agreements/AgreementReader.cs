using System.Collections.Immutable;
using Parley.Coding.Acts;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Agreements;

/// <summary>Takes the agreements out of an article about which something is claimed: which, what is claimed, and by whom.</summary>
internal sealed class AgreementReader(CodingTables tables)
{
    private const int SentencesToName = 4;

    private readonly MentionFinder _mentions = new(tables.Agreements, tables.Countries);
    private readonly ClaimFinder _claims = new(tables.Agreements, tables.Negators);

    public ImmutableArray<Agreement> Read(ArticleMatches article, ImmutableArray<CodedAct> acts)
    {
        var agreements = ImmutableArray.CreateBuilder<Agreement>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        (Accord Accord, int Sentence)? latest = null;
        (TokenRange Words, AgreementClaim Claim)? before = null;
        for (var i = 0; i < article.Sentences.Length; i++)
        {
            foreach (var mention in _mentions.FindAll(article.Words, article.Sentences[i]))
            {
                var accord = mention.Kind == MentionKind.Short && latest is { } l && i - l.Sentence <= SentencesToName ? l.Accord : mention.Accord;
                var holder = article.InnermostAt(mention.Words);
                var act = holder is null ? (Polarity?)null : acts[holder.Index].Polarity;
                var shared = before is { } b && IsListed(article.Words, b.Words, mention.Words) ? b.Claim : (AgreementClaim?)null;
                if ((shared ?? ClaimOf(article, mention, accord, ScopeOf(article.Sentences[i], mention.Words, holder, act), act, named)) is not { } claim)
                {
                    continue;
                }

                if (mention.Kind == MentionKind.Named)
                {
                    latest = (accord, i);
                    named.Add(accord.Name);
                }

                before = (mention.Words, claim);
                agreements.Add(ToAgreement(article, mention.Words, accord, claim, holder));
            }
        }

        return agreements.ToImmutable();
    }

    private AgreementClaim? ClaimOf(ArticleMatches article, Mention mention, Accord accord, TokenRange sentence, Polarity? act, HashSet<string> named)
    {
        var found = _claims.Find(article.Words, mention.Words, sentence)?.Value;
        var isProposing = act is Polarity.Offers or Polarity.Demands or Polarity.Asks;
        return mention.Kind switch
        {
            MentionKind.Plan => isProposing || found == AgreementClaim.Proposed ? AgreementClaim.Proposed : null,
            MentionKind.Short or MentionKind.Described => found is null or AgreementClaim.Proposed or AgreementClaim.Invoked ? null : found,
            _ when found is { } claim => claim,
            _ when isProposing => AgreementClaim.Proposed,
            _ => named.Contains(accord.Name) ? AgreementClaim.Invoked : AgreementClaim.Concluded,
        };
    }

    // What is proposed is judged by the proposal's own words, not by what others made of it.
    private static TokenRange ScopeOf(TokenRange sentence, TokenRange mention, StatementWords? holder, Polarity? act) =>
        act is Polarity.Offers or Polarity.Demands && holder is not null
            ? holder.Content.FirstOrDefault(c => c.Start <= mention.Start && c.End >= mention.End, sentence)
            : sentence;

    // "the Accords (1975) and the Charter": the members of a list share what is claimed.
    private static bool IsListed(ArticleWords words, TokenRange before, TokenRange mention) =>
        mention.Start > before.End && mention.Start - before.End <= 3 && (words.Is(before.End, "and") || words.Is(before.End, ","));

    private static Agreement ToAgreement(ArticleMatches article, TokenRange words, Accord accord, AgreementClaim claim, StatementWords? holder)
    {
        var id = article.Resolved.Article.Id;
        var span = article.Words.SpanOf(words);
        return new Agreement
        {
            Id = RecordId.For("agreement", id, span),
            Article = id,
            StatementId = holder is null ? null : article.Resolved.Attributions[holder.Index].StatementId,
            Span = span,
            Name = accord.Name,
            Date = accord.Date,
            Parties = accord.Parties,
            Claim = claim,
            Claimant = article.SpeakerOf(holder),
        };
    }
}
