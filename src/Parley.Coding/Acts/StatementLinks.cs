using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>A statement that another one is about, and the rule that tells.</summary>
internal readonly record struct StatementLink(int Index, string Rule);

/// <summary>
/// Links a statement to those of the same article that it denies, confirms, turns down, answers or comments on: the question before an
/// answer; what it holds ("rejected rumours about …"); the statement of somebody whom it names with a noun of saying ("the bank's
/// forecasts"); what was said before, where it points back ("these overtures"); and, for denials, whatever says much the same.
/// </summary>
internal static class StatementLinks
{
    private const int MostLinks = 4;
    private const int FarthestStatement = 100;
    private const int SentencesBack = 3;
    private const int MostOfReport = 3;
    private const string SameWords = "says much the same";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_pointers = WordSet.Of("these those this that such the any");

    /// <summary>For each statement the links to those it is about, in text order.</summary>
    public static ImmutableArray<ImmutableArray<StatementLink>> Of(ArticleMatches article, IReadOnlyList<CodedAct> acts)
    {
        var stems = ContentStems.Of(article);
        var links = ImmutableArray.CreateBuilder<ImmutableArray<StatementLink>>(article.Statements.Length);
        foreach (var statement in article.Statements)
        {
            var own = LinksOf(article, acts, statement, stems);
            links.Add(own.IsEmpty && GoesOnFrom(article, statement) is { } before ? [.. links[before].Where(link => link.Index != statement.Index).Select(link => link with { Rule = "goes on about the same" })] : own);
        }

        return links.MoveToImmutable();
    }

    // "Criticised the forecasts, arguing that": the second cue of a sentence without a subject of its own answers what the first answers, and so
    // does what else the same cue tells.
    private static int? GoesOnFrom(ArticleMatches article, StatementWords statement)
    {
        if (statement.Index == 0 || statement.Cue.IsEmpty || statement.Source.IsEmpty)
        {
            return null;
        }

        var before = article.Statements[statement.Index - 1];
        if (!article.Words.Word(statement.Cue[0].Start).EndsWith("ing") && !before.Cue.AsSpan().SequenceEqual(statement.Cue.AsSpan()))
        {
            return null;
        }

        return before.Source.AsSpan().SequenceEqual(statement.Source.AsSpan()) && before.Attribution.Parent == statement.Attribution.Parent ? before.Index : null;
    }

    private static ImmutableArray<StatementLink> LinksOf(ArticleMatches article, IReadOnlyList<CodedAct> acts, StatementWords statement, ContentStems stems)
    {
        if (Question(article, acts, statement) is { } question)
        {
            return [new StatementLink(question, "question before the answer")];
        }

        var act = acts[statement.Index].Polarity;
        if (act == Polarity.Rejects && ProposalBefore(article, acts, statement) is { } proposal)
        {
            return [new StatementLink(proposal, "proposal of the sentence before")];
        }

        var isAnswer = act is Polarity.Denies or Polarity.Confirms or Polarity.Rejects;
        var links = new List<StatementLink>();
        for (var i = Math.Max(0, statement.Index - FarthestStatement); isAnswer && i < Math.Min(article.Statements.Length, statement.Index + FarthestStatement); i++)
        {
            var other = article.Statements[i];
            if (other.Index == statement.Index || acts[i].Polarity is Polarity.Denies || SameActor(article, statement, other))
            {
                continue;
            }

            if (IsHeld(statement, other))
            {
                links.Add(new StatementLink(i, "statement that it holds"));
            }
            else if (act is Polarity.Denies or Polarity.Confirms && !HoldsSameContent(article, statement, other) && stems.SayMuchTheSame(statement.Index, i))
            {
                links.Add(new StatementLink(i, SameWords));
            }
        }

        if (links.Count == 0)
        {
            links.AddRange(NamedBefore(article, acts, statement, stems).Select(named => new StatementLink(named, "names who said it")));
        }

        if (links.Count == 0 && isAnswer && PointedAt(article, acts, statement) is { } pointed)
        {
            links.Add(new StatementLink(pointed, "points back to it"));
        }

        // Of a report and what it reports the innermost that says it is the one denied.
        links.RemoveAll(outer => links.Exists(inner => inner.Rule == outer.Rule && inner.Rule == SameWords && IsWithin(article, inner.Index, outer.Index)));
        return [.. links.OrderBy(link => Math.Abs(link.Index - statement.Index)).Take(MostLinks).OrderBy(link => link.Index)];
    }

