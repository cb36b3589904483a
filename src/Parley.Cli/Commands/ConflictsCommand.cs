using System.CommandLine;
using Parley.Analysis;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley conflicts</c>: what cannot all stand.</summary>
internal static class ConflictsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var kind = WordOption.Create<ConflictKind>("--kind", "Only of this kind: denial, contradiction, competing-figures, broken-pledge, self-contradiction.");
        var query = new FindingsQuery(terminal);
        var command = new ExampledCommand("conflicts", "Lists denials, contradictions, competing figures and broken pledges, with the reason.",
            ("parley conflicts --kind denial", "claims beside the words that deny them"),
            ("parley conflicts --kind competing-figures --text killed", "who counts how many"))
        {
            kind,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var findings = query.Analyse(parsed);
            var found = findings.Conflicts.Where(c => parsed.GetValue(kind) is not { } wanted || c.Kind == wanted);
            if (query.ExportFormat(parsed) is { } format)
            {
                FindingsExport.Write(found, format, terminal.Output);
                return ExitCode.Done;
            }

            var words = findings.Records.Statements.Select(s => (s.Id, Text: $"{s.Statement.Actor?.Name ?? "unspecified"}: {s.Words}"))
                .Concat(findings.Records.Figures.Select(f => (f.Figure.Id, Text: $"{f.Claimant ?? "unspecified"}: {f.Words}{(f.Counted is { } counted ? $" ({counted})" : "")}{(f.Figure.AsOf is { } period ? $", {period}" : "")}")))
                .Concat(findings.Records.Forecasts.Select(f => (f.Forecast.Id, Text: f.Forecast.Evidence is { } evidence ? $"{f.In.Outlet}: {evidence.In(f.Article.Text)}" : $"deadline: {f.Forecast.Deadline ?? "none"}")))
                .DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Text, StringComparer.Ordinal);
            AnswerTable.Write(terminal, "conflict", found,
                ("kind", c => EnumName.Of(c.Kind)),
                ("disputed", c => Words(c.Disputed)),
                ("against it", c => Words(c.Against)),
                ("why", c => c.Why));
            return ExitCode.Done;

            string Words(IEnumerable<string> ids) => string.Join(" | ", ids.Select(id => words.GetValueOrDefault(id, id)));
        });
        return command;
    }
}
