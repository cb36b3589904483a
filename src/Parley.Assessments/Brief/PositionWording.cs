using System.Globalization;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Puts stances and their changes into sentences.</summary>
internal static class PositionWording
{
    private const int ConditionLength = 240;
    private const int SilentFrom = 14;

    public static string Of(Stance stance) => stance switch
    {
        Stance.Support => "support",
        Stance.Oppose => "opposition",
        Stance.Conditional => "support on a condition",
        _ => "neither for nor against",
    };

    /// <summary>"Actor moved on issue from opposition (date: ‘words’) to support on a condition (date: ‘words’)".</summary>
    public static Sentence Change(PositionSeries series, PositionChange change, StatementWording wording)
    {
        var sentence = Sentence.On(Citation.Of(change.Before.Statement), Citation.Of(change.After.Statement));
        var issue = IssueWording.InSentence(series.Issue);
        if (change.Kind == PositionChangeKind.ConditionChanged)
        {
            sentence.Name(series.Actor).Text($" changed the condition on {issue}, from ");
            Condition(sentence, change.Before);
            Condition(sentence.Text(" to "), change.After);
            return sentence.Text(".").Build();
        }

        sentence.Name(series.Actor).Text($" {(change.Kind == PositionChangeKind.Hardened ? "hardened" : "softened")} on {issue}, from ");
        Point(sentence, change.Before, wording);
        sentence.Text(" to ");
        Point(sentence, change.After, wording);
        return sentence.Text(".").Build();
    }

    /// <summary>The stance in a table's cell, with the condition's words.</summary>
    public static Sentence Cell(PositionPoint point)
    {
        var sentence = Sentence.On(Citation.Of(point.Statement)).Text(char.ToUpperInvariant(Of(point.Stance)[0]) + Of(point.Stance)[1..]);
        return (point.Condition is null ? sentence : sentence.Text(": ").Quote(Citation.OfCondition(point.Statement), own: false, ConditionLength)).Build();
    }

    /// <summary>The date of the stance, and how long nothing was said since.</summary>
    public static Sentence Since(PositionSeries series, PositionPoint point, DateOnly? today)
    {
        var silent = today is { } day ? series.DaysSilentAt(day) : null;
        return Sentence.On(Citation.Of(point.Statement)).Text(DateWording.Spoken(point.Statement) +
            (silent >= SilentFrom ? string.Create(CultureInfo.InvariantCulture, $"; no statement for {silent:#,0} days since") : "")).Build();
    }

    private static void Condition(Sentence.SentenceWriter sentence, PositionPoint point) =>
        sentence.Quote(Citation.OfCondition(point.Statement), own: false, ConditionLength).Text($" ({DateWording.Spoken(point.Statement)})");

    private static void Point(Sentence.SentenceWriter sentence, PositionPoint point, StatementWording wording)
    {
        sentence.Text($"{Of(point.Stance)} ({DateWording.Spoken(point.Statement)}: ");
        if (point.Condition is not null)
        {
            sentence.Quote(Citation.OfCondition(point.Statement), own: false, ConditionLength);
        }
        else
        {
            sentence.Quote(Citation.Of(point.Statement), StatementWording.IsOwnWords(point.Statement), wording.QuotationLength);
        }

        sentence.Text(")");
    }
}
