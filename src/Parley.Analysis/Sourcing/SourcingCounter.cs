using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Counts how claims are sourced and what became of the claims that outlets carried.</summary>
internal static class SourcingCounter
{
    public static SourcingCounts Count(IReadOnlyList<ReportedStatement> statements)
    {
        // What unnamed people tell of somebody with a name rests on them.
        int Of(Sourcing sourcing) => statements.Count(s => (Root.IsToldByUnnamed(s) ? Sourcing.Anonymous : s.Statement.Sourcing) == sourcing);
        return new SourcingCounts(Of(Sourcing.Named), Of(Sourcing.Anonymous), Of(Sourcing.Collective), Of(Sourcing.Organisation), Of(Sourcing.Document),
            statements.Min(s => s.Statement.Via.Length), statements.Max(s => s.Statement.Via.Length));
    }

    /// <summary>True if an outlet had a claim before every other, or on the same day where the others carry its tag.</summary>
    private static bool IsFirst(string outlet, Claim claim)
    {
        var others = claim.Statements.Where(s => !s.In.Outlet.Equals(outlet, StringComparison.OrdinalIgnoreCase)).ToList();
        var own = claim.Statements.Where(s => s.In.Outlet.Equals(outlet, StringComparison.OrdinalIgnoreCase)).Min(s => s.Day);
        return others.Count > 0 && own is { } day && others.All(s => s.Day > day || (s.Day == day && IsAgencyOf(outlet, s)));
    }

    /// <summary>True if a report printed elsewhere is an outlet's own.</summary>
    private static bool IsAgencyOf(string outlet, ReportedStatement statement) =>
        Agencies.Of(statement.Article) is { } agency && Agencies.Key(agency) == Agencies.Key(outlet);

    public static ImmutableArray<OutletRecord> Outlets(IEnumerable<Claim> claims)
    {
        var carried = from claim in claims
                      from outlet in claim.Statements.Select(s => s.In.Outlet).Distinct(StringComparer.OrdinalIgnoreCase)
                      group claim by outlet.ToLowerInvariant();
        return [.. carried.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new OutletRecord(
            o.First().Statements.First(s => s.In.Outlet.Equals(o.Key, StringComparison.OrdinalIgnoreCase)).In.Outlet,
            o.Count(),
            o.Count(c => IsFirst(o.Key, c)),
            o.Count(c => !c.ConfirmedBy.IsEmpty),
            o.Count(c => !c.DeniedBy.IsEmpty),
            o.Count(c => !c.WithdrawnBy.IsEmpty),
            o.Count(c => c.Sourcing is { Named: 0, Collective: 0, Organisation: 0, Document: 0 })))];
    }
}
