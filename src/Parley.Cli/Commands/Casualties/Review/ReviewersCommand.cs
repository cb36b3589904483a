using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Review;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties.Review;

/// <summary><c>parley casualties review reviewers</c>: who has done how much, and what each could do next.</summary>
internal static class ReviewersCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var format = new ReviewFormat();
        var command = new ExampledCommand("reviewers", "Shows who has decided how much, and what each could decide next.",
            ("parley casualties review reviewers --json", "the workload, for a program"));
        format.AddTo(command);
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var reviewers = Reviewers.Of(access.Read(parsed)).ToList();
            if (format.IsJson(parsed))
            {
                ReviewJson.Write(reviewers, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "reviewer", reviewers,
                ("reviewer", w => w.Name),
                ("confirmed", w => Text(w.Confirmed)),
                ("rejected", w => Text(w.Rejected)),
                ("pairs", w => Text(w.Pairs)),
                ("corrections", w => Text(w.Corrections)),
                ("removals", w => Text(w.Removals)),
                ("withdrawn", w => Text(w.Withdrawn)),
                ("from", w => w.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("to", w => w.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("open for them", w => Text(w.Open)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
