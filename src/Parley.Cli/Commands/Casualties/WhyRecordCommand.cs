using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties why ID</c>: every field of a record with what it rests on, and what was done to it.</summary>
internal static class WhyRecordCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var id = new Argument<string>("ID") { Description = "Id of a record, or enough of its beginning." };
        var command = new ExampledCommand("why", "Shows every field of a record with its evidence, and the record's history.",
            ("parley casualties why 3fa9", "the record whose id begins so"))
        {
            id,
        };
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            var record = RegisterEditor.Only(register, parsed.GetRequiredValue(id));
            Tell(terminal.Results, register, record);
            terminal.Flush();
            return ExitCode.Done;
        });
        return command;
    }

    private static void Tell(TextWriter output, CasualtyRegister register, CasualtyRecord record)
    {
        Line("record", $"{record.Id}  {RecordName.Of(record)}");
        Line("level", $"{EnumName.Of(record.Level)}; the evidence bears {EnumName.Of(Confirmation.LevelOf(record))}, "
            + $"confirmed by {People(record.ConfirmedBy)}, rejected by {People(record.RejectedBy)}, {register.Policy.Reviewers} reviewers wanted");
        var failed = register.Policy.Failed(record);
        Line("counted", failed.IsEmpty ? $"yes, by the criteria '{register.Policy.Name}'" : $"no, by the criteria '{register.Policy.Name}': {string.Join(", ", failed)}");
        if (!record.OtherNames.IsEmpty)
        {
            Line("also named", string.Join("; ", record.OtherNames));
        }

        output.WriteLine();
        foreach (var choice in record.Choices)
        {
            Line(RegisterExport.FieldName(choice.Field), $"{choice.Value}  ({EnumName.Of(choice.Rule)})");
            foreach (var evidence in record.Evidence.Where(e => e.Field == choice.Field))
            {
                var words = evidence.Words is { } quoted ? $" \"{quoted}\"" : "";
                output.WriteLine(Terminal.OneLine($"    {evidence.Value}{words}: {evidence.Source.Name} ({EnumName.Of(evidence.Source.Kind)}, {evidence.Source.Reliability}); {evidence.Citation}"
                    + (evidence.Span is { } span ? $" {span}" : "")));
            }

            if (!choice.Against.IsEmpty)
            {
                output.WriteLine(Terminal.OneLine($"    contradicted by: {string.Join("; ", choice.Against)}"));
            }
        }

        output.WriteLine();
        foreach (var what in register.HistoryOf(record))
        {
            Line(what.When.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), $"{EventWording.Of(what)} (record {what.Sequence} of the ledger, {what.Who}{(what.Reason.Length > 0 ? ": " + what.Reason : "")})");
        }

        void Line(string name, string value) => output.WriteLine($"{name,-17}{Terminal.OneLine(value)}");
    }

    private static string People(IReadOnlyCollection<string> names) => names.Count == 0 ? "nobody" : string.Join(", ", names);
}
