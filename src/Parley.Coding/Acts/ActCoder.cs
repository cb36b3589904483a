using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>What act a statement is, with the row and the words that tell.</summary>
internal readonly record struct CodedAct(Polarity Polarity, string? Event, Stance? Stance, string Rule, TextSpan? Evidence);

/// <summary>
/// Finds polarity and PLOVER event of a statement: from the cue where it names the act ("denied", "vowed"), otherwise from the words
/// that the source itself says in the content.
/// </summary>
internal sealed class ActCoder(CodingTables tables)
{
    private const int WordsAfterCue = 4;
    private const int MostLoss = 3;
    private const int StrengthOfQuestion = 6;

    private readonly NegationScope _negation = new(tables.Negators);
    private readonly SelfReference _self = new(tables.Countries);

    public CodedAct Code(ArticleMatches article, StatementWords statement)
    {
        var cue = CueOf(article, statement);
        if (cue is { } firm && firm.Value.IsFirm)
        {
            return FromCue(article.Words, statement, firm);
        }

        if (FromContent(article, statement) is { } act)
        {
            return act;
        }

        return cue is { } open
            ? FromCue(article.Words, statement, open)
            : new CodedAct(Polarity.Asserts, null, null, "polarity: plain statement", null);
    }

    private PhraseMatch<CueEntry>? CueOf(ArticleMatches article, StatementWords statement)
    {
        PhraseMatch<CueEntry>? best = null;
        foreach (var range in statement.Cue)
        {
            // The object may decide ("rejected | reports that"), so the window opens into what follows, within the sentence.
            var end = Math.Min(range.End + WordsAfterCue, Math.Max(range.End, article.SentenceOf(range.Start).End));
            foreach (var match in tables.Cues.FindAll(article.Words, new TokenRange(range.Start, end)))
            {
                if (match.Words.Start < range.End && IsBetter(match, best))
                {
                    best = match;
                }
            }
        }

        return best;
    }

    private static bool IsBetter(PhraseMatch<CueEntry> match, PhraseMatch<CueEntry>? best) =>
        best is not { } b || (match.Value.IsFirm, match.Words.Count).CompareTo((b.Value.IsFirm, b.Words.Count)) > 0;

    private CodedAct FromCue(ArticleWords words, StatementWords statement, PhraseMatch<CueEntry> cue)
    {
        var entry = cue.Value;
        var negated = _negation.Before(words, cue.Words.Start, Math.Max(0, cue.Words.Start - 4));
        var (polarity, plover, stance) = negated is null ? (entry.Polarity, entry.Event, entry.Stance) : entry.Polarity switch
        {
            Polarity.Denies => (Polarity.Confirms, null, null),
            Polarity.Confirms => (Polarity.Denies, null, Stance.Neutral),
            Polarity.Offers or Polarity.Pledges => (Polarity.Rejects, "REJECT", Stance.Oppose),
            Polarity.Rejects => (Polarity.Asserts, null, null),
            _ => (entry.Polarity, entry.Event, entry.Stance),
        };
        var span = words.SpanOf(cue.Words);
        return new CodedAct(polarity, plover, stance, $"polarity/cues.tsv: {entry.Phrase}{(negated is null ? "" : " negated")}",
            negated is { } n ? span.Cover(words.SpanOf(n.Words)) : span);
    }

    // The strongest words decide; those of later sentences of a long content count less, and a charge in an if-clause is none.
    private CodedAct? FromContent(ArticleMatches article, StatementWords statement)
    {
        (int Strength, CodedAct Act)? best = null;
        var condition = ConditionFinder.Find(article, statement)?.Words ?? default;
        var firstSentence = statement.Content.IsEmpty ? 0 : article.IndexOfSentence(statement.Content[0].Start);
        foreach (var range in statement.Own)
        {
            foreach (var match in article.Contents.Within(range))
            {
                var entry = match.Value;
                if (entry.Act is { Polarity: Polarity.Accuses or Polarity.Denies } && condition.Contains(match.Words.Start))
                {
                    continue;
                }

                var strength = entry.Strength - Math.Clamp(article.IndexOfSentence(match.Words.Start) - firstSentence, 0, MostLoss);
                if (best is { } b && strength <= b.Strength)
                {
                    continue;
                }

                var negated = _negation.Before(article.Words, match.Words.Start, range.Start);
                var act = (negated is null ? entry.Act : entry.NegatedAct) ?? Future(article, statement, range, match.Words.Start);
                best = (strength, new CodedAct(act.Polarity, act.Event, null,
                    $"polarity/contents.tsv: {entry.Phrase}{(negated is null ? "" : " negated")}", article.Words.SpanOf(match.Words)));
            }

            if (QuestionMarkOf(article.Words, range) is { } mark && (best is not { } s || s.Strength < StrengthOfQuestion))
            {
                best = (StrengthOfQuestion, new CodedAct(Polarity.Asks, null, Stance.Neutral, "polarity: question mark", article.Words[mark]));
            }
        }

        return best?.Act;
    }

    // At the end, or right before the closing quotation mark.
    private static int? QuestionMarkOf(ArticleWords words, TokenRange range) =>
        range.Count > 0 && words.Is(range.End - 1, "?") ? range.End - 1
        : range.Count > 1 && words.Is(range.End - 2, "?") && words.Word(range.End - 1) is "”" or "\"" or "’" or "'" ? range.End - 2
        : null;

    private Act Future(ArticleMatches article, StatementWords statement, TokenRange range, int modal) =>
        _self.IsSubjectBefore(article, statement, range, modal)
            ? new Act(Polarity.Pledges, "AGREE")
            : new Act(Polarity.Predicts, null);
}
