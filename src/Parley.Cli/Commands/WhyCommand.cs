using System.CommandLine;
using Parley.Analysis;
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
            var found = StatementArgument.Find(reader, parsed.GetRequiredValue(id));
            Tell(terminal, found);
            TellOthers(terminal, reader, found.Record);
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
        Line("sentence", Sentence(statement, place.Article.Text));
        Words("source", statement.Attribution.Source);
        Words("cue", statement.Attribution.Cue);
        Words("content", statement.Attribution.Content);
        output.WriteLine();
        Field("actor", statement.Actor is { } actor ? string.Join(", ", new[] { actor.Name, actor.Role, actor.Country }.Where(p => p is not null)) : "unspecified");
        Field("via", string.Join(" > ", statement.Via.Select(v => v.Actor)));
        Field("sourcing", EnumName.Of(statement.Sourcing));
        Field("sourceCount", statement.SourceCount is { } count ? $"{count}" : "not said");
        Field("said", statement.Said?.Value ?? "unknown");
        Field("addressee", statement.Addressee ?? "none");
        Field("polarity", EnumName.Of(statement.Polarity));
        Field("event", statement.Event ?? "none");
        Field("about", string.Join(", ", statement.About.Select(a => a[..Math.Min(8, a.Length)])));
        Field("issues", string.Join(", ", statement.Issues));
        Field("stance", statement.Stance is { } stance ? EnumName.Of(stance) : "none");
        Field("condition", statement.Condition is { } condition ? condition.In(place.Article.Text).ToString() : "none");
        Line("confidence", statement.Confidence.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        Line("found by", statement.Attribution.FoundBy ?? "not recorded");

        void Field(string name, string value)
        {
            Line(name, value.Length > 0 ? value : "none");
            foreach (var reason in statement.Why.Where(w => w.Field == name))
            {
                Line("", $"  {reason.Rule}{(reason.Words is { } words ? $": {words} \"{words.In(place.Article.Text)}\"" : "")}");
            }
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

    /// <summary>The statement's words in the text from the first to the last of its parts, with the rest of their sentence.</summary>
    private static string Sentence(Statement statement, string text)
    {
        var parts = statement.Attribution.Source.Concat(statement.Attribution.Cue).Concat(statement.Attribution.Content).Where(p => p.End <= text.Length).ToList();
        if (parts.Count == 0)
        {
            return "";
        }

        var (start, end) = (parts.Min(p => p.Start), parts.Max(p => p.End));
        while (start > 0 && text[start - 1] != '\n' && !(char.IsWhiteSpace(text[start - 1]) && start > 1 && text[start - 2] is '.' or '!' or '?' or '”'))
        {
            start--;
        }

        while (end < text.Length && text[end] != '\n' && text[end - 1] is not ('.' or '!' or '?'))
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>The statements that this one answers, and those that answer it, in this article and others.</summary>
    private static void TellOthers(Terminal terminal, LedgerReader ledger, Statement statement)
    {
        var findings = Analyst.Analyse(ledger.Articles(), new AsOf());
        var own = findings.Claims.FirstOrDefault(c => c.Statements.Any(s => s.Id == statement.Id));
        var lines = new List<(string How, string Claim, string Why)>();
        foreach (var claim in findings.Claims)
        {
            foreach (var (how, answers) in new[] { ("denies", claim.DeniedBy), ("confirms", claim.ConfirmedBy), ("withdraws", claim.WithdrawnBy) })
            {
                lines.AddRange(answers.Where(a => a.StatementId == statement.Id).Select(a => (how, $"{claim.Id[..8]} \"{claim.Representative.Words}\"", a.Why)));
                if (claim == own)
                {
                    lines.AddRange(answers.Select(a => ($"{how[..^1]}ed by".Replace("denyed", "denied", StringComparison.Ordinal), $"{a.Actor} ({a.StatementId[..8]})", a.Why)));
                }
            }
        }

        if (own is not null)
        {
            terminal.Results.WriteLine();
            terminal.Results.WriteLine(Terminal.OneLine($"{"claim",-12}{own.Id[..8]}, {own.Statements.Length} statements, {own.Origins.Length} independent origins"));
        }

        foreach (var (how, claim, why) in lines)
        {
            terminal.Results.WriteLine($"{how,-12}{Terminal.OneLine(claim)}");
            terminal.Results.WriteLine($"{"",-12}  {Terminal.OneLine(why)}");
        }
    }
}
