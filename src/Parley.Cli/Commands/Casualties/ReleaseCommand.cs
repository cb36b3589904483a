using System.CommandLine;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.Tables;
using Parley.Casualties.Publication;
using Parley.Casualties.Register;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties release</c>: publishes the register as a dated folder of files, or makes an earlier one again.</summary>
internal static class ReleaseCommand
{
    /// <summary>The tables of the estimates are kept in the ledger: together they stay small.</summary>
    private const int MostTableBytes = 8 << 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var folder = new Option<string>("--output", "-o") { Description = "The folder of the releases; each gets one of its own in it.", HelpName = "FOLDER", DefaultValueFactory = _ => "releases" };
        var title = new Option<string>("--title") { Description = "What the register is called.", HelpName = "TEXT", DefaultValueFactory = _ => "Casualty register" };
        var contact = new Option<string?>("--contact") { Description = "Where errors can be reported; shown on the page.", HelpName = "TEXT" };
        var date = DateOption.Create("--date", "The day of the release; today if not given.");
        var profile = new Option<PublicationProfile>("--profile") { Description = "For whom: public or partner.", HelpName = "WORD", DefaultValueFactory = _ => PublicationProfile.Public };
        var lists = new Option<SourceLists>("--lists") { Description = "What counts as one list for the register's completeness: kind or group of sources.", HelpName = "WORD", DefaultValueFactory = _ => SourceLists.Kind };
        var seed = new Option<int>("--seed") { Description = "Seed of everything random made of the register.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var estimates = new Option<string[]>("--estimate") { Description = "An estimate to show: what 'parley casualties estimate --method' takes, in quotation marks. May be given several times.", HelpName = "ARGUMENTS" };
        var by = new Option<string>("--by") { Description = "Who publishes; kept in the history, not published.", HelpName = "NAME", DefaultValueFactory = _ => "" };
        var verify = new Option<string?>("--verify") { Description = "Make this release again and say which file differs; publishes nothing.", HelpName = "VERSION" };
        var command = new ExampledCommand("release", "Publishes the register: list, pages, charts, change log and method, in a folder with date and number.",
            ("parley casualties release --title 'Named dead' --by 'A. Nowak'", "writes releases/DATE.NUMBER/ from the records that meet the criteria"),
            ("parley casualties release --by 'A. Nowak' --estimate 'probate --input registry.csv --names names.csv'", "with an estimate of the true toll"),
            ("parley casualties release --verify 2024-05-31.1", "makes it again from the ledger and compares every byte"))
        {
            folder, title, contact, date, profile, lists, seed, estimates, by, verify,
        };
        access.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(profile) == PublicationProfile.Internal)
            {
                result.AddError("a release is for readers outside: --profile takes public or partner");
            }
        });
        command.SetAction(parsed =>
        {
            using var ledger = LedgerOption.OpenForReading(access.Path(parsed));
            var builder = new ReleaseBuilder(RegisterHistory.Read(ledger), Run);
            if (parsed.GetValue(verify) is { } version)
            {
                return Verify(terminal, builder, version, parsed.GetRequiredValue(folder));
            }

            if (!builder.Made.Any() && !CasualtyRegister.Read(ledger).Records().Any())
            {
                throw new FormatException("the register holds no records, so there is nothing to release; 'parley casualties gather' and 'import' fill it");
            }

            var plan = new ReleasePlan
            {
                Title = parsed.GetRequiredValue(title),
                Contact = parsed.GetValue(contact),
                Date = parsed.GetValue(date) ?? DateOnly.FromDateTime(RegisterAccess.Now.UtcDateTime),
                Profile = parsed.GetValue(profile),
                Lists = parsed.GetValue(lists),
                Seed = parsed.GetValue(seed),
                Estimates = [.. Planned(parsed.GetValue(estimates) ?? [])],
            };
            var files = builder.Make(plan, ledger.Head);
            var made = new ReleaseMade
            {
                When = RegisterAccess.Now,
                Who = parsed.GetValue(by) is { Length: > 0 } name ? name : throw new FormatException("--by NAME is needed: who publishes is kept in the history"),
                Version = builder.NextVersion(plan.Date),
                Program = ReleaseBuilder.Program,
                Cutoff = ledger.Head.ToString(),
                Plan = plan,
                Files = ReleaseBuilder.HashesOf(files),
            };
            var earlier = builder.Made.Select(m => Path.Combine(parsed.GetRequiredValue(folder), m.Version)).Where(Directory.Exists).ToList();
            var path = Write(Path.Combine(parsed.GetRequiredValue(folder), made.Version), files);
            access.Append(parsed, [made]);
            terminal.Results.WriteLine(path);
            terminal.Flush();
            if (earlier.Count > 0)
            {
                terminal.Errors.WriteLine($"parley: whoever was removed since still stands in the earlier releases: {string.Join(", ", earlier)}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<PlannedEstimate> Planned(IEnumerable<string> estimates)
    {
        var left = MostTableBytes;
        foreach (var arguments in estimates)
        {
            var inputs = new List<PlannedInput>();
            EstimateOptions.Request(arguments, path =>
            {
                var text = CountTable.TextOfFile(path, left);
                left -= text.Length;
                inputs.Add(new PlannedInput(path, text));
                return CountTable.Parse(Path.GetFileName(path), text);
            });
            yield return new PlannedEstimate(arguments, [.. inputs]);
        }
    }

    private static IReadOnlyList<Estimate> Run(PlannedEstimate planned) => EstimateMethods.Run(EstimateOptions.Request(
        planned.Arguments, path => CountTable.Parse(Path.GetFileName(path), planned.Inputs.First(i => i.Path == path).Text)));

    /// <summary>Writes into a folder that is put in its place when all is there, so that nobody sees half of a release.</summary>
    private static string Write(string path, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path}: is there already, though this ledger has no such release; use another --output");
        }

        var part = path + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true); // what an interrupted run left
        }

        Directory.CreateDirectory(part);
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(part, name), bytes);
        }

        Directory.Move(part, path);
        return path;
    }

    private static int Verify(Terminal terminal, ReleaseBuilder builder, string version, string folder)
    {
        var release = builder.Made.FirstOrDefault(m => m.Version == version)
            ?? throw new FormatException($"the ledger has no release '{version}'; {(builder.Made.Any() ? $"there are {string.Join(", ", builder.Made.Select(m => m.Version))}" : "there is none yet")}");
        var published = Path.Combine(folder, version);
        var differences = ReleaseVerification.Differences(builder, release, Directory.Exists(published) ? published : null);
        foreach (var difference in differences)
        {
            terminal.Results.WriteLine(Terminal.OneLine(difference));
        }

        terminal.Results.WriteLine(differences.IsEmpty
            ? $"{version}: {release.Files.Length} files, the same byte for byte as {(Directory.Exists(published) ? $"in {published} and in the ledger" : $"the ledger says; {published} is not there to compare with")}"
            : $"{version}: not the same");
        terminal.Flush();
        return differences.IsEmpty ? ExitCode.Done : ExitCode.Failed;
    }
}
