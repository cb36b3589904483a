using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties score</c>: clusters against the truth, where somebody knows it.</summary>
internal static class ScoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var clusters = new Option<string>("--clusters") { Description = "What 'casualties link' wrote: CSV with id and cluster.", HelpName = "FILE", Required = true };
        var truth = new Option<string>("--truth") { Description = "Who each record is of: CSV with id and person.", HelpName = "FILE", Required = true };
        var command = new ExampledCommand("score", "Compares clusters with the truth: precision, recall and F1 over all pairs of records, B-cubed, mixed clusters.",
            ("parley casualties score --clusters clusters.csv --truth truth.csv", "how well a linkage did on records whose persons are known"))
        {
            clusters, truth,
        };
        command.SetAction(parsed =>
        {
            var (found, known) = (parsed.GetRequiredValue(clusters), parsed.GetRequiredValue(truth));
            using StreamReader of = new(found), against = new(known);
            var score = LinkageScore.Read(of, against, Path.GetFileName(found), Path.GetFileName(known));
            terminal.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Records} records, {score.TruePairs} true pairs, {score.LinkedPairs} linked, {score.LinkedPairs - score.CorrectPairs} of them false, {score.TruePairs - score.CorrectPairs} missed"));
            terminal.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs: precision {score.Precision:F4}, recall {score.Recall:F4}, F1 {score.F1:F4}"));
            terminal.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"B-cubed: precision {score.BCubedPrecision:F4}, recall {score.BCubedRecall:F4}; mixed clusters {score.MixedClusters:P2}"));
            terminal.Flush();
            return ExitCode.Done;
        });
        return command;
    }
}
