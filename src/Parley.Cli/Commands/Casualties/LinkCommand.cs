using System.CommandLine;
using System.Globalization;
using System.Text;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties link</c>: which records of a file, or which mentions of the register, are of one person.</summary>
internal static class LinkCommand
{
    private const int MaxTold = 20;

    /// <summary>Fewer records than this teach less than is assumed beforehand.</summary>
    private const int FewRecords = 30;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var input = new Option<string?>("--input") { Description = "The records: CSV with a heading line. Without it the register is linked.", HelpName = "FILE" };
        var map = new Option<string?>("--map") { Description = "What columns of the file hold, if headings do not tell: lines 'heading = kind'.", HelpName = "FILE" };
        var decisions = new Option<string?>("--decisions") { Description = "What people decided about records of the file: CSV with first, second, decision (same or different).", HelpName = "FILE" };
        var threshold = new Option<double>("--threshold")
        {
            Description = "Chance from which records are linked, between 0 and 1.", HelpName = "CHANCE", DefaultValueFactory = _ => new LinkageOptions().Threshold,
        };
        var format = new Option<string?>("--format") { Description = "How to write the clusters: of a file csv if this is not given, of the register only if it is.", HelpName = "csv|jsonl" };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var review = new Option<string?>("--review") { Description = "Write the doubtful pairs there, to be decided (CSV).", HelpName = "FILE" };
        var explain = new Option<string?>("--explain") { Description = "Write the weights behind every pair there (JSON Lines).", HelpName = "FILE" };
        var command = new ExampledCommand("link", "Finds which records are of one person, in the register or in a file; states its errors.",
            ("parley casualties link", "joins the mentions of the register; what is doubtful goes to 'casualties review'"),
            ("parley casualties link --input list.csv --format csv", "links the records of a list"),
            ("parley casualties link --input list.csv --review doubtful.csv --explain why.jsonl", "also what a person should look at, and why"),
            ("parley casualties link --input list.csv --decisions doubtful.csv", "obeys what was decided"))
        {
            input, map, decisions, threshold, format, review, explain,
        };
        access.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(input) is null && (result.GetValue(map) ?? result.GetValue(decisions)) is not null)
            {
                result.AddError("--map and --decisions belong to --input; decisions about the register are made with 'casualties review'");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var options = new LinkageOptions { Threshold = parsed.GetValue(threshold) };
            if (options.Threshold is not (> 0 and < 1))
            {
                throw new FormatException("--threshold takes a chance between 0 and 1");
            }

            var result = parsed.GetValue(input) is { } path
                ? LinkFile(terminal, path, parsed.GetValue(map), parsed.GetValue(decisions), options, cancellation)
                : LinkRegister(terminal, access, parsed, parsed.GetValue(format) is not null, options, cancellation);
            switch (parsed.GetValue(format) ?? (parsed.GetValue(input) is null ? "none" : "csv"))
            {
                case "csv":
                    LinkageExport.WriteClusters(result, terminal.Results);
                    break;
                case "jsonl":
                    LinkageExport.WriteClustersAsJson(result, terminal.Results);
                    break;
            }

            terminal.Flush();
            Write(parsed.GetValue(review), writer => LinkageExport.WriteReview(result, options, writer));
            Write(parsed.GetValue(explain), writer => LinkageExport.WriteExplanations(result, writer));
            Tell(terminal, result.Statistics);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static LinkageResult LinkFile(Terminal terminal, string path, string? map, string? decisions, LinkageOptions options, CancellationToken cancellation)
    {
        var table = RecordTable.ReadFile(path, map is null ? null : ColumnMap.ReadOverrides(File.ReadAllText(map), Path.GetFileName(map)));
        Tell(terminal, table);
        return new Linker(options).Link(table, Decisions(decisions), cancellation);
    }

    private static LinkageResult LinkRegister(Terminal terminal, RegisterAccess access, ParseResult parsed, bool writesClusters, LinkageOptions options, CancellationToken cancellation)
    {
        var register = access.Read(parsed);
        var linkage = new RegisterLinker(options).Link(register, cancellation);
        RegisterEvent[] events = linkage.ToEvent(RegisterAccess.Now) is { } linked ? [linked] : [];
        access.Append(parsed, events);
        // With a format the clusters are the result, and what moved is told beside it.
        RegisterChanges.Write(writesClusters ? terminal.Errors : terminal.Results, register, CasualtyRegister.Of([.. register.Events, .. events]));
        terminal.Errors.WriteLine($"parley: {linkage.Doubtful.Length} doubtful pair{(linkage.Doubtful.Length == 1 ? "" : "s")}; 'parley casualties review' lists them");
        return linkage.Result;
    }

    private static IReadOnlyList<LinkDecision> Decisions(string? path) => path is null ? [] : LinkDecision.ReadFile(path);

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

    private static void Tell(Terminal terminal, LinkageStatistics statistics)
    {
        if (statistics is { PairsCompared: 0, Records: > 1 })
        {
            terminal.Errors.WriteLine($"parley: {statistics.Records} records, and nothing was compared: in all that they have too many agree by chance to tell persons apart; "
                + "add a field that does, such as the date of birth");
            return;
        }

        if (statistics.Records < FewRecords)
        {
            terminal.Errors.WriteLine($"parley: {statistics.Records} records are too few to learn from: links and stated errors rest on what is assumed of names and dates; look at each");
        }

        terminal.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"parley: {statistics.Records} records of {statistics.Clusters} persons; {statistics.PairsCompared} pairs compared; by the model's own account "
        + $"{statistics.FalsePairRate:P2} of the {statistics.LinkedPairs} links are false and {statistics.MixedClusterRate:P2} of the clusters mix persons; "
        + $"of the matches {statistics.LinkRecall:P2} are linked and {statistics.BlockingRecall:P2} were compared, by an audit of {statistics.AuditedRecords} records"));
    }
}
