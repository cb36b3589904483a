using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Parley.Analysis;
using Parley.Cli.Output;
using Parley.Cli.Watching;
using Parley.Documents.Gathering;
using Parley.Documents.Gathering.Fetching;
using Parley.Documents.Gathering.Watching;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley watch FEEDS.opml</c>: keeps reading feeds and tells what is new to saved questions.</summary>
internal static class WatchCommand
{
    private const int LeastMinutes = 1;
    private const int MostMinutes = 7 * 24 * 60;
    private const long MaxQuestionBytes = 1 << 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var list = new Argument<string>("FEEDS") { Description = "An OPML list of feeds: a file or an address." };
        var ledger = LedgerOption.Create();
        var questions = new Option<FileInfo?>("--questions") { Description = "Saved questions, one a line, that are answered when something new was read.", HelpName = "FILE" };
        var alerts = new Option<FileInfo?>("--alerts") { Description = "Adds the alerts to this file, as JSON Lines, in place of printing them.", HelpName = "FILE" };
        var once = new Option<bool>("--once") { Description = "Ask every feed once and stop, for cron." };
        var every = new Option<int>("--every") { Description = "Minutes between two rounds.", HelpName = "MINUTES", DefaultValueFactory = _ => 15 };
        var follow = new Option<bool>("--follow") { Description = "Also read the page to which each new entry links." };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < LeastMinutes or > MostMinutes)
            {
                result.AddError($"--every takes minutes from {LeastMinutes} to {MostMinutes}");
            }
        });
        var reading = new ReadingOptions();
        var command = new ExampledCommand("watch", "Keeps reading feeds, records what is new, and answers saved questions about it.",
            ("parley watch feeds.opml --questions questions.txt", "reads until Ctrl-C and prints an alert for each answer"),
            ("parley watch feeds.opml --questions questions.txt --alerts alerts.jsonl --once", "one round, for cron"),
            ("echo 'talks: denial of a claim about ceasefire' > questions.txt", "also: position of ACTOR on ISSUE changed; new figure of killed about WORDS; new conflict about WORDS; statement by ACTOR"))
        {
            list, ledger, questions, alerts, once, every, follow,
        };
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            terminal.IsVerbose = parsed.GetValue(terminal.VerboseOption);
            if (ReadQuestions(terminal, parsed.GetValue(questions)) is not { } asked)
            {
                return ExitCode.Failed;
            }

            var path = parsed.GetRequiredValue(ledger);
            var statePath = path + ".watch.json";
            using var turn = TakeTurn(statePath);
            var (state, damaged) = WatchState.Load(statePath);
            if (damaged is not null)
            {
                terminal.Tell(damaged);
            }

            var gathering = reading.GatherOptions(parsed);
            using var fetcher = new PageFetcher(gathering.Fetching, TimeProvider.System);
            using var courtesy = new Courtesy(fetcher, gathering.Fetching, TimeProvider.System, state.Hosts);
            using var gatherer = new Gatherer(gathering, TimeProvider.System);
            var found = await FeedList.ReadAsync(parsed.GetRequiredValue(list), fetcher, gathering, TimeProvider.System, cancellation).ConfigureAwait(false);
            foreach (var fault in found.Faults)
            {
                terminal.Tell(fault);
            }

            if (found.Feeds.IsEmpty)
            {
                return ExitCode.Failed;
            }

            var interval = TimeSpan.FromMinutes(parsed.GetValue(every));
            using var writer = LedgerWriter.Open(path);
            state.AlertedUpTo ??= writer.Head.Sequence;
            var watch = new FeedWatch(new FeedPoller(fetcher, courtesy, TimeProvider.System, interval), fetcher, courtesy, reading.Pipeline(parsed, gatherer), writer, path, terminal)
            {
                FollowsLinks = parsed.GetValue(follow),
            };
            var rounds = new Rounds(watch, courtesy, asked, parsed.GetValue(alerts), terminal, path, statePath);
            try
            {
                while (true)
                {
                    var faults = await rounds.RunAsync(found.Feeds, state, cancellation).ConfigureAwait(false);
                    if (parsed.GetValue(once))
                    {
                        return faults + found.Faults.Length > 0 ? ExitCode.Failed : ExitCode.Done;
                    }

                    await Task.Delay(interval, TimeProvider.System, cancellation).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested && !parsed.GetValue(once))
            {
                terminal.Errors.WriteLine("parley: stopped; what was recorded is kept, and the next watch goes on from here");
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static ImmutableArray<SavedQuestion>? ReadQuestions(Terminal terminal, FileInfo? file)
    {
        if (file is null)
        {
            return ImmutableArray<SavedQuestion>.Empty;
        }

        if (!file.Exists || file.Length > MaxQuestionBytes)
        {
            terminal.Tell(new Fault(file.Name, null, file.Exists ? "is too large for a list of questions" : "is not there", "give a text file with one question a line"));
            return null;
        }

        var (questions, faults) = QuestionFile.Read(file.Name, File.ReadAllText(file.FullName));
        foreach (var fault in faults)
        {
            terminal.Tell(fault);
        }

        return faults.IsEmpty ? questions : null;
    }

    /// <summary>Two watches of one ledger would forget what the other has asked.</summary>
    private static FileStream TakeTurn(string statePath)
    {
        try
        {
            return new FileStream(statePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new IOException($"{statePath}.lock: another watch of this ledger is running; stop it first, or give another --ledger", e);
        }
    }

    /// <summary>Rounds of asking, comparing, telling and remembering.</summary>
    private sealed class Rounds(FeedWatch watch, Courtesy courtesy, IReadOnlyList<SavedQuestion> questions, FileInfo? alertFile, Terminal terminal, string ledger, string statePath)
    {
        public async Task<int> RunAsync(IReadOnlyList<string> feeds, WatchState state, CancellationToken cancellation)
        {
            try
            {
                var (faults, summary) = await watch.AskAsync(feeds, state, cancellation).ConfigureAwait(false);
                var (alerts, head) = NewsComparison.Find(ledger, state.AlertedUpTo ?? 0, questions, cancellation);
                Tell(alerts);
                state.AlertedUpTo = head;
                terminal.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"parley: {summary}{(questions.Count > 0 ? $"; {alerts.Count} alert{(alerts.Count == 1 ? "" : "s")}" : "")}"));
                return faults;
            }
            finally
            {
                state.Hosts.Clear();
                foreach (var (host, rules) in courtesy.Known)
                {
                    state.Hosts[host] = rules;
                }

                state.Save(statePath);
            }
        }

        private void Tell(IReadOnlyList<Alert> alerts)
        {
            if (alerts.Count == 0)
            {
                return;
            }

            if (alertFile is not null)
            {
                using var file = new FileStream(alertFile.FullName, FileMode.Append, FileAccess.Write, FileShare.Read);
                FindingsExport.Write(alerts, ExportFormat.JsonLines, file);
                return;
            }

            foreach (var alert in alerts)
            {
                terminal.Results.WriteLine(Terminal.OneLine(string.Create(CultureInfo.InvariantCulture,
                    $"{alert.Question}: {(alert.Day is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ": " : "")}{alert.Words} [{alert.Url ?? alert.Document}]")));
            }

            terminal.Flush();
        }
    }
}
