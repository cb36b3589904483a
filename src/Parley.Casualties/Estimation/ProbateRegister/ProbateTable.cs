using System.Collections.Immutable;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.ProbateRegister;

/// <summary>
/// Cases in the register of estates by age group and month of death, and the names listed, of whom some have a case. Month 0 is the first of
/// the war; the register was read at the end of the last month.
/// </summary>
internal sealed class ProbateTable
{
    private const int FewestBaselineMonths = 12;
    private const int MostMonths = 1200;

    /// <summary>A table from its cells; see the properties for their order.</summary>
    public ProbateTable(ImmutableArray<string> ages, int firstMonth, double[][] men, double[][] women, double[][] listed, double[][] listedWithCase)
    {
        (Ages, FirstMonth, Men, Women, Listed, ListedWithCase) = (ages, firstMonth, men, women, listed, listedWithCase);
    }

    public ImmutableArray<string> Ages { get; }

    /// <summary>The first month of the baseline, negative.</summary>
    public int FirstMonth { get; }

    /// <summary>Men's cases by age group, then month from <see cref="FirstMonth"/>.</summary>
    public double[][] Men { get; }

    /// <summary>Women's cases in the same order.</summary>
    public double[][] Women { get; }

    /// <summary>Listed names by age group, then month of the war from 0.</summary>
    public double[][] Listed { get; }

    /// <summary>Of them with a case.</summary>
    public double[][] ListedWithCase { get; }

    /// <summary>Months of the war.</summary>
    public int WarMonths => Listed[0].Length;

    /// <summary>Months of the baseline.</summary>
    public int BaselineMonths => -FirstMonth;

    /// <summary>Reads each replicate of a pair of tables; one without a number where there is no column <c>replicate</c>.</summary>
    /// <exception cref="EstimateInputException">A cell is wrong, missing or given twice, or there is too little baseline.</exception>
    public static IReadOnlyList<(int? Replicate, ProbateTable Table)> Read(CountTable registry, CountTable names)
    {
        if (!names.Has("names_listed"))
        {
            throw new EstimateInputException($"{names.Name}: no column 'names_listed'; give the table of listed names with --names");
        }

        var cases = registry.Rows.Where(r => !ReferenceEquals(registry, names) || r.Text("cases_male").Length > 0).GroupBy(r => Replicate(registry, r));
        var lists = names.Rows.Where(r => r.Text("names_listed").Length > 0).GroupBy(r => Replicate(names, r)).ToDictionary(g => g.Key ?? int.MinValue, g => g.ToList());
        var read = new List<(int?, ProbateTable)>();
        foreach (var replicate in cases)
        {
            var listed = lists.GetValueOrDefault(replicate.Key ?? int.MinValue)
                ?? throw new EstimateInputException($"{names.Name}: no names for replicate {replicate.Key}");
            read.Add((replicate.Key, Of(registry, [.. replicate], names, listed)));
        }

        return read.Count > 0 ? read : throw new EstimateInputException($"{registry.Name}: no rows under the header");
    }

    private static int? Replicate(CountTable table, CountRow row) => table.Has("replicate") ? row.WholeNumber("replicate") : null;

    private static ProbateTable Of(CountTable registry, List<CountRow> cases, CountTable names, List<CountRow> listed)
    {
        var byAge = cases.DistinctBy(r => r.Text("age_group")).ToList();
        byAge.ForEach(r => AgeGroup.Read(r, "age_group"));
        ImmutableArray<string> ages = [.. byAge.Select(r => r.Text("age_group"))];
        var (first, last) = (cases.Min(r => r.WholeNumber("month")), cases.Max(r => r.WholeNumber("month")));
        if (first > -FewestBaselineMonths || last < 0 || (long)last - first > MostMonths)
        {
            throw new EstimateInputException(
                $"{registry.Name}: months {first} to {last}; month 0 is the first of the war, and at least {FewestBaselineMonths} months must come before it, at most {MostMonths} in all");
        }

        var months = last - first + 1;
        var (men, women) = (Cells(registry, cases, ages, first, months, "cases_male"), Cells(registry, cases, ages, first, months, "cases_female"));
        var war = listed.Where(r => r.WholeNumber("month") >= 0).ToList();
        var (all, with) = (Cells(names, war, ages, 0, last + 1, "names_listed"), Cells(names, war, ages, 0, last + 1, "names_with_case"));
        foreach (var row in war)
        {
            if (row.Count("names_with_case") > row.Count("names_listed"))
            {
                throw row.At("names_with_case", $"{row.Text("names_with_case")} of {row.Text("names_listed")} listed: more than all");
            }
        }

        return new(ages, first, men, women, all, with);
    }

    private static double[][] Cells(CountTable table, List<CountRow> rows, ImmutableArray<string> ages, int first, int months, string column)
    {
        double[][] cells = [.. ages.Select(_ => Enumerable.Repeat(double.NaN, months).ToArray())];
        foreach (var row in rows)
        {
            var age = ages.IndexOf(row.Text("age_group"));
            var month = row.WholeNumber("month") - first;
            if (age < 0)
            {
                throw row.At("age_group", $"'{row.Text("age_group")}' has no cases in the register; use the same age groups");
            }

            if (month < 0 || month >= months)
            {
                throw row.At("month", $"{row.Text("month")} is outside the register's months");
            }

            cells[age][month] = double.IsNaN(cells[age][month])
                ? row.Count(column)
                : throw row.At("month", $"{ages[age]}, month {row.Text("month")} stands twice");
        }

        for (var age = 0; age < cells.Length; age++)
        {
            var missing = Array.FindIndex(cells[age], double.IsNaN);
            if (missing >= 0)
            {
                throw new EstimateInputException($"{table.Name}: no '{column}' for {ages[age]}, month {missing + first}; write 0 where nothing was counted");
            }
        }

        return cells;
    }
}
