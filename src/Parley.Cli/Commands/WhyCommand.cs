using System.CommandLine;
using Parley.Cli.Output;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley why STATEMENT</c>: the words a statement rests on, and for each field the rule behind it.</summary>
internal static class WhyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("STATEMENT") { Description = "Id of a statement, or enough of its beginning." };
        var ledger = LedgerOption.Create();
        var command = new ExampledCommand("why", "Shows the words that a statement rests on and where each of its fields comes from.",
            ("parley why 3fa94c", "explains the statement whose id begins so"))
        {
            id, ledger,
        };
        command.SetAction(parsed =>
        {
            using var reader = LedgerOption.OpenForReading(parsed.GetRequiredValue(ledger));
            var beginning = parsed.GetRequiredValue(id);
            var found = reader.Statements(new StatementFilter { WithEarlierRevisions = true })
                .Where(s => s.Record.Id.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
            if (found.Count != 1)
            {
                terminal.Errors.WriteLine(found.Count == 0
                    ? $"parley: no statement has an id that begins with '{beginning}'; 'parley statements' lists them"
                    : $"parley: several statements have ids that begin with '{beginning}'; give more of it");
                return ExitCode.Failed;
            }

            Tell(terminal, found[0]);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Tell(Terminal terminal, Recorded<Statement> found)
    {
        var (statement, place, output) = (found.Record, found.Place, terminal.Results);
        Line("statement", statement.Id);
        Line("article", $"{place.Article.Title ?? "(no title)"} ({AnswerTable.Place(place)}; {place.Document.Name})");
        Line("sha256", place.Article.Id.Document.Hex);
        Line("made by", $"{statement.Maker.Stage} {statement.Maker.Model} {statement.Maker.Version}");
        output.WriteLine();
        Words("source", statement.Attribution.Source);
        Words("cue", statement.Attribution.Cue);
        Words("content", statement.Attribution.Content);
        output.WriteLine();
        Line("actor", statement.Actor is { } actor ? string.Join(", ", new[] { actor.Name, actor.Role, actor.Country }.Where(p => p is not null)) : "unspecified");
        Line("via", string.Join(" > ", statement.Via.Select(v => v.Actor)));
        Line("sourcing", EnumName.Of(statement.Sourcing));
        Line("said", statement.Said?.Value ?? "unknown");
        Line("polarity", EnumName.Of(statement.Polarity));
        Line("event", statement.Event ?? "none");
        Line("issues", string.Join(", ", statement.Issues));
        Line("stance", statement.Stance is { } stance ? EnumName.Of(stance) : "none");
        Line("confidence", statement.Confidence.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        output.WriteLine();
        foreach (var reason in statement.Why)
        {
            Line(reason.Field, reason.Rule + (reason.Words is { } words ? $": \"{words.In(place.Article.Text)}\"" : ""));
        }

        void Line(string name, string value) => output.WriteLine($"{name,-12}{Terminal.OneLine(value)}");

        void Words(string role, IEnumerable<TextSpan> spans)
        {
            foreach (var span in spans)
            {
                Line(role, $"{span} \"{span.In(place.Article.Text)}\"");
            }
        }
    }
}
