using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>
/// Sets figures side by side where measure, unit, population and period agree. Everything else that is near is refused with the reason:
/// "killed" is not "casualties", a quarter is not a year.
/// </summary>
internal static class FigureComparer
{
    private const int MaxRefused = 8;

    public static ImmutableArray<FigureComparison> Compare(RecordSet records)
    {
        var comparisons = ImmutableArray.CreateBuilder<FigureComparison>();
        foreach (var measure in records.Figures.GroupBy(f => (f.Figure.Measure, Unit: UnitOf(f.Figure))))
        {
            foreach (var group in Group(measure))
            {
                var distinct = group.DistinctBy(f => (f.Claimant, f.Figure.Value, f.Figure.Low, f.Figure.High)).ToImmutableArray();
                if (distinct.Length < 2)
                {
                    continue;
                }

                comparisons.Add(new FigureComparison(FindingId.Of("figures", distinct.Select(f => f.Figure.Id)), measure.Key.Measure, measure.Key.Unit,
                    distinct, Refused(records, group)) { IsDisputed = IsDisputed(distinct) });
            }
        }

        return comparisons.ToImmutable();
    }

    /// <summary>Why two figures may not be compared, or null if they may.</summary>
    public static string? WhyNot(Figure a, Figure b)
    {
        if (!string.Equals(a.Measure, b.Measure, StringComparison.OrdinalIgnoreCase))
        {
            return $"the measures differ: {a.Measure} and {b.Measure}";
        }

        if (UnitOf(a) != UnitOf(b))
        {
            return $"the units differ: {a.Unit} and {b.Unit}";
        }

        if (!Population.Of(a.Of).Agrees(Population.Of(b.Of)))
        {
            return a.Of is null || b.Of is null
                ? "one does not say whom or what it counts"
                : $"they count different things: {a.Of}; {b.Of}";
        }

        if (!Period.Agree(a.AsOf, b.AsOf))
        {
            return $"the periods differ: {a.AsOf ?? "not stated"} and {b.AsOf ?? "not stated"}";
        }

        return null;
    }

    /// <summary>The claimed range of a figure; an end that is not claimed is open.</summary>
    internal static (decimal Low, decimal High) Range(Figure figure) =>
        (figure.Low ?? (figure.High is null ? figure.Value : null) ?? decimal.MinValue,
         figure.High ?? (figure.Low is null ? figure.Value : null) ?? decimal.MaxValue);

    internal static string UnitOf(Figure figure) =>
        figure.Unit.ToLower(CultureInfo.InvariantCulture) switch { "people" or "person" or "soldiers" or "civilians" => "persons", var unit => unit };

    /// <summary>One measure, or people counted by another: what readers would be tempted to compare.</summary>
    private static bool IsNear(Figure a, Figure b) =>
        UnitOf(a) == UnitOf(b) && (UnitOf(a) == "persons" || string.Equals(a.Measure, b.Measure, StringComparison.OrdinalIgnoreCase));

    private static bool IsDisputed(ImmutableArray<ReportedFigure> figures)
    {
        for (var i = 0; i < figures.Length; i++)
        {
            var (low, high) = Range(figures[i].Figure);
            for (var j = 0; j < i; j++)
            {
                var other = Range(figures[j].Figure);
                if (figures[i].Claimant != figures[j].Claimant && (low > other.High || other.Low > high))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<List<ReportedFigure>> Group(IEnumerable<ReportedFigure> figures)
    {
        var groups = new List<List<ReportedFigure>>();
        foreach (var figure in figures)
        {
            var home = groups.Find(g => g.TrueForAll(f => WhyNot(f.Figure, figure.Figure) is null));
            if (home is null)
            {
                groups.Add([figure]);
            }
            else
            {
                home.Add(figure);
            }
        }

        return groups;
    }

    private static ImmutableArray<RefusedFigure> Refused(RecordSet records, List<ReportedFigure> group)
    {
        var population = Population.Of(group[0].Figure.Of);
        return [.. records.Figures
            .Where(f => !group.Contains(f) && IsNear(group[0].Figure, f.Figure) && population.Touches(Population.Of(f.Figure.Of)))
            .Select(f => (f, Why: WhyNot(group[0].Figure, f.Figure)))
            .Where(f => f.Why is not null)
            .Take(MaxRefused)
            .Select(f => new RefusedFigure(f.f, f.Why!))];
    }
}
