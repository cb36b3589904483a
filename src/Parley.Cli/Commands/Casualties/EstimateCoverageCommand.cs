using System.CommandLine;
using System.Globalization;
using Parley.Casualties.Estimation.Simulation;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties coverage</c>: how often a method's intervals hold the truth on made data.</summary>
internal static class EstimateCoverageCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var method = new Option<string?>("--method") { Description = "The method's name; all methods one after the other if not given.", HelpName = "NAME" };
        var runs = new Option<int>("--runs") { Description = "Data sets to make, 1 to 100,000.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = "Seed of them all.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var oddsRatio = new Option<double>("--odds-ratio") { Description = "probate: odds ratio between list and case in the data.", HelpName = "X", DefaultValueFactory = _ => 1 };
        var assumed = new Option<double>("--assumed-odds-ratio") { Description = "probate: the one the estimate is told.", HelpName = "X", DefaultValueFactory = _ => 1 };
        var dead = new Option<double>("--dead") { Description = "probate: war dead to be expected in the data.", HelpName = "N", DefaultValueFactory = _ => 120_000 };
        var dependence = new Option<double?>("--dependence") { Description = "Lists: log odds ratio between the first two lists in the data; what suits the method if not given.", HelpName = "X" };
        runs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) && given is < 1 or > 100_000)
            {
                result.AddError($"--runs takes 1 to 100000, not {result.Tokens[0].Value}");
            }
        });
        var command = new ExampledCommand("coverage", "Measures how often a method's intervals hold the truth on made data.",
            ("parley casualties coverage --method loglin --runs 1000", "bias, spread and coverage on a thousand made tables"))
        {
            method, runs, seed, oddsRatio, assumed, dead, dependence,
        };
        command.SetAction(parsed =>
        {
            foreach (var name in parsed.GetValue(method) is { } one ? [one.Replace('-', '_')] : CoverageSimulation.Methods)
            {
                Write(terminal.Results, CoverageSimulation.Run(
                    name, parsed.GetValue(runs), parsed.GetValue(seed), parsed.GetValue(oddsRatio), parsed.GetValue(assumed), parsed.GetValue(dependence), parsed.GetValue(dead)));
                terminal.Flush();
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(TextWriter results, CoverageReport report)
    {
        results.WriteLine($"{report.Method}: {report.Design}");
        results.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {report.Runs} runs, {report.Refused} without an estimate, bias {report.Bias:P2}, spread {report.Spread:P2}"));
        foreach (var interval in report.Coverage)
        {
            results.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {interval.Kind}: covered {interval.Covered:P1}, mean width {interval.MeanWidth:P1} of the truth"));
        }
    }
}
