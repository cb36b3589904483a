using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation;

/// <summary>A figure that a program, a paper or a manual gives for a table, and what is found here.</summary>
/// <param name="Line">Line in the table of figures, from 1.</param>
/// <param name="Case">Table, method and model.</param>
/// <param name="Differences">Where the two differ by more than may be; empty if they agree.</param>
public sealed record ReferenceResult(int Line, string Case, IReadOnlyList<string> Differences);

/// <summary>
/// Estimates anew what a table of reference figures says, and compares. Its columns: <c>dataset</c> (the file DATASET.csv beside it), <c>estimator</c>,
/// <c>interactions</c>, <c>estimate</c> (empty if there is none), <c>se</c>, <c>interval</c>, <c>lower</c>, <c>upper</c>; <c>arguments</c>, if there is such a
/// column, holds further options of <c>parley casualties estimate</c>.
/// </summary>
public static class ReferenceCheck
{
    private const int BootstrapReplicates = 2000;

    /// <summary>Half a unit in the last of three decimals: reference figures are rounded.</summary>
    private const double Rounding = 0.00051;

    /// <summary>Compares row by row.</summary>
    /// <param name="figures">The table of figures.</param>
    /// <param name="estimate">Estimates, given the arguments of <c>parley casualties estimate</c> that begin with the method.</param>
    /// <exception cref="EstimateInputException">A column is missing.</exception>
    public static IEnumerable<ReferenceResult> Run(CountTable figures, Func<string, Estimate> estimate)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(estimate);
        var known = new Dictionary<string, Estimate>(StringComparer.Ordinal);
        foreach (var row in figures.Rows)
        {
            var arguments = Arguments(row, figures.Has("arguments"));
            if (!known.TryGetValue(arguments, out var found))
            {
                known.Add(arguments, found = estimate(arguments));
            }

            yield return new ReferenceResult(row.Line, $"{row.Text("dataset")}, {row.Text("estimator")} {row.Text("interactions")}".TrimEnd(), [.. Differences(row, found)]);
        }
    }

    private static string Arguments(CountRow row, bool hasMore)
    {
        var method = row.Text("estimator");
        var arguments = $"{method} --input \"{row.Text("dataset")}.csv\"";
        arguments += method is "loglin" or "loglin_ext" ? $" --interactions \"{row.Text("interactions")}\"" : "";
        arguments += row.Text("interval").StartsWith("bca", StringComparison.Ordinal) ? $" --bootstrap {BootstrapReplicates}" : "";
        arguments += method is "dga_bma" ? Prior(row.Text("interactions")) : "";
        return hasMore ? $"{arguments} {row.Text("arguments")}" : arguments;
    }

    /// <summary>The options for a prior told as "delta=1, gamma-Poisson prior a=13.14 b=55.17"; a power of two is that of the lists.</summary>
    private static string Prior(string told)
    {
        var options = "";
        foreach (var word in told.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var option = word.Split('=') is [var name, var value] && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)
                ? name switch { "delta" => $" --delta {value}", "a" => $" --prior-shape {value}", "b" => $" --prior-scale {value}", _ => "" } : "";
            options += option;
        }

        return options;
    }

    private static IEnumerable<string> Differences(CountRow row, Estimate found)
    {
        var kind = row.Text("interval");
        var interval = found.Intervals.FirstOrDefault(i => i.Kind == kind);
        // What is random agrees roughly; what lies on a grid to one step of it.
        var (ofValue, ofLimits) = found.Method == "lcmcr" ? (0.1, 0.15)
            : kind.StartsWith("bca", StringComparison.Ordinal) ? (1e-5, 0.1)
            : kind.Contains("profile", StringComparison.Ordinal) ? (1e-5, 5e-4)
            : (1e-5, 1e-4);
        var step = found.Method == "dga_bma" ? GridStep(found) : Rounding;
        var value = interval?.Center ?? found.Value;
        return new[]
        {
            Difference("estimate", row, value, ofValue, step),
            Difference("se", row, found.StandardError, 1e-4, Rounding, onlyIfGiven: true),
            kind.Length > 0 && interval is null ? $"no interval {kind}" : null,
            interval is null ? null : Difference("lower", row, interval.Lower, ofLimits, step, onlyIfGiven: true),
            interval is null ? null : Difference("upper", row, interval.Upper, ofLimits, step, onlyIfGiven: true),
        }.OfType<string>();
    }

    private static double GridStep(Estimate found)
    {
        var (largest, size) = (Measure(found, "gridLargestUnseen"), Measure(found, "gridSize"));
        return Math.Max(1, largest / Math.Max(1, size)) + Rounding;
    }

    private static double Measure(Estimate found, string name) => found.Measures.FirstOrDefault(m => m.Name == name)?.Value ?? 0;

    private static string? Difference(string column, CountRow row, double? found, double share, double absolute, bool onlyIfGiven = false)
    {
        if (row.Text(column).Length == 0)
        {
            return onlyIfGiven || found is null ? null : FormattableString.Invariant($"{column} {found:F3}, expected none");
        }

        var expected = row.Number(column);
        return found is { } value && Math.Abs(value - expected) <= Math.Max(absolute, share * Math.Abs(expected)) ? null
            : FormattableString.Invariant($"{column} {(found is { } v ? v.ToString("F3", System.Globalization.CultureInfo.InvariantCulture) : "none")}, expected {expected:F3}");
    }
}
