using System.CommandLine;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley agreements</c>: which accords are invoked, and who says what of them.</summary>
internal static class AgreementsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Option<string?>("--name") { Description = "Only this agreement.", HelpName = "NAME" };
        var claim = new Option<AgreementClaim?>("--claim") { Description = "Only where this is claimed: concluded, breached, expiring, …", HelpName = "WORD" };
        var query = new QueryOptions();
        var command = new ExampledCommand("agreements", "Lists the agreements that are mentioned and what is claimed of them.",
            ("parley agreements --claim breached", "who says that which agreement was broken"))
        {
            name, claim,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var filter = query.Narrow(parsed, new AgreementFilter
            {
                Name = parsed.GetValue(name),
                Claim = parsed.GetValue(claim),
            });
            return query.Answer(terminal, parsed, "agreement", ledger => ledger.Agreements(filter), (found, format, output) => LedgerExport.Write(found, format, output),
                ("agreement", a => a.Record.Name),
                ("date", a => a.Record.Date?.ToString()),
                ("claim", a => EnumName.Of(a.Record.Claim)),
                ("claimant", a => a.Record.Claimant),
                ("parties", a => string.Join(", ", a.Record.Parties)),
                ("words", a => AnswerTable.Words(a.Place, [a.Record.Span])),
                ("in", a => AnswerTable.Place(a.Place)));
        });
        return command;
    }
}
