using System.CommandLine;
using Parley.Assessments;
using Parley.Cli.Output;
using Parley.Ledger;

namespace Parley.Cli.Commands;

/// <summary><c>parley brief PATH...</c>: the main job. Reads what is given, records it, writes the assessment.</summary>
internal static class BriefCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var inputs = new Argument<string[]>("PATH")
        {
            Description = "What to read first: files, folders, patterns, addresses, or - for standard input. Nothing: only what the ledger holds.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var ledger = LedgerOption.Create();
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "Folder for brief.html and brief.md; it is made if it is not there.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo("brief"),
        };
        var since = DateOption.Create("--since", "First day of publication to cover.");
        var until = DateOption.Create("--until", "Last day of publication to cover.");
        var asOf = new AsOfOptions();
        var length = new Option<BriefLength>("--length")
        {
            Description = "How much to tell: short, standard or full.",
            HelpName = "short|standard|full",
            DefaultValueFactory = _ => BriefLength.Standard,
        };
        var whole = WholeOption.Create();
        var title = new Option<string?>("--title") { Description = "A title in place of the one made from issues and dates." };
        var reading = new ReadingOptions();
        var command = new ExampledCommand("brief", "Reads reports, records what was said, and writes a brief in which every sentence is cited.",
            ("parley brief samples --out brief", "reads the folder and writes brief/brief.html and brief/brief.md"),
            ("parley brief --since 2025-03-10 --until 2025-03-16 --length full", "writes a week from what the ledger holds"))
        {
            inputs, ledger, output, since, until, length, whole, title,
        };
        asOf.AddTo(command);
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            terminal.IsVerbose = parsed.GetValue(terminal.VerboseOption);
            var path = parsed.GetRequiredValue(ledger);
            var faults = 0;
            if (parsed.GetValue(inputs) is { Length: > 0 } given)
            {
                reading.LoadAhead(parsed);
                using var writer = LedgerWriter.Open(path);
                var recording = new Recording(writer, terminal);
                await recording.RecordAsync(reading.ExtractAsync(parsed, given, cancellation), cancellation).ConfigureAwait(false);
                terminal.Errors.WriteLine($"parley: {recording.Summary()}");
                faults = recording.Faults;
            }

            using var reader = LedgerOption.OpenForReading(path);
            var (known, last) = (asOf.Of(parsed), parsed.GetValue(until));
            last = known.Published < last || last is null ? known.Published : last;
            var asked = new ArticleFilter { PublishedFrom = parsed.GetValue(since), PublishedTo = last, AsOf = known };
            var records = WholeOption.Records(terminal, reader, asked, parsed.GetValue(whole));
            var assessment = BriefBuilder.Build(records, new BriefOptions
            {
                Since = parsed.GetValue(since),
                Until = last,
                GatheredBy = known.Gathered,
                Length = parsed.GetValue(length),
                Title = parsed.GetValue(title),
                LedgerHead = reader.Head.ToString(),
            });
            if (!assessment.Sentences.Any())
            {
                terminal.Errors.WriteLine($"parley: nothing was said in what {path} holds for these days; no brief was written");
                return ExitCode.Failed;
            }

            if (AssessmentVerifier.Verify(assessment, records) is { Count: > 0 } problems)
            {
                terminal.Errors.WriteLine($"parley: no brief was written, because {problems[0]}{(problems.Count > 1 ? $", and {problems.Count - 1} more" : "")}; run 'parley verify --ledger {path}'");
                return ExitCode.Failed;
            }

            var folder = parsed.GetRequiredValue(output);
            folder.Create();
            foreach (var (name, text) in new[] { ("brief.html", HtmlRenderer.Render(assessment)), ("brief.md", MarkdownRenderer.Render(assessment)) })
            {
                var file = Path.Combine(folder.FullName, name);
                await File.WriteAllTextAsync(file, text, cancellation).ConfigureAwait(false);
                await terminal.Results.WriteLineAsync(Path.GetRelativePath(Environment.CurrentDirectory, file)).ConfigureAwait(false);
            }

            return faults > 0 ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }
}
