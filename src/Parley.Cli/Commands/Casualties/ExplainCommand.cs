using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Cli.Output;
using Spectre.Console;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties explain</c>: why two records were joined or kept apart, weight by weight.</summary>
internal static class ExplainCommand
{
    private const double BitsPerBlock = 2;
    private const int MostBlocks = 12;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var ids = new Argument<string[]>("ids") { Description = "Identifiers of the two records; in the register enough of their beginnings.", HelpName = "FIRST SECOND", Arity = new ArgumentArity(2, 2) };
        var input = new Option<string?>("--input") { Description = "The records: CSV with a heading line. Without it the register is meant.", HelpName = "FILE" };
        var map = new Option<string?>("--map") { Description = "What columns hold, if headings do not tell: lines 'heading = kind'.", HelpName = "FILE" };
        var command = new ExampledCommand("explain", "Shows the weights for and against two records being of one person.",
            ("parley casualties explain 3fa9 77bc", "why two records of the register, or two mentions, are one person or two"),
            ("parley casualties explain r12 r571 --input list.csv", "the waterfall from the prior odds to the chance of a match"))
        {
            ids, input, map,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(input) is not { } path)
            {
                ExplainInRegister(terminal, access.Read(parsed), parsed.GetRequiredValue(ids), cancellation);
                return Task.FromResult(ExitCode.Done);
            }

            var table = RecordTable.ReadFile(path, parsed.GetValue(map) is { } mapping ? ColumnMap.ReadOverrides(File.ReadAllText(mapping), Path.GetFileName(mapping)) : null);
            var wanted = parsed.GetRequiredValue(ids).Select(id => Index(table, id, Path.GetFileName(path))).ToArray();
            var result = new Linker(new LinkageOptions()).Link(table, null, cancellation);
            Write(terminal, result.Explain(Math.Min(wanted[0], wanted[1]), Math.Max(wanted[0], wanted[1])), result.Clusters[wanted[0]] == result.Clusters[wanted[1]]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void ExplainInRegister(Terminal terminal, CasualtyRegister register, string[] ids, CancellationToken cancellation)
    {
        var mentions = ids.Select(id => MentionsOf(register, id)).ToArray();
        var explanation = new RegisterLinker(new LinkageOptions()).Link(register, cancellation).Explain(mentions[0], mentions[1]);
        Write(terminal, explanation, register.RecordOf(explanation.FirstId)!.Id == register.RecordOf(explanation.SecondId)!.Id);
    }

    /// <summary>All mentions of a record, or the one mention that an id means if it is not a record's.</summary>
    private static IReadOnlyCollection<string> MentionsOf(CasualtyRegister register, string id)
    {
        var record = RegisterEditor.Only(register, id);
        return record.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase) ? record.Mentions : register.MentionIdsLike(id);
    }

    private static int Index(RecordTable table, string id, string origin)
    {
        for (var r = 0; r < table.Count; r++)
        {
            if (table.Ids[r] == id)
            {
                return r;
            }
        }

        throw new FormatException($"{origin}: there is no record '{id}'");
    }

    private static void Write(Terminal terminal, LinkageExplanation explanation, bool linked)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false };
        foreach (var heading in new[] { "field", explanation.FirstId, explanation.SecondId, "agreement", "bits", "sum", "" })
        {
            table.AddColumn(new TableColumn(new Text(Terminal.OneLine(heading))));
        }

        var sum = explanation.PriorBits;
        Row("before comparing", "", "", "one pair in so many", explanation.PriorBits);
        foreach (var step in explanation.Steps)
        {
            sum += step.Bits;
            Row(step.Field, step.First, step.Second, step.Level, step.Bits);
            if (step.FrequencyBits != 0)
            {
                sum += step.FrequencyBits;
                Row("", "", "", step.FrequencyBits > 0 ? "a rare value" : "a frequent value", step.FrequencyBits);
            }
        }

        terminal.ResultConsole().Write(table);
        terminal.Results.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{explanation.TotalBits:+0.0;-0.0} bits: chance {explanation.Chance:P2} that both are of one person; they are {(linked ? "in one cluster" : "in two clusters")}"));
        terminal.Flush();

        void Row(params object[] cells)
        {
            var bits = (double)cells[4];
            var blocks = (int)Math.Clamp(Math.Round(Math.Abs(bits) / BitsPerBlock), 0, MostBlocks);
            table.AddRow(
            [
                .. cells[..4].Select(c => new Text(Terminal.OneLine((string)c))),
                new Text(bits.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture)),
                new Text(sum.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture)),
                new Text(new string(bits < 0 ? '-' : '+', blocks)),
            ]);
        }
    }
}
