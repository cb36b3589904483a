using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties.Review;

/// <summary><c>parley casualties review</c>: what awaits a person's decision; below it, the decisions.</summary>
internal static class ReviewCommand
{
    /// <summary>The command with those below it.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var kind = WordOption.Create<ReviewKind>("--kind", "Only removal, disagreement, contradiction, pair, second, conflict or record.");
        var reviewer = new Option<string?>("--for") { Description = "Only what this person can decide: nothing that he or she has decided already.", HelpName = "NAME" };
        var text = new Option<string?>("--text") { Description = "Only with these words in name, unit, home or place.", HelpName = "WORDS" };
        var record = new Option<string?>("--record") { Description = "Only about the record whose id begins so.", HelpName = "ID" };
        var before = DateOption.Create("--before", "Only what has waited since this day or longer.");
        var limit = new Option<int?>("--limit") { Description = "At most so many.", HelpName = "N" };
        var format = new ReviewFormat();
        var command = new ExampledCommand("review", "Lists what awaits a person's decision, the most urgent first; takes the decisions.",
            ("parley casualties review --for 'A. Nowak' --limit 20", "what A. Nowak can decide next"),
            ("parley casualties review --kind pair --json", "the doubtful pairs, for a program"),
            ("parley casualties review confirm 3fa9 --by 'A. Nowak'", "one of the two persons who must confirm a record"),
            ("parley casualties review same 3fa9 77bc --by 'A. Nowak' --reason 'same grave'", "two records are one person; the next linkage obeys"),
            ("parley casualties review reviewers", "who has done how much, and what each could do next"))
        {
            kind, reviewer, text, record, before, limit,
            VerdictCommand.Create(terminal, "confirm", ReviewVerdict.Confirm, "Confirms a record: its evidence bears it. The policy says how many persons must."),
            VerdictCommand.Create(terminal, "reject", ReviewVerdict.Reject, "Rejects a record: its evidence does not bear it."),
            VerdictCommand.Create(terminal, "withdraw", ReviewVerdict.Withdraw, "Takes one's own verdict on a record back."),
            PairDecisionCommand.Create(terminal, "same", true, "Decides that two records, or two mentions, are of one person."),
            PairDecisionCommand.Create(terminal, "different", false, "Decides that two records, or two mentions, are of two persons."),
            PairDecisionCommand.Create(terminal, "undecide", null, "Takes one's own decision on a pair back."),
            RemovalCommand.CreateAsk(terminal), RemovalCommand.CreateSettle(terminal),
            ReviewersCommand.Create(terminal), AgreementCommand.Create(terminal), ReviewHistoryCommand.Create(terminal),
        };
        format.AddTo(command);
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var items = ReviewItems.Of(access.Read(parsed), new ReviewFilter
            {
                Kind = parsed.GetValue(kind),
                Reviewer = parsed.GetValue(reviewer),
                Text = parsed.GetValue(text),
                Record = parsed.GetValue(record),
                Before = parsed.GetValue(before),
                Limit = parsed.GetValue(limit),
            }).ToList();
            if (format.IsJson(parsed))
            {
                ReviewJson.Write(items, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "item", items,
                ("what", i => EnumName.Of(i.Kind)),
                ("id", i => string.Join(' ', i.Ids)),
                ("name", i => string.Join(" / ", i.Records.Select(RecordName.Of).Distinct(StringComparer.Ordinal))),
                ("died", i => string.Join(" / ", i.Records.Select(r => r.Incident.Date?.ToString() ?? "?").Distinct(StringComparer.Ordinal))),
                ("why", i => i.Why),
                ("since", i => i.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            return ExitCode.Done;
        });
        return command;
    }
}

/// <summary>Whether an answer is a table for people or JSON Lines.</summary>
internal sealed class ReviewFormat
{
    private readonly Option<string> _format = new("--format") { Description = "table for people, jsonl for programs.", HelpName = "WORD", DefaultValueFactory = _ => "table" };
    private readonly Option<bool> _json = new("--json") { Description = "Short for --format jsonl." };

    public ReviewFormat() => _format.AcceptOnlyFromAmong("table", "jsonl");

    /// <summary>Adds both options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_json);
    }

    /// <summary>Whether JSON Lines are asked for.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json) || parsed.GetValue(_format) == "jsonl";
}
