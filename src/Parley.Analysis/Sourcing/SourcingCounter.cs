using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Counts how claims are sourced and what became of the claims that outlets carried.</summary>
internal static class SourcingCounter
{
    public static SourcingCounts Count(IReadOnlyList<ReportedStatement> statements)
    {
        int Of(Sourcing sourcing) => statements.Count(s => s.Statement.Sourcing == sourcing);
        return new SourcingCounts(Of(Sourcing.Named), Of(Sourcing.Anonymous), Of(Sourcing.Collective), Of(Sourcing.Organisation), Of(Sourcing.Document),
            statements.Min(s => s.Statement.Via.Length), statements.Max(s => s.Statement.Via.Length));
    }

    public static ImmutableArray<OutletRecord> Outlets(IEnumerable<Claim> claims)
    {
        var carried = from claim in claims
                      from outlet in claim.Statements.Select(s => s.In.Outlet).Distinct(StringComparer.OrdinalIgnoreCase)
                      group claim by outlet.ToLowerInvariant();
        return [.. carried.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new OutletRecord(
            o.First().Statements.First(s => s.In.Outlet.Equals(o.Key, StringComparison.OrdinalIgnoreCase)).In.Outlet,
            o.Count(),
            o.Count(c => c.Representative.In.Outlet.Equals(o.Key, StringComparison.OrdinalIgnoreCase) && c.Statements.Any(s => !s.In.Outlet.Equals(o.Key, StringComparison.OrdinalIgnoreCase))),
            o.Count(c => c.State == ClaimState.Confirmed),
            o.Count(c => c.State is ClaimState.Denied or ClaimState.DeniedAndConfirmed),
            o.Count(c => c.State == ClaimState.Withdrawn),
            o.Count(c => c.Sourcing is { Named: 0, Collective: 0, Organisation: 0, Document: 0 })))];
    }
}
