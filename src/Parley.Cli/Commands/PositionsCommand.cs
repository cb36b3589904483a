using System.CommandLine;
using System.Globalization;
using Parley.Analysis;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley positions</c>: each actor's stance on each issue, with its conditions and when it moved.</summary>
internal static class PositionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var history = new Option<bool>("--history") { Description = "Every statement on the issue, not only the last stance of each." };
        var query = new FindingsQuery(terminal);
        var command = new ExampledCommand("positions", "Shows where actors stand on issues, on which condition, and how they moved.",
            ("parley positions --issue ceasefire --as-of 2025-03-15", "where everybody stood on a day, and who has been silent since"),
            ("parley positions --actor Kolchek --history", "how one actor came to where he stands"),
            ("parley positions --actor Kolchek --format jsonl", "one actor's stances, for a program"))
        {
            history,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var findings = query.Analyse(parsed);
            if (query.ExportFormat(parsed) is { } format)
            {
                FindingsExport.Write(findings.Positions, format, terminal.Output);
                return ExitCode.Done;
            }

            var today = query.Day(parsed) ?? findings.Records.Articles.Select(a => a.PublicationDay).Max();
            var points = findings.Positions.SelectMany(s => (parsed.GetValue(history) ? s.Points : [s.At(DateOnly.MaxValue)!]).Select(p => (Series: s, Point: p)));
            AnswerTable.Write(terminal, "stance", points,
                ("issue", p => p.Series.Issue),
                ("actor", p => p.Series.Actor),
                ("on", p => p.Point.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("stance", p => EnumName.Of(p.Point.Stance)),
                ("condition", p => p.Point.Condition),
                ("moved", p => p.Series.Changes.FirstOrDefault(c => ReferenceEquals(c.After, p.Point)) is { } change ? Moved(change) : null),
                ("silent", p => today is { } day && p.Series.DaysSilentAt(day) is > 0 and var days && p.Point.Day <= day ? $"{days} day{(days == 1 ? "" : "s")}" : null),
                ("words", p => p.Point.Statement.Words));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Moved(PositionChange change) => change.Kind == PositionChangeKind.ConditionChanged
        ? $"condition before: {change.Before.Condition}"
        : string.Create(CultureInfo.InvariantCulture, $"{EnumName.Of(change.Kind)}, before {EnumName.Of(change.Before.Stance)} ({change.Before.Day:yyyy-MM-dd})");
}
