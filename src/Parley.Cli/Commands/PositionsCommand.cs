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
        var actor = new Option<string?>("--actor") { Description = "Only of this actor.", HelpName = "NAME" };
        var issue = new Option<string?>("--issue") { Description = "Only on this issue, e.g. ceasefire.", HelpName = "KEY" };
        var outlet = new Option<string?>("--outlet") { Description = "Only from this outlet.", HelpName = "NAME" };
        var since = DateOption.Create("--since", "Only stances taken on this day or later.");
        var until = DateOption.Create("--until", "Only stances taken on this day or earlier.");
        var confidence = new Option<double?>("--min-confidence") { Description = "Only with at least this confidence, 0 to 1.", HelpName = "P" };
        var query = new FindingsQuery();
        var command = new ExampledCommand("positions", "Shows the stances of actors on issues over time, with their conditions.",
            ("parley positions --issue ceasefire --as-of 2025-03-15", "where everybody stood on a day"),
            ("parley positions --actor Kolchek --format jsonl", "one actor's stances, for a program"))
        {
            actor, issue, outlet, since, until, confidence,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var found = query.Analyse(parsed).Positions
                .Where(s => parsed.GetValue(actor) is not { } name || s.Actor.Contains(name, StringComparison.OrdinalIgnoreCase))
                .Where(s => parsed.GetValue(issue) is not { } key || string.Equals(s.Issue, key, StringComparison.OrdinalIgnoreCase))
                .Select(s => s with { Points = [.. s.Points.Where(p => IsAsked(parsed, p))] }).Where(s => !s.Points.IsEmpty);
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

        bool IsAsked(ParseResult parsed, PositionPoint point) =>
            (parsed.GetValue(outlet) is not { } name || name.Equals(point.Statement.Article.Outlet, StringComparison.OrdinalIgnoreCase)) &&
            !(point.Day < parsed.GetValue(since)) && !(point.Day > parsed.GetValue(until)) &&
            !(point.Statement.Statement.Confidence < parsed.GetValue(confidence));
    }
}
