using System.Collections.Frozen;
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
    private const int LongestJudgement = 20;
    private const int NearNegator = 2;
    private const int FarthestDeterminer = 3;

    /// <summary>Words after which "will" is a noun: "no will for peace", "the political will to".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_beforeNoun = WordSet.Of("no the a political good free popular national his her their its any of");

    private readonly NegationScope _negation = new(tables.Negators);
    private readonly SelfReference _self = new(tables.Countries);

    public CodedAct Code(ArticleMatches article, StatementWords statement)
    {
        var cue = CueOf(article, statement);
        if (cue is { } firm && firm.Value.IsFirm)
        {
            return FromCue(article.Words, statement, firm);
        }

        // What a medium reports it asserts, whatever acts the report tells of.
        if (article.Resolved.Attributions[statement.Index].Actor is { Kind: ActorKind.Outlet } && statement.Attribution.Kind is AttributionKind.Indirect)
        {
            return cue is { } reporting ? FromCue(article.Words, statement, reporting) : new CodedAct(Polarity.Asserts, null, null, "polarity: a medium reports", null);
        }

        if (cue is { } naming && Judgement(article, statement, naming) is { } judged)
        {
            return judged;
        }

        if (FromContent(article, statement, cue?.Value.Phrase) is { } act)
        {
            // Whoever warns of what he himself will do threatens.
            return act.Polarity == Polarity.Pledges && cue is { } warning && warning.Value.Phrase.StartsWith("warn", StringComparison.Ordinal)
                ? act with { Polarity = Polarity.Threatens, Event = "THREATEN", Rule = $"{act.Rule}, after a warning" }
                : act;
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
            Polarity.Confirms => (Polarity.Asserts, null, Stance.Neutral), // "could not confirm" disputes nothing
            Polarity.Offers or Polarity.Pledges => (Polarity.Rejects, "REJECT", Stance.Oppose),
            Polarity.Rejects => (Polarity.Asserts, null, null),
            _ => (entry.Polarity, entry.Event, entry.Stance),
        };
        var span = words.SpanOf(cue.Words);
        return new CodedAct(polarity, plover, stance, $"polarity/cues.tsv: {entry.Phrase}{(negated is null ? "" : " negated")}",
            negated is { } n ? span.Cover(words.SpanOf(n.Words)) : span);
    }

    // "Called the offer generous": what something is called is praise or blame of it, whatever it is called a step from.
    private static CodedAct? Judgement(ArticleMatches article, StatementWords statement, PhraseMatch<CueEntry> cue)
    {
        if (!(cue.Value.Phrase is "call~" or "describe~") || statement.Content.IsEmpty || statement.Content[0].Count > LongestJudgement)
        {
            return null;
        }

        foreach (var match in article.Evaluations.Within(statement.Content[0]))
        {
            var words = article.Words.SpanOf(match.Words);
            return match.Value
                ? new CodedAct(Polarity.Asserts, "SUPPORT", Stance.Support, "issues/evaluations.tsv: praise", words)
                : new CodedAct(Polarity.Accuses, "ACCUSE", Stance.Oppose, "issues/evaluations.tsv: blame", words);
        }

        return null;
    }

    // The strongest words decide; those of later sentences of a long content count less, and a charge in an if-clause is none.
    private CodedAct? FromContent(ArticleMatches article, StatementWords statement, string? cue)
    {
        (int Strength, CodedAct Act)? best = null;
        var condition = ConditionFinder.Find(article, statement)?.Words ?? default;
        var firstSentence = statement.Content.IsEmpty ? 0 : article.IndexOfSentence(statement.Content[0].Start);
        foreach (var range in statement.Own)
        {
            foreach (var match in article.Contents.Within(range))
            {
                var entry = match.Value;
                var strength = entry.Strength - Math.Clamp(article.IndexOfSentence(match.Words.Start) - firstSentence, 0, MostLoss);
                if ((best is { } b && strength <= b.Strength) || IsNoActOf(article, statement, range, match, condition))
                {
                    continue;
                }

                // Of what is called untrue only a negator right before counts: "reports that they do not join are untrue".
                var reach = entry.Act is { Polarity: Polarity.Denies } ? Math.Max(range.Start, match.Words.Start - NearNegator) : range.Start;
                var negated = _negation.Before(article.Words, match.Words.Start, reach);
                var act = (negated is null && !IsOfOthers(article, statement, range, match) ? entry.Act : negated is null ? null : entry.NegatedAct) ?? Future(article, statement, range, match.Words.Start, cue);
                // "We will not return unless …" turns something down.
                act = negated is not null && entry.NegatedAct is null && act.Polarity == Polarity.Pledges && !condition.IsEmpty ? new Act(Polarity.Rejects, "REJECT") : act;
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

    // Words that tell of an act which is not the source's: a charge in an if-clause, something false that is spoken of, the offer of another
    // ("Okello said Juba was ready"), a "will" that is a noun.
    private bool IsNoActOf(ArticleMatches article, StatementWords statement, TokenRange range, PhraseMatch<ContentEntry> match, TokenRange condition) => match.Value.Act?.Polarity switch
    {
        Polarity.Accuses or Polarity.Denies when condition.Contains(match.Words.Start) => true,
        Polarity.Denies => IsAttributive(article.Words, match.Words, range.End),
        Polarity.Offers when IsNamedOffer(article.Words, match.Words, range.Start) => true,
        Polarity.Offers or Polarity.Rejects or Polarity.Concedes or Polarity.Pledges or Polarity.Confirms => _self.IsAnotherBefore(article, statement, range, match.Words.Start),
        _ => match.Value.Phrase is "will" && match.Words.Start > 0 && s_beforeNoun.Contains(article.Words.Word(match.Words.Start - 1)),
    };

    // "The latest offer is an insult", "your proposal": an offer that is spoken of; "we made an offer", "our proposal" offers.
    private static bool IsNamedOffer(ArticleWords words, TokenRange match, int start)
    {
        if (match.Count != 1 || words.Word(match.Start) is not ("offer" or "offers" or "proposal" or "proposals"))
        {
            return false;
        }

        for (var i = match.Start - 1; i >= Math.Max(start, match.Start - FarthestDeterminer); i--)
        {
            if (words.Word(i) is "the" or "The" or "this" or "This" or "that" or "That" or "these" or "those" or "his" or "her" or "their" or "your" or "Your" or "any" or "such" or "every" or "'s" or "’s")
            {
                return true;
            }
        }

        return false;
    }

    // "False intelligence" says of something else than the talk that it is false; "the report is false" denies.
    private static bool IsAttributive(ArticleWords words, TokenRange match, int end)
    {
        if (match.Count != 1 || !IsUntrue(words.Word(match.Start)))
        {
            return false;
        }

        var next = match.End;
        while (next + 1 < end && words.Word(next) is "," or "and" or "or" && IsUntrue(words.Word(next + 1)))
        {
            next += 2;
        }

        return next < end && char.IsLetter(words.Word(next)[0]) && words.Word(next) is not ("and" or "or" or "but" or "because" or "as" or "in" or "on" or "at" or "that" or "when" or "since" or
            "for" or "to" or "by" or "if" or "though" or "although" or "while" or "after" or "before" or "he" or "she" or "they" or "it" or "the" or "a");
    }

    private static bool IsUntrue(ReadOnlySpan<char> word) => word is "false" or "untrue" or "incorrect" or "inaccurate" or "misleading" or "fake" or "baseless" or "groundless" or "unfounded";

    // What others would give up ("he said that Eritrea would withdraw") the source foresees and does not yield.
    private bool IsOfOthers(ArticleMatches article, StatementWords statement, TokenRange range, PhraseMatch<ContentEntry> match) =>
        match.Value.Act is { Polarity: Polarity.Concedes } && (article.Words.Is(match.Words.Start, "will") || article.Words.Is(match.Words.Start, "would")) &&
        !_self.IsSubjectBefore(article, statement, range, match.Words.Start);

    // At the end, or right before the closing quotation mark.
    private static int? QuestionMarkOf(ArticleWords words, TokenRange range) =>
        range.Count > 0 && words.Is(range.End - 1, "?") ? range.End - 1
        : range.Count > 1 && words.Is(range.End - 2, "?") && words.Word(range.End - 1) is "”" or "\"" or "’" or "'" ? range.End - 2
        : null;

    // Who thinks or hopes that something will be promises nothing.
    private Act Future(ArticleMatches article, StatementWords statement, TokenRange range, int modal, string? cue) =>
        !(cue is "believe~" or "think~" or "be~ believed" or "thinking" or "hope~" or "suspect~" or "feel~" or "doubt~" or "assume~") && _self.IsSubjectBefore(article, statement, range, modal)
            ? new Act(Polarity.Pledges, "AGREE")
            : new Act(Polarity.Predicts, null);
}
