using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>Other baselines on the same deaths.</summary>
internal static class ExcessSensitivity
{
    /// <summary>One row for each choice; a choice the data cannot bear says why.</summary>
    public static ImmutableArray<Alternative> Of(DeathsBySex all, DeathsBySex? cause, ExcessOptions options, Func<DeathsBySex, ExcessOptions, ExcessTotal> total)
    {
        var rows = ImmutableArray.CreateBuilder<Alternative>();
        foreach (var (name, from) in Sources(all, cause))
        {
            foreach (var years in new[] { 1, 5, 10 })
            {
                rows.Add(Row($"linear trend, {years} year{(years > 1 ? "s" : "")}, {name}", from, options with { Trend = ExcessTrend.Linear, BaselineYears = years }));
            }

            rows.Add(Row($"exponential trend, {options.BaselineYears} years, {name}", from, options with { Trend = ExcessTrend.Exponential }));
        }

        return rows.ToImmutable();

        Alternative Row(string choice, DeathsBySex from, ExcessOptions with)
        {
            try
            {
                var found = total(from, with);
                var interval = found.Intervals().FirstOrDefault();
                return new(choice, found.Value, interval?.Lower, interval?.Upper, found.StandardError is { } e ? $"standard error {e:F0}" : "no error");
            }
            catch (EstimateInputException e)
            {
                return new(choice, null, Note: e.Message);
            }
        }
    }

    private static IEnumerable<(string Name, DeathsBySex Deaths)> Sources(DeathsBySex all, DeathsBySex? cause)
    {
        yield return ("all causes", all);
        if (cause is not null)
        {
            yield return ("HIV removed", all.Without(cause));
        }
    }
}
