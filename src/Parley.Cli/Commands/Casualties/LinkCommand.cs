using System.CommandLine;
using System.Globalization;
using System.Text;
using Parley.Casualties.Linkage;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties link</c>: which records are of one person.</summary>
internal static class LinkCommand
{
    private const int MaxTold = 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var input = new Option<string>("--input") { Description = "The records: CSV with a heading line.", HelpName = "FILE", Required = true };
        var map = new Option<string?>("--map") { Description = "What columns hold, if headings do not tell: lines 'heading = kind'.", HelpName = "FILE" };
        var decisions = new Option<string?>("--decisions") { Description = "What people decided: CSV with first, second, decision (same or different).", HelpName = "FILE" };
        var threshold = new Option<double>("--threshold")
        {
            Description = "Chance from which records are linked, between 0 and 1.", HelpName = "CHANCE", DefaultValueFactory = _ => 0.5,
        };
        var format = new Option<string>("--format") { Description = "How to write the clusters.", HelpName = "csv|jsonl", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var review = new Option<string?>("--review") { Description = "Write the doubtful pairs there, to be decided (CSV).", HelpName = "FILE" };
        var explain = new Option<string?>("--explain") { Description = "Write the weights behind every pair there (JSON Lines).", HelpName = "FILE" };
        var command = new ExampledCommand("link", "Finds which records are of one person; writes each record's id and cluster.",
            ("parley casualties link --input list.csv --format csv", "links the records of a list"),
            ("parley casualties link --input list.csv --review doubtful.csv --explain why.jsonl", "also what a person should look at, and why"),
            ("parley casualties link --input list.csv --decisions doubtful.csv", "obeys what was decided"))
        {
            input, map, decisions, threshold, format, review, explain,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var table = RecordTable.ReadFile(parsed.GetRequiredValue(input), parsed.GetValue(map) is { } mapping
                ? ColumnMap.ReadOverrides(File.ReadAllText(mapping), Path.GetFileName(mapping))
                : null);
            Tell(terminal, table);
            var options = new LinkageOptions { Threshold = parsed.GetValue(threshold) };
            if (options.Threshold is not (> 0 and < 1))
            {
                throw new FormatException("--threshold takes a chance between 0 and 1");
            }

            var result = new Linker(options).Link(table, Decisions(parsed.GetValue(decisions)), cancellation);
            if (parsed.GetValue(format) == "csv")
            {
                LinkageExport.WriteClusters(result, terminal.Results);
            }
            else
            {
                LinkageExport.WriteClustersAsJson(result, terminal.Results);
            }

            terminal.Flush();
            Write(parsed.GetValue(review), writer => LinkageExport.WriteReview(result, options, writer));
            Write(parsed.GetValue(explain), writer => LinkageExport.WriteExplanations(result, writer));
            Tell(terminal, result.Statistics);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static IReadOnlyList<LinkDecision> Decisions(string? path)
    {
        if (path is null)
        {
            return [];
        }

        using var reader = new StreamReader(path);
        return LinkDecision.Read(reader, Path.GetFileName(path));
    }

    private static void Write(string? path, Action<TextWriter> write)
    {
        if (path is not null)
        {
            using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            write(writer);
        }
    }

    private static void Tell(Terminal terminal, RecordTable table)
    {
        foreach (var column in table.Map.Unknown)
        {
            terminal.Tell(new Fault("columns", column, "nothing is known of this column and it is not compared", "say with --map what it holds, or that it is ignored"));
        }

        foreach (var warning in table.Warnings.Take(MaxTold))
        {
            terminal.Tell(warning);
        }

        if (table.Warnings.Length > MaxTold)
        {
            terminal.Errors.WriteLine($"parley: {table.Warnings.Length - MaxTold} more warnings about the records");
        }
    }

    private static void Tell(Terminal terminal, LinkageStatistics statistics) => terminal.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"parley: {statistics.Records} records of {statistics.Clusters} persons; {statistics.PairsCompared} pairs compared; by the model's own account "
        + $"{statistics.FalsePairRate:P2} of the {statistics.LinkedPairs} links are false and {statistics.MixedClusterRate:P2} of the clusters mix persons; "
        + $"of the matches {statistics.LinkRecall:P2} are linked and {statistics.BlockingRecall:P2} were compared, by an audit of {statistics.AuditedRecords} records"));
}