    private static bool IsWithin(ArticleMatches article, int inner, int outer)
    {
        for (var at = article.Statements[inner].Attribution.Parent; at is { } parent; at = article.Statements[parent].Attribution.Parent)
        {
            if (parent == outer)
            {
                return true;
            }
        }

        return false;
    }

    private static int? Question(ArticleMatches article, IReadOnlyList<CodedAct> acts, StatementWords statement)
    {
        if (!IsReply(article, statement))
        {
            return null;
        }

        for (var i = statement.Index - 1; i >= Math.Max(0, statement.Index - FarthestStatement); i--)
        {
            if (acts[i].Polarity == Polarity.Asks)
            {
                return i;
            }
        }

        return null;
    }

    // "It was opposed by …" answers the proposal of the sentence before.
    private static int? ProposalBefore(ArticleMatches article, IReadOnlyList<CodedAct> acts, StatementWords statement)
    {
        if (statement.Index == 0 || statement.Content.IsEmpty)
        {
            return null;
        }

        var sentence = article.IndexOfSentence(statement.Content[0].Start);
        var opening = sentence <= 0 ? "" : article.Words.Word(article.Sentences[sentence].Start).ToString();
        var before = article.Statements[statement.Index - 1];
        return opening is "It" or "This" or "That" or "They" or "These" && acts[before.Index].Polarity is Polarity.Offers or Polarity.Demands && !SameActor(article, statement, before)
            ? before.Index
            : null;
    }

