using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties register</c>: the records.</summary>
internal static class RegisterCommand
{
    private static readonly string[] Formats = ["table", "jsonl", "csv"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var text = new Option<string?>("--text") { Description = "Only with these words in name, unit, home or place.", HelpName = "WORDS" };
        var status = new Option<CasualtyStatus?>("--status") { Description = "Only killed, missing, presumed, captured, alive or unknown.", HelpName = "WORD" };
        var level = new Option<ConfirmationLevel?>("--level") { Description = "At least reported, probable or confirmed; withdrawn shows all.", HelpName = "WORD" };
        var since = DateOption.Create("--since", "Only incidents that may have been on this day or later.");
        var until = DateOption.Create("--until", "Only incidents that may have been on this day or earlier.");
        var source = new Option<string?>("--source") { Description = "Only what this source gives.", HelpName = "NAME" };
        var conflicts = new Option<bool>("--conflicts") { Description = "Only records whose sources contradict each other." };
        var counted = new Option<bool>("--counted") { Description = "Only records that meet the inclusion criteria." };
        var limit = new Option<int?>("--limit") { Description = "At most so many.", HelpName = "N" };
        var format = new Option<string>("--format") { Description = "table for people, jsonl or csv for programs.", HelpName = "WORD", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong(Formats);
        var profile = new Option<PublicationProfile?>("--profile")
        {
            Description = "For whom: public, partner or internal. A table is internal and an export public if this is not given.", HelpName = "WORD",
        };
        var command = new ExampledCommand("register", "Lists the register's records.",
            ("parley casualties register --status killed --since 2023-01-01", "the dead since a day"),
            ("parley casualties register --counted --format csv > list.csv", "what meets the inclusion criteria, as anyone may see it"),
            ("parley casualties register --conflicts", "records whose sources contradict each other"))
        {
            text, status, level, since, until, source, conflicts, counted, limit, format, profile,
        };
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            var found = register.Records(new RegisterFilter
            {
                Text = parsed.GetValue(text),
                Status = parsed.GetValue(status),
                Level = parsed.GetValue(level),
                From = parsed.GetValue(since),
                To = parsed.GetValue(until),
                Source = parsed.GetValue(source),
                OnlyConflicts = parsed.GetValue(conflicts),
                Policy = parsed.GetValue(counted) ? register.Policy : null,
                Limit = parsed.GetValue(limit),
            }).ToList();
            var asked = parsed.GetValue(format);
            var readers = parsed.GetValue(profile) ?? (asked == "table" ? PublicationProfile.Internal : PublicationProfile.Public);
            switch (asked)
            {
                case "jsonl":
                    TellExport(terminal, RegisterExport.Write(found, readers, terminal.Output), found.Count, readers);
                    break;
                case "csv":
                    TellExport(terminal, RegisterExport.WriteCsv(found, readers, terminal.Output), found.Count, readers);
                    break;
                default:
                    WriteTable(terminal, register, found.Select(r => Redaction.Apply(r, readers)).OfType<CasualtyRecord>());
                    break;
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteTable(Terminal terminal, CasualtyRegister register, IEnumerable<CasualtyRecord> records) =>
        AnswerTable.Write(terminal, "record", records,
            ("id", r => r.Id),
            ("name", RecordName.Of),
            ("born", r => r.Person.Birth?.ToString() ?? (r.Person.Age is { } age ? $"aged {age}" : "")),
            ("status", r => EnumName.Of(r.Status)),
            ("died", r => r.Incident.Date?.ToString()),
            ("place", r => r.Incident.Place),
            ("home", r => r.Person.Home ?? r.Person.Region),
            ("unit", r => r.Person.Unit),
            ("level", r => EnumName.Of(r.Level)),
            ("sources", r => r.Evidence.Select(e => e.Source.Name).Distinct(StringComparer.Ordinal).Count().ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("contradicted", r => string.Join(' ', r.Conflicts.Select(c => RegisterExport.FieldName(c.Field)))),
            ("left out for", r => string.Join(", ", register.Policy.Failed(r))));

    private static void TellExport(Terminal terminal, int written, int found, PublicationProfile profile) => terminal.Errors.WriteLine(
        $"parley: {written} record{(written == 1 ? "" : "s")} for the profile {EnumName.Of(profile)}{(found > written ? $", {found - written} withheld because the person may be alive" : "")}");
}
