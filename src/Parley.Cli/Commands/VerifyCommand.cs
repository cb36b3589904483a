using System.CommandLine;
using Parley.Cli.Output;
using Parley.Ledger;

namespace Parley.Cli.Commands;

/// <summary><c>parley verify</c>: checks every hash and every citation.</summary>
internal static class VerifyCommand
{
    private const int MaxTold = 100;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = LedgerOption.Create();
        var head = new Option<string?>("--head")
        {
            Description = "A head noted earlier (SEQUENCE:HASH, as 'parley read' prints it): the history up to it must be the same.",
            HelpName = "HEAD",
        };
        var command = new ExampledCommand("verify", "Checks the hash chain, every document's bytes and every citation's words.",
            ("parley verify --ledger talks.db", "prints the head if the ledger is sound, the problems if it is not"))
        {
            ledger, head,
        };
        command.SetAction((parsed, cancellation) =>
        {
            LedgerHead? expected = null;
            if (parsed.GetValue(head) is { } noted)
            {
                expected = LedgerHead.TryParse(noted, out var known)
                    ? known
                    : throw new FormatException($"--head takes SEQUENCE:HASH as 'parley read' prints it, not '{noted}'");
            }

            var path = parsed.GetRequiredValue(ledger);
            LedgerCounts counts;
            LedgerHead found;
            using (var reader = LedgerOption.OpenForReading(path))
            {
                (counts, found) = (reader.Counts(), reader.Head);
            }

            var problems = 0;
            foreach (var problem in LedgerVerifier.Verify(path, expected, cancellation))
            {
                if (++problems <= MaxTold)
                {
                    terminal.Errors.WriteLine($"parley: {path}: {Terminal.OneLine(problem.ToString())}");
                }
            }

            if (problems > 0)
            {
                terminal.Errors.WriteLine($"parley: {path}: {problems} problem{(problems == 1 ? "" : "s")}{(problems > MaxTold ? $", the first {MaxTold} shown" : "")}; do not rely on it, go back to a copy");
                return Task.FromResult(ExitCode.Failed);
            }

            terminal.Results.WriteLine(
                $"{path}: sound: {counts.Records} records, {counts.Documents} documents, {counts.Articles} articles, {counts.Statements} statements; head {found}");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
