using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties.Review;

/// <summary><c>parley casualties review history [ID]</c>: every decision, by whom, when and why, those taken back too.</summary>
internal static class ReviewHistoryCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var format = new ReviewFormat();
        var id = new Argument<string?>("ID") { Description = "Id of a record, or enough of its beginning; all records without it.", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string?>("--by") { Description = "Only what this person did.", HelpName = "NAME" };
        var command = new ExampledCommand("history", "Shows every decision, by whom, when and why; those taken back too.",
            ("parley casualties review history --by 'A. Nowak'", "what A. Nowak decided"))
        {
            id, by,
        };
        format.AddTo(command);
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            var events = parsed.GetValue(id) is { } record ? register.HistoryOf(RegisterEditor.Only(register, record)) : register.Localised;
            var decisions = events.Where(e => e is RecordReviewed or PairDecided or FieldCorrected or RecordRemoved or RemovalAsked or RemovalSettled)
                .Where(e => parsed.GetValue(by) is not { } name || e.Who.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(e => (Event: e, Words: EventWording.Of(e))).ToList();
            if (format.IsJson(parsed))
            {
                ReviewJson.Write(decisions, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "decision", decisions,
                ("number", d => d.Event.Sequence.ToString(CultureInfo.InvariantCulture)),
                ("when", d => d.Event.When.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                ("who", d => d.Event.Who),
                ("about", d => About(register, d.Event)),
                ("what", d => d.Words),
                ("why", d => d.Event.Reason));
            return ExitCode.Done;
        });
        return command;
    }

    private static string About(CasualtyRegister register, RegisterEvent what) => string.Join(" / ", what.Concerns.Select(id => Name(register, id)));

    private static string Name(CasualtyRegister register, string id) => register.RecordOf(id) is { } record ? RecordName.Of(record) : id;
}
