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
    // Without a stated period later figures are of other events, or bring a count up to date.
    private const int MaxDaysApart = 31;
    private const int MaxRefused = 8;
    private const int MaxTried = 64;
    private const int MaxPaired = 64;

    public static ImmutableArray<FigureComparison> Compare(RecordSet records)
    {
        // Who denies a number does not give it.
        ImmutableArray<ComparableFigure> given = [.. records.Figures.Where(f => f.Statement?.Statement.Polarity is not Polarity.Denies).Select(f => new ComparableFigure(f))];
        var nearby = new FigureIndex(given);
        var comparisons = ImmutableArray.CreateBuilder<FigureComparison>();
        foreach (var group in Group(given))
        {
            var distinct = group.Select(g => given[g].Reported).DistinctBy(f => (f.ClaimantKey, f.Figure.Value, f.Figure.Low, f.Figure.High)).ToImmutableArray();
            if (distinct.Length < 2)
            {
                continue;
            }

            var first = given[group[0]];
            comparisons.Add(new FigureComparison(FindingId.Of("figures", distinct.Select(f => f.Figure.Id)), first.Figure.Measure, first.Unit,
                distinct, Refused(given, nearby, group)) { IsDisputed = IsDisputed(distinct) });
        }

        return comparisons.ToImmutable();
    }

    /// <summary>Why two figures may not be compared, or null if they may.</summary>
    public static string? WhyNot(ReportedFigure first, ReportedFigure second) => WhyNot(new ComparableFigure(first), new ComparableFigure(second));

    private static string? WhyNot(ComparableFigure first, ComparableFigure second)
    {
        var (a, b) = (first.Figure, second.Figure);
        if (!string.Equals(a.Measure, b.Measure, StringComparison.OrdinalIgnoreCase))
        {
            return $"the measures differ: {a.Measure} and {b.Measure}";
        }

        if (first.Unit != second.Unit)
        {
            return $"the units differ: {a.Unit} and {b.Unit}";
        }

        var (populationOfA, populationOfB) = (first.Population, second.Population);
        if (!populationOfA.IsStated && !populationOfB.IsStated && (first.Unit != "percent" || a.Article != b.Article))
        {
            return "neither says whom or what it counts";
        }

        if (!populationOfA.Agrees(populationOfB))
        {
            return !populationOfA.IsStated || !populationOfB.IsStated
                ? "one does not say whom or what it counts"
                : $"they count different things: {first.Reported.Counted ?? "as its sentence says"}; {second.Reported.Counted ?? "as its sentence says"}";
        }

        if (!Period.Agree(a.AsOf, b.AsOf))
        {
            return $"the periods differ: {a.AsOf ?? "not stated"} and {b.AsOf ?? "not stated"}";
        }

        if (a.AsOf is null && first.Day is { } day && second.Day is { } other && Math.Abs(day.DayNumber - other.DayNumber) is > MaxDaysApart and var apart)
        {
            return FormattableString.Invariant($"neither states its period, and the reports are {apart} days apart");
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
    private static bool IsNear(ComparableFigure a, ComparableFigure b) =>
        a.Unit == b.Unit && (a.Unit == "persons" || string.Equals(a.Figure.Measure, b.Figure.Measure, StringComparison.OrdinalIgnoreCase));

    private static bool IsDisputed(ImmutableArray<ReportedFigure> figures)
    {
        for (var i = 0; i < Math.Min(figures.Length, MaxPaired); i++)
        {
            var (low, high) = Range(figures[i].Figure);
            for (var j = 0; j < i; j++)
            {
                var other = Range(figures[j].Figure);
                if (figures[i].ClaimantKey != figures[j].ClaimantKey && (low > other.High || other.Low > high))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Groups in order of their first figures. Only groups of one measure, unit and period with a common word are tried; where no period is
    /// stated only those of the days before, so that the cost does not grow with what was reported long ago.
    /// </summary>
    private static List<List<int>> Group(ImmutableArray<ComparableFigure> figures)
    {
        var groups = new List<List<int>>();
        var byWord = new Dictionary<(string Measure, string Unit, string? Period, string Word), List<int>>();
        for (var number = 0; number < figures.Length; number++)
        {
            var figure = figures[number];
            var keys = figure.Population.Words.Order(StringComparer.Ordinal).DefaultIfEmpty("").Select(w => (figure.Measure, figure.Unit, figure.Figure.AsOf, w)).ToList();
            if (HomeOf(figure, keys) is { } home)
            {
                groups[home].Add(number);
                continue;
            }

            groups.Add([number]);
            foreach (var key in keys)
            {
                if (!byWord.TryGetValue(key, out var list))
                {
                    byWord[key] = list = [];
                }

                list.Add(groups.Count - 1);
            }
        }

        return groups;

        int? HomeOf(ComparableFigure figure, List<(string, string, string?, string)> keys)
        {
            int? home = null;
            foreach (var key in keys)
            {
                var list = byWord.GetValueOrDefault(key) ?? [];
                for (var i = list.Count - 1; i >= Math.Max(0, list.Count - MaxTried); i--)
                {
                    var first = figures[groups[list[i]][0]];
                    if (figure.Figure.AsOf is null && figure.Day?.DayNumber - first.Day?.DayNumber > MaxDaysApart)
                    {
                        break;
                    }

                    if ((home is null || list[i] < home) && WhyNot(first, figure) is null)
                    {
                        home = list[i];
                    }
                }
            }

            return home;
        }
    }

    private static ImmutableArray<RefusedFigure> Refused(ImmutableArray<ComparableFigure> given, FigureIndex nearby, List<int> group) =>
        [.. nearby.SharingWords(group[0])
            .Where(f => !group.Contains(f) && IsNear(given[group[0]], given[f]))
            .Select(f => (Figure: given[f].Reported, Why: WhyNot(given[group[0]], given[f])))
            .Where(f => f.Why is not null)
            .Take(MaxRefused)
            .Select(f => new RefusedFigure(f.Figure, f.Why!))];
}
