using System.CommandLine;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.Tables;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties reference</c>: whether the methods give the figures that other programs give for the same tables.</summary>
internal static class ReferenceCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var figures = new Argument<string>("figures") { Description = "CSV with the columns dataset, estimator, interactions, estimate, se, interval, lower, upper; the tables stand beside it as DATASET.csv.", HelpName = "FILE" };
        var command = new ExampledCommand("reference", "Estimates anew what a table of reference figures says, and names each figure that differs.",
            ("parley casualties reference expected.csv", "how many figures agree; exit code 1 if one does not"))
        {
            figures,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(figures);
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            var (agreed, all) = (0, 0);
            foreach (var result in ReferenceCheck.Run(CountTable.ReadFile(path), Estimate))
            {
                all++;
                agreed += result.Differences.Count == 0 ? 1 : 0;
                foreach (var difference in result.Differences)
                {
                    terminal.Results.WriteLine($"line {result.Line}: {result.Case}: {difference}");
                }
            }

            terminal.Results.WriteLine($"{agreed} of {all} figures agree");
            terminal.Flush();
            return agreed == all ? ExitCode.Done : ExitCode.Failed;

            Estimate Estimate(string arguments)
            {
                var request = EstimateOptions.Request(arguments, name => CountTable.ReadFile(Path.Combine(folder, name)));
                return EstimateMethods.Run(request with { MultipleSystems = request.MultipleSystems with { WithSensitivity = false } })[0];
            }
        });
        return command;
    }
}
