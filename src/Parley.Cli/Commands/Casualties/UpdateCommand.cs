using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Casualties.Updating;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties update</c>: reads, links and estimates what changed, and says what moved and why.</summary>
internal static class UpdateCommand
{
    private const int MostShown = 50;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var sources = GatherCommand.CreateSourcesOption();
        var format = new Option<string>("--format") { Description = "text for people, json for programs.", HelpName = "WORD", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var json = new Option<bool>("--json") { Description = "Short for --format json." };
        var command = new ExampledCommand("update", "Reads the new reports, links, estimates, and tells what moved since the last update and why.",
            ("parley read obituaries/ && parley casualties update --sources sources.csv", "takes in what is new and brings the register up to date"),
            ("parley casualties update --json", "the same for a program"))
        {
            sources, format, json,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            UpdateReport report;
            using (var ledger = LedgerOption.OpenForReading(access.Path(parsed)))
            {
                report = new RegisterUpdater(GatherCommand.Grades(parsed.GetValue(sources)), new LinkageOptions(), RegisterAccess.Now).Update(ledger, cancellation);
            }

            access.Append(parsed, report.Events);
            if (parsed.GetValue(json) || parsed.GetValue(format) == "json")
            {
                UpdateJson.Write(report, terminal.Output);
            }
            else
            {
                Write(terminal.Results, report);
                terminal.Flush();
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Write(TextWriter output, UpdateReport report)
    {
        output.WriteLine($"{report.Articles} articles read, {report.Mentions} mentions of casualties; {report.Linkage.Mentions} mentions of {report.Linkage.Persons} persons linked");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"by the linkage's own account {report.Linkage.FalseLinks:P2} of its links are false and {report.Linkage.MixedPersons:P2} of the persons with several mentions are two; {report.Linkage.LinkRecall:P2} of the matches are linked"));
        output.WriteLine(report.Since == 0 ? "first update:" : $"since record {report.Since} of the ledger:");
        foreach (var (change, why) in report.Changes.Take(MostShown))
        {
            output.WriteLine(Terminal.OneLine($"  {change.Record.Id} {RecordName.Of(change.Record)}: {change.What}"));
            foreach (var what in why.DistinctBy(EventWording.Of))
            {
                output.WriteLine(Terminal.OneLine($"    because {EventWording.Of(what)} ({what.Who}{(what.Reason.Length > 0 ? ": " + what.Reason : "")})"));
            }
        }

        if (report.Changes.Length > MostShown)
        {
            output.WriteLine($"  … and {report.Changes.Length - MostShown} more");
        }

        foreach (var level in report.Levels)
        {
            output.WriteLine($"  {EnumName.Of(level.Level)}: {level.Before} before, {level.Now} now");
        }

        if (report.Changes.IsEmpty)
        {
            output.WriteLine("  no record moved");
        }

        Write(output, report.EstimateBefore, report.Estimate, report.EstimateCauses);
        output.WriteLine($"{report.Queue} items await review");
    }

    private static void Write(TextWriter output, RecordedEstimate? before, RecordedEstimate now, IReadOnlyCollection<string> causes)
    {
        output.WriteLine(Terminal.OneLine($"estimate ({now.Method}, lists: {(now.Lists.IsEmpty ? "none" : string.Join(", ", now.Lists))}): {Text(now)}"));
        output.WriteLine(before is null ? "  there was none before"
            : causes.Count == 0 ? "  it did not move: the counts are the same"
            : Terminal.OneLine($"  before: {Text(before)}"));
        foreach (var cause in causes)
        {
            output.WriteLine(Terminal.OneLine($"  because {cause}"));
        }
    }

    private static string Text(RecordedEstimate estimate) => estimate.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:F0} dead, 95 % {estimate.Lower:F0} to {(estimate.Upper is { } upper ? upper.ToString("F0", CultureInfo.InvariantCulture) : "unbounded")}, of whom {estimate.Observed} are in the register")
        : $"none, {estimate.Observed} persons counted: {estimate.Refusal}";
}