    private static bool IsReply(ArticleMatches article, StatementWords statement) => statement.Cue.Any(cue =>
    {
        for (var i = cue.Start; i < cue.End; i++)
        {
            var word = article.Words.Word(i);
            if (word.StartsWith("repl", StringComparison.OrdinalIgnoreCase) || word.StartsWith("answer", StringComparison.OrdinalIgnoreCase) || word.StartsWith("respond", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    });

    private static bool IsHeld(StatementWords statement, StatementWords other) =>
        other.Attribution.Parent == statement.Index || (other.Content.Length > 0 && other.Content == statement.Content && other.Index > statement.Index);

    private static bool HoldsSameContent(ArticleMatches article, StatementWords statement, StatementWords other) =>
        (other.Attribution.Parent is { } parent && article.Statements[parent].Attribution.Content == other.Attribution.Content) ||
        statement.Attribution.Parent == other.Index;

    /// <summary>
    /// "The bank's forecasts", "rejected Carver's offer": of what the one named said before, that which the noun fits and which is most
    /// alike, else the last. A report may hold several claims.
    /// </summary>
    private static IEnumerable<int> NamedBefore(ArticleMatches article, IReadOnlyList<CodedAct> acts, StatementWords statement, ContentStems stems)
    {
        var found = new List<(int Index, bool Fits, double Share, bool IsReport)>();
        for (var i = Math.Max(0, statement.Index - FarthestStatement); i < statement.Index; i++)
        {
            var other = article.Statements[i];
            if (article.Resolved.Attributions[i].Actor is { Name.Length: > 2 } actor && !SameActor(article, statement, other) && statement.Attribution.Parent != i &&
                acts[i].Polarity != Polarity.Denies && NounOfSaying.AfterName(article, statement, other, actor) is { } noun)
            {
                found.Add((i, NounOfSaying.Fits(noun, acts[i].Polarity), stems.Share(statement.Index, i), NounOfSaying.IsReport(noun)));
            }
        }

        return found.OrderByDescending(f => f.Fits).ThenByDescending(f => f.Share).ThenByDescending(f => f.Index).Take(found.Exists(f => f.IsReport) ? MostOfReport : 1).Select(f => f.Index);
    }

    /// <summary>"These alleged overtures", "the reports": the nearest statement of another in the sentences just before.</summary>
    private static int? PointedAt(ArticleMatches article, IReadOnlyList<CodedAct> acts, StatementWords statement)
    {
        if (statement.Content.IsEmpty || PointingNoun(article, statement) is not { } noun)
        {
            return null;
        }

        var sentence = article.IndexOfSentence(statement.Content[0].Start);
        for (var i = statement.Index - 1; i >= Math.Max(0, statement.Index - FarthestStatement); i--)
        {
            var other = article.Statements[i];
            if (other.Content.IsEmpty || sentence - article.IndexOfSentence(other.Content[0].Start) > SentencesBack)
            {
                return null;
            }

            if (acts[i].Polarity is not Polarity.Denies && !IsInDenial(article, acts, i) && !HoldsDenial(article, acts, i) && IsOfSort(article, other, noun) && !SameActor(article, statement, other) && statement.Attribution.Parent != i &&
                !other.Content.Any(content => content.Contains(statement.Content[0].Start)))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>What stands in the words of a denial was not said: "denied that the north demands …".</summary>
    private static bool IsInDenial(ArticleMatches article, IReadOnlyList<CodedAct> acts, int index) =>
        article.Statements[index].Attribution.Parent is { } parent && (acts[parent].Polarity is Polarity.Denies || IsInDenial(article, acts, parent));

    /// <summary>Who says that he knows of no such thing has reported nothing that could be confirmed.</summary>
    private static bool HoldsDenial(ArticleMatches article, IReadOnlyList<CodedAct> acts, int index)
    {
        for (var i = index + 1; i < article.Statements.Length && i <= index + MostLinks; i++)
        {
            if (article.Statements[i].Attribution.Parent == index && acts[i].Polarity is Polarity.Denies && SameActor(article, article.Statements[i], article.Statements[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A report is a medium's, a text's or of people who are not named; any other noun may be anybody's.</summary>
    private static bool IsOfSort(ArticleMatches article, StatementWords other, string noun)
    {
        if (!NounOfSaying.IsReport(noun))
        {
            return true;
        }

        var resolved = article.Resolved.Attributions[other.Index];
        return resolved.Actor is null or { Kind: ActorKind.Outlet or ActorKind.Text } || !resolved.Via.IsEmpty || resolved.Sourcing is Sourcing.Anonymous or Sourcing.Document;
    }

    /// <summary>The noun or pronoun by which the statement points back, or null.</summary>
    private static string? PointingNoun(ArticleMatches article, StatementWords statement)
    {
        foreach (var range in statement.Cue.Select(cue => cue with { End = Math.Max(cue.End, Math.Min(cue.End + NounOfSaying.Reach, article.SentenceOf(cue.Start).End)) }).Concat(statement.Content.Take(1)))
        {
            var past = Math.Min(range.End, range.Start + NounOfSaying.ReachOfName);
            for (var i = range.Start; i < past; i++)
            {
                if (s_pointers.Contains(article.Words.Word(i)) && NounOfSaying.Within(article, i + 1, 2) is { } noun && (i + 3 >= article.Words.Count || !article.Words.Is(i + 3, "of")))
                {
                    return noun;
                }
            }
        }

        // "Denied this", "confirmed it".
        return statement.Content is [{ Count: 1 } only] && article.Words.Word(only.Start) is "it" or "this" or "that" or "them" ? "it" : null;
    }

    private static bool SameActor(ArticleMatches article, StatementWords a, StatementWords b) =>
        article.Resolved.Attributions[a.Index].Actor is { } actor && actor.Id == article.Resolved.Attributions[b.Index].Actor?.Id;
}
