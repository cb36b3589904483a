using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Casualties.Teams;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties export</c>: makes the package that another team merges.</summary>
internal static class PackageExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var team = new Option<string?>("--team") { Description = "Name of the team; needed the first time and kept from then on.", HelpName = "NAME" };
        var by = new Option<string>("--by") { Description = "Who names the team.", HelpName = "NAME", DefaultValueFactory = _ => "export" };
        var output = new Option<string?>("--out") { Description = "Write the package there rather than to standard output.", HelpName = "FILE" };
        var profile = new Option<PublicationProfile>("--profile")
        {
            Description = "For whom: partner (all of the dead) or public (no minors, homes or words). Nobody gets persons who may be alive, or names of reviewers, relatives and volunteers.",
            HelpName = "WORD", DefaultValueFactory = _ => PublicationProfile.Partner,
        };
        var command = new ExampledCommand("export", "Writes the register as a package that another team can merge.",
            ("parley casualties export --team North --out north.jsonl", "the first package of the team North"),
            ("parley casualties export > north.jsonl", "the next one"))
        {
            team, by, output, profile,
        };
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            if (parsed.GetValue(team) is { } name && new RegisterEditor(register, parsed.GetRequiredValue(by), RegisterAccess.Now).NameTeam(name) is { } named)
            {
                access.Append(parsed, [named]);
            }

            using var ledger = LedgerOption.OpenForReading(access.Path(parsed));
            var package = PackageBuilder.Of(CasualtyRegister.Read(ledger), ledger.Head, parsed.GetValue(profile));
            if (parsed.GetValue(output) is { } path)
            {
                using var file = File.Create(path);
                package = PackageFormat.Write(package, file);
            }
            else
            {
                package = PackageFormat.Write(package, terminal.Output);
            }

            terminal.Errors.WriteLine($"parley: {package.Events.Length} events of team {package.Team} for the profile {EnumName.Of(package.Profile)}, {package.Withheld} mentions withheld; sha256 {package.Hash}");
            return ExitCode.Done;
        });
        return command;
    }
}
