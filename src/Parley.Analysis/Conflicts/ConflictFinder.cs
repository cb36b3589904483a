using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Brings together what conflicts: denials, contradictions, competing figures, broken pledges, an actor's own contradictions.</summary>
internal static class ConflictFinder
{
    // Other values a week later are of other events, or bring an account up to date; what another denies long after is another matter.
    private const int MaxDaysBetweenValues = 5;
    private const int MaxDaysBetweenActors = 31;

    public static ImmutableArray<Conflict> Find(ClaimFinder found, ImmutableArray<Claim> claims, ImmutableArray<FigureComparison> figures, ImmutableArray<PledgeFinding> pledges) =>
        [.. Denials(claims), .. Contradictions(found, claims), .. Competing(figures), .. Broken(pledges)];

    /// <summary>Claims that the same statements deny stand together.</summary>
    private static IEnumerable<Conflict> Denials(ImmutableArray<Claim> claims) =>
        from claim in claims
        where !claim.DeniedBy.IsEmpty
        group claim by string.Join('|', claim.DeniedBy.Select(d => d.StatementId)) into denied
        let first = denied.First()
        select new Conflict
        {
            Id = FindingId.Of("denial", denied.Select(c => c.Id).Concat(first.DeniedBy.Select(d => d.StatementId))),
            Kind = ConflictKind.Denial,
            Disputed = [.. denied.Select(c => c.Representative.Id)],
            Against = [.. first.DeniedBy.Select(d => d.StatementId)],
            ClaimIds = [.. denied.Select(c => c.Id)],
            Why = first.DeniedBy[0].Why,
        };

    private static IEnumerable<Conflict> Contradictions(ClaimFinder found, ImmutableArray<Claim> claims)
    {
        var withFigures = found.Records.Figures.Where(f => f.Statement is not null).Select(f => f.Statement!.Id).ToHashSet(StringComparer.Ordinal);
        var denied = claims.SelectMany(c => c.DeniedBy.Concat(c.WithdrawnBy).Select(d => (c.Id, found.ClaimOf(d.StatementId)))).ToHashSet();
        // Who confirms what another denies is named with that denial.
        denied.UnionWith(claims.SelectMany(c => c.DeniedBy.SelectMany(d => c.ConfirmedBy.Select(a => (found.ClaimOf(d.StatementId)!, found.ClaimOf(a.StatementId))))));
        var seen = new HashSet<(string, string)>();
        foreach (var (earlier, later, kind, why) in found.Index.Oppositions)
        {
            var (first, second) = (found.ClaimOf(earlier.Id)!, found.ClaimOf(later.Id)!);
            if (first == second || denied.Contains((first, second)) || denied.Contains((second, first)) ||
                !seen.Add(string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first)))
            {
                continue;
            }

            var own = earlier.Statement.Actor is { } actor && later.Statement.Actor?.Id == actor.Id;
            var negates = kind == OppositionKind.Negation;
            if (own ? !negates || earlier.SpokenDay == later.SpokenDay : DaysBetween(earlier, later) > (negates ? MaxDaysBetweenActors : MaxDaysBetweenValues))
            {
                continue;
            }

            // Whether figures may be compared is told by their measures and populations, not by the words around them.
            if (kind == OppositionKind.Values && withFigures.Contains(earlier.Id) && withFigures.Contains(later.Id))
            {
                continue;
            }

            yield return new Conflict
            {
                Id = FindingId.Of("contradiction", [first, second]),
                Kind = own ? ConflictKind.SelfContradiction : ConflictKind.Contradiction,
                Disputed = [earlier.Id],
                Against = [later.Id],
                ClaimIds = [first, second],
                Why = why,
            };
        }
    }

    private static int DaysBetween(ReportedStatement a, ReportedStatement b) =>
        a.SpokenDay is { } day && b.SpokenDay is { } other ? Math.Abs(day.DayNumber - other.DayNumber) : 0;

    private static IEnumerable<Conflict> Competing(ImmutableArray<FigureComparison> figures) => figures.Where(f => f.IsDisputed).Select(f => new Conflict
    {
        Id = f.Id,
        Kind = ConflictKind.CompetingFigures,
        Disputed = [f.Figures[0].Figure.Id],
        Against = [.. f.Figures.Skip(1).Select(o => o.Figure.Id)],
        Why = $"claimants give different numbers of {f.Measure} ({f.Unit})",
    });

    private static IEnumerable<Conflict> Broken(ImmutableArray<PledgeFinding> pledges) => pledges.Select(p => new Conflict
    {
        Id = FindingId.Of("pledge", [p.Pledge.Forecast.Id]),
        Kind = ConflictKind.BrokenPledge,
        Disputed = [p.Pledge.Forecast.StatementId ?? p.Pledge.Forecast.Id],
        Against = [p.Outcome?.Id ?? p.Pledge.Forecast.Id],
        Why = p.Why,
    });
}
