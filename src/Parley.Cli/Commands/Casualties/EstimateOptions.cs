using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.ExcessMortality;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.ProbateRegister;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Cli.Commands.Casualties;

/// <summary>The options of <c>parley casualties estimate</c>.</summary>
internal sealed class EstimateOptions
{
    private readonly Option<string> _method = new("--method") { Description = "The method's name.", HelpName = "NAME", Required = true };
    private readonly Option<string> _input = new("--input") { Description = "The table of counts, CSV with a header.", HelpName = "FILE", Required = true };
    private readonly Option<int> _seed = new("--seed") { Description = "Seed of everything random.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _interactions = new("--interactions") { Description = "loglin: interactions such as \"A:B A:C\", or none.", HelpName = "TERMS", DefaultValueFactory = _ => "none" };
    private readonly Option<int> _bootstrap = Bounded("--bootstrap", "Log-linear methods: resamples for a bootstrap interval.", 0, 0, 100_000);
    private readonly Option<double?> _cellPrior = new("--delta") { Description = "dga_bma: prior weight of a cell; 2^-lists if not given.", HelpName = "X" };
    private readonly Option<double?> _priorShape = new("--prior-shape") { Description = "dga_bma: shape of a gamma-Poisson prior of the population.", HelpName = "X" };
    private readonly Option<double?> _priorScale = new("--prior-scale") { Description = "dga_bma: its scale.", HelpName = "X" };
    private readonly Option<int?> _mostUnseen = new("--most-unseen") { Description = "dga_bma: the largest number of unseen people considered.", HelpName = "N" };
    private readonly Option<int> _chains = Bounded("--chains", "lcmcr: independent chains.", new SamplerLength().Chains, 2, 1000);
    private readonly Option<string[]> _strata = new("--strata") { Description = "completeness: columns that tell strata.", HelpName = "COLUMN", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _names = new("--names") { Description = "probate: the table of listed names.", HelpName = "FILE" };
    private readonly Option<int?> _replicate = new("--replicate") { Description = "probate: only this replicate of the input.", HelpName = "N" };
    private readonly Option<double> _oddsRatio = new("--odds-ratio") { Description = "probate: odds ratio between being listed and having a case.", HelpName = "X", DefaultValueFactory = _ => 1.0 };
    private readonly Option<string?> _hiv = new("--hiv") { Description = "excess: deaths from HIV to take out, by year, age group and sex.", HelpName = "FILE" };
    private readonly Option<int> _years = Bounded("--years", "excess: years of the baseline.", 5, 1, 30);
    private readonly Option<int> _baselineEnd = Bounded("--baseline-end", "excess: last year of the baseline.", new ExcessOptions().BaselineEnd, 1800, 2200);
    private readonly Option<ExcessTrend> _trend = new("--trend") { Description = "excess: linear or exponential.", HelpName = "WORD", DefaultValueFactory = _ => ExcessTrend.Linear };
    private readonly Option<ExcessMode> _mode = new("--mode") { Description = "excess: published (as the article's code) or strict.", HelpName = "WORD", DefaultValueFactory = _ => ExcessMode.Strict };
    private readonly Option<int[]> _targets = new("--target") { Description = "excess: years to estimate; all after the baseline but 2020 and 2021 if not given.", HelpName = "YEAR", AllowMultipleArgumentsPerToken = true };

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_method, _input, _seed, _interactions, _bootstrap, _cellPrior, _priorShape, _priorScale, _mostUnseen, _chains, _strata,
            _names, _replicate, _oddsRatio, _hiv, _years, _baselineEnd, _trend, _mode, _targets])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What is asked for by arguments in one text, the method first, as releases keep them.</summary>
    /// <exception cref="EstimateInputException">The arguments are not understood, or a file is no table.</exception>
    public static EstimateRequest Request(string arguments, Func<string, CountTable> read)
    {
        var options = new EstimateOptions();
        var command = new Command("estimate");
        options.AddTo(command);
        var parsed = command.Parse(CommandLineParser.SplitCommandLine("--method " + arguments).ToList());
        return parsed.Errors.Count == 0 ? options.Request(parsed, read)
            : throw new EstimateInputException($"'{arguments}': {parsed.Errors[0].Message}; what 'parley casualties estimate --method' takes is expected, such as \"mse --input lists.csv\"");
    }

    /// <summary>What was asked for, with its files read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="read">Reads a table that it names.</param>
    /// <exception cref="EstimateInputException">A file is no table.</exception>
    public EstimateRequest Request(ParseResult parsed, Func<string, CountTable> read) => new()
    {
        Method = parsed.GetRequiredValue(_method),
        Input = read(parsed.GetRequiredValue(_input)),
        Names = parsed.GetValue(_names) is { } names ? read(names) : null,
        Hiv = parsed.GetValue(_hiv) is { } hiv ? read(hiv) : null,
        Strata = [.. parsed.GetValue(_strata) ?? []],
        MultipleSystems = new MultipleSystemsOptions
        {
            Interactions = parsed.GetValue(_interactions) ?? "none",
            BootstrapReplicates = parsed.GetValue(_bootstrap),
            Seed = parsed.GetValue(_seed),
            Prior = new GraphPrior(parsed.GetValue(_cellPrior), parsed.GetValue(_priorShape), parsed.GetValue(_priorScale), parsed.GetValue(_mostUnseen)),
            Sampler = new SamplerLength(Chains: parsed.GetValue(_chains)),
        },
        Probate = new ProbateOptions { OddsRatio = parsed.GetValue(_oddsRatio), Seed = parsed.GetValue(_seed), Replicate = parsed.GetValue(_replicate) },
        Excess = new ExcessOptions
        {
            BaselineYears = parsed.GetValue(_years),
            BaselineEnd = parsed.GetValue(_baselineEnd),
            Trend = parsed.GetValue(_trend),
            Mode = parsed.GetValue(_mode),
            Targets = [.. parsed.GetValue(_targets) ?? []],
        },
    };

    private static Option<int> Bounded(string name, string description, int value, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} {least} to {most}.", HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) && (given < least || given > most))
            {
                result.AddError($"{name} takes {least} to {most}, not {given}");
            }
        });
        return option;
    }
}
