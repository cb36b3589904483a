using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>For each issue the matrix of parties with their last stance, a drawing of the stances over time, and answers to conditions.</summary>
internal static class PositionsSection
{
    private const int LeastParties = 2;

    public static Section? Build(BriefMaterial material)
    {
        var (mostIssues, mostParties) = material.Options.Length switch { BriefLength.Short => (3, 6), BriefLength.Standard => (8, 10), _ => (100, 100) };
        var parts = material.Findings.Positions
            .Where(p => p.Issue != "other" && p.Points.Any(x => material.Covers(x.Statement)))
            .GroupBy(p => p.Issue)
            .Where(i => i.Count() >= LeastParties || i.Any(p => p.Changes.Length > 0))
            .OrderByDescending(i => i.Sum(p => p.Points.Length)).ThenBy(i => i.Key, StringComparer.Ordinal)
            .Take(mostIssues)
            .Select(i => Issue(i.Key, [.. i.OrderByDescending(p => p.Points.Count(x => x.Stance != Stance.Neutral)).ThenByDescending(p => p.Points.Length).ThenBy(p => p.ActorId, StringComparer.Ordinal).Take(mostParties)], material))
            .ToImmutableArray();
        return parts.IsEmpty ? null
            : new Section("positions", "Where the parties stand", []) { Lead = "The last stance of each on each issue, and how it moved.", Parts = parts };
    }

    private static Section Issue(string issue, ImmutableArray<PositionSeries> parties, BriefMaterial material)
    {
        var blocks = ImmutableArray.CreateBuilder<SectionBlock>();
        blocks.Add(new SentenceTable($"{IssueWording.Of(issue)}: last stance of each", ["Party", "Stance", "Taken on"], [.. parties.Select(p => Row(p, material))]));
        var days = parties.SelectMany(p => p.Points).Select(p => p.Day).Distinct().Count();
        if (days > 1)
        {
            blocks.Add(new ChartBlock(ChartOf(issue, parties)));
        }

        var moves = parties.SelectMany(p => p.Changes.Select(c => PositionWording.Change(p, c, material.Wording))).ToImmutableArray();
        if (!moves.IsEmpty)
        {
            blocks.Add(new SentenceList(moves));
        }

        var answers = material.Findings.ConditionAnswers.Where(a => a.Condition.Statement.Statement.Issues[0] == issue).Select(a => Answered(a, material)).ToImmutableArray();
        if (!answers.IsEmpty)
        {
            blocks.Add(new SentenceList(answers));
        }

        return new Section($"positions-{string.Concat(issue.Where(char.IsAsciiLetterOrDigit))}", IssueWording.Of(issue), blocks.ToImmutable());
    }

    private static ImmutableArray<Sentence?> Row(PositionSeries series, BriefMaterial material)
    {
        var last = series.At(DateOnly.MaxValue)!;
        return [Sentence.On(Citation.Of(last.Statement)).Name(series.Actor).Build(), PositionWording.Cell(last), PositionWording.Since(series, last, material.Today)];
    }

    private static PositionChart ChartOf(string issue, ImmutableArray<PositionSeries> parties)
    {
        ImmutableArray<PositionLane> lanes = [.. parties.Select(p => new PositionLane(p.Actor, [.. p.Points.Select(x => new PositionMark(x.Day, x.Stance, Citation.Of(x.Statement)))]))];
        return new PositionChart($"{IssueWording.Of(issue)}: stances over time",
            string.Join(". ", parties.Select(p => $"{p.Actor}: {string.Join(", then ", p.Points.Select(x => $"{PositionWording.Of(x.Stance)} ({DateWording.Spoken(x.Statement)})"))}")), lanes);
    }

    private static Sentence Answered(ConditionAnswer answer, BriefMaterial material)
    {
        var sentence = Sentence.On(Citation.OfCondition(answer.Condition.Statement), Citation.Of(answer.Answer)).Text("To the condition of ")
            .Name(StatementWording.NameOf(answer.Condition.Statement)).Text(", ").Quote(Citation.OfCondition(answer.Condition.Statement), own: false, 160)
            .Text($", an answer that {(answer.IsMet ? "grants" : "refuses")} {(answer.IsOfPart ? "a part of it" : "it")}: ");
        material.Wording.AddClause(sentence, answer.Answer, capital: false);
        return sentence.Text(".").Build();
    }
}
