using System.CommandLine;
using System.Globalization;
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
        var query = new FindingsQuery();
        var command = new ExampledCommand("positions", "Shows the stances of actors on issues over time, with their conditions.",
            ("parley positions --issue ceasefire --as-of 2025-03-15", "where everybody stood on a day"),
            ("parley positions --actor Kolchek --format jsonl", "one actor's stances, for a program"));
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var found = query.Analyse(parsed).Positions;
            if (query.ExportFormat(parsed) is { } format)
            {
                FindingsExport.Write(found, format, terminal.Output);
                return ExitCode.Done;
            }

            var day = query.Day(parsed);
            AnswerTable.Write(terminal, "stance", found.SelectMany(s => s.Points.Select(p => (Series: s, Point: p))),
                ("issue", p => p.Series.Issue),
                ("actor", p => p.Series.Actor),
                ("on", p => p.Point.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("stance", p => EnumName.Of(p.Point.Stance)),
                ("condition", p => p.Point.Condition),
                ("change", p => p.Series.Changes.FirstOrDefault(c => ReferenceEquals(c.After, p.Point)) is { } change ? EnumName.Of(change.Kind) : null),
                ("silent since", p => day is { } d && ReferenceEquals(p.Series.Points[^1], p.Point) ? $"{p.Series.DaysSilentAt(d)} days" : null),
                ("words", p => p.Point.Statement.Words));
            return ExitCode.Done;
        });
        return command;
    }
}
