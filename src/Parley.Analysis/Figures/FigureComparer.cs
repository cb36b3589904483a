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
        ImmutableArray<ReportedFigure> given = [.. records.Figures.Where(f => f.Statement?.Statement.Polarity is not Polarity.Denies)];
        var nearby = new FigureIndex(given);
        var comparisons = ImmutableArray.CreateBuilder<FigureComparison>();
        foreach (var group in Group(given))
        {
            var distinct = group.DistinctBy(f => (f.ClaimantKey, f.Figure.Value, f.Figure.Low, f.Figure.High)).ToImmutableArray();
            if (distinct.Length < 2)
            {
                continue;
            }

            var first = group[0].Figure;
            comparisons.Add(new FigureComparison(FindingId.Of("figures", distinct.Select(f => f.Figure.Id)), first.Measure, UnitOf(first),
                distinct, Refused(nearby, group)) { IsDisputed = IsDisputed(distinct) });
        }

        return comparisons.ToImmutable();
    }

    /// <summary>Why two figures may not be compared, or null if they may.</summary>
    public static string? WhyNot(ReportedFigure first, ReportedFigure second)
    {
        var (a, b) = (first.Figure, second.Figure);
        if (!string.Equals(a.Measure, b.Measure, StringComparison.OrdinalIgnoreCase))
        {
            return $"the measures differ: {a.Measure} and {b.Measure}";
        }

        if (UnitOf(a) != UnitOf(b))
        {
            return $"the units differ: {a.Unit} and {b.Unit}";
        }

        var (populationOfA, populationOfB) = (Population.Of(first), Population.Of(second));
        if (!populationOfA.IsStated && !populationOfB.IsStated && (UnitOf(a) != "percent" || a.Article != b.Article))
        {
            return "neither says whom or what it counts";
        }

        if (!populationOfA.Agrees(populationOfB))
        {
            return !populationOfA.IsStated || !populationOfB.IsStated
                ? "one does not say whom or what it counts"
                : $"they count different things: {first.Counted ?? "as its sentence says"}; {second.Counted ?? "as its sentence says"}";
        }

        if (!Period.Agree(a.AsOf, b.AsOf))
        {
            return $"the periods differ: {a.AsOf ?? "not stated"} and {b.AsOf ?? "not stated"}";
        }

        if (a.AsOf is null && first.In.PublicationDay is { } day && second.In.PublicationDay is { } other && Math.Abs(day.DayNumber - other.DayNumber) is > MaxDaysApart and var apart)
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
    private static bool IsNear(Figure a, Figure b) =>
        UnitOf(a) == UnitOf(b) && (UnitOf(a) == "persons" || string.Equals(a.Measure, b.Measure, StringComparison.OrdinalIgnoreCase));

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

    /// <summary>Groups in order of their first figures. Only groups of one measure, unit and period with a common word are tried.</summary>
    private static List<List<ReportedFigure>> Group(ImmutableArray<ReportedFigure> figures)
    {
        var groups = new List<List<ReportedFigure>>();
        var byWord = new Dictionary<(string Measure, string Unit, string? Period, string Word), List<int>>();
        foreach (var figure in figures)
        {
            var words = Population.Of(figure).Words.Order(StringComparer.Ordinal).DefaultIfEmpty("").ToList();
            var keys = words.Select(w => (figure.Figure.Measure.ToLowerInvariant(), UnitOf(figure.Figure), figure.Figure.AsOf, w)).ToList();
            var home = keys.SelectMany(k => byWord.GetValueOrDefault(k) ?? []).Distinct().Order()
                .Where(g => WhyNot(groups[g][0], figure) is null).Select(g => (int?)g).FirstOrDefault();
            if (home is { } known)
            {
                groups[known].Add(figure);
                continue;
            }

            groups.Add([figure]);
            foreach (var key in keys)
            {
                if (!byWord.TryGetValue(key, out var list))
                {
                    byWord[key] = list = [];
                }

                if (list.Count < MaxTried)
                {
                    list.Add(groups.Count - 1);
                }
            }
        }

        return groups;
    }

    private static ImmutableArray<RefusedFigure> Refused(FigureIndex nearby, List<ReportedFigure> group) =>
        [.. nearby.SharingWords(group[0])
            .Where(f => !group.Contains(f) && IsNear(group[0].Figure, f.Figure))
            .Select(f => (Figure: f, Why: WhyNot(group[0], f)))
            .Where(f => f.Why is not null)
            .Take(MaxRefused)
            .Select(f => new RefusedFigure(f.Figure, f.Why!))];
}
