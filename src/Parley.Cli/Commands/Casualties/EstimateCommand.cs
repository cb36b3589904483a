using System.CommandLine;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.Tables;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties estimate</c>: the true toll by a method, with its interval, assumptions and sensitivity.</summary>
internal static class EstimateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new EstimateOptions();
        var format = new Option<string>("--format")
        {
            Description = "json or table.",
            HelpName = "WORD",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("json", "table");
        var command = new ExampledCommand("estimate", "Estimates the true toll from a table of counts. Methods: " + string.Join(", ", EstimateMethods.Names) + ".",
            ("parley casualties estimate --method mse --input lists.csv", "how many are on none of the lists, with the table of models"),
            ("parley casualties estimate --method loglin --interactions \"A:B\" --input lists.csv --format json", "one log-linear model, all its intervals"),
            ("parley casualties estimate --method probate --input registry.csv --names names.csv", "register of estates against the list of names"),
            ("parley casualties estimate --method excess --input deaths.csv --hiv hiv.csv", "excess deaths of men by the ratio to women"),
            ("parley casualties estimate --method completeness --input lists.csv --strata region", "which share of the dead the lists hold, by region"))
        {
            format,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            terminal.IsVerbose = parsed.GetValue(terminal.VerboseOption);
            var estimates = EstimateMethods.Run(options.Request(parsed, CountTable.ReadFile));
            if (parsed.GetValue(format) == "json")
            {
                EstimateJson.Write(estimates, terminal.Output);
            }
            else
            {
                EstimateTable.Write(terminal, estimates);
            }

            foreach (var estimate in estimates)
            {
                var scope = estimate.Scope is null ? "" : $"{estimate.Scope}: ";
                if (estimate.Refusal is { } refusal)
                {
                    terminal.Errors.WriteLine($"parley: {scope}no estimate: {Terminal.OneLine(refusal)}");
                }

                foreach (var warning in estimate.Warnings)
                {
                    terminal.Errors.WriteLine($"parley: {scope}{Terminal.OneLine(warning)}");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
