using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Review;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties.Review;

/// <summary><c>parley casualties review agreement</c>: how far reviewers agree beyond chance.</summary>
internal static class AgreementCommand
{
    /// <summary>Standard errors on either side of a value that hold 95 %.</summary>
    private const double Wide = 1.96;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var format = new ReviewFormat();
        var command = new ExampledCommand("agreement", "Measures how far reviewers agree beyond chance, by the first verdict of each.",
            ("parley casualties review agreement", "Cohen's kappa of every two, Krippendorff's alpha of more"));
        format.AddTo(command);
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var measures = ReviewerAgreement.Of(access.Read(parsed)).ToList();
            if (format.IsJson(parsed))
            {
                ReviewJson.Write(measures, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "measure", measures,
                ("of", m => m.What),
                ("reviewers", m => string.Join(", ", m.Reviewers)),
                ("items judged twice", m => m.Items.ToString(CultureInfo.InvariantCulture)),
                ("agree", m => m.Agreed?.ToString("P0", CultureInfo.InvariantCulture)),
                ("statistic", m => m.Statistic),
                ("value", m => m.Value?.ToString("F2", CultureInfo.InvariantCulture) ?? (m.Items == 0 ? "nothing was judged twice" : "none: all verdicts are alike")),
                ("95 %", m => m is { Value: { } value, StandardError: { } error }
                    ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(-1, value - (Wide * error)):F2} to {Math.Min(1, value + (Wide * error)):F2}") : ""));
            return ExitCode.Done;
        });
        return command;
    }
}
