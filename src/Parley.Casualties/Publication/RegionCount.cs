using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Publication;

/// <summary>Dead of a region of home.</summary>
/// <param name="Region">The region as records give it; null where it is not known.</param>
/// <param name="Published">Those published.</param>
/// <param name="Unpublished">Named dead who are not confirmed as far as the criteria want.</param>
internal sealed record RegionCount(string? Region, int Published, int Unpublished)
{
    /// <summary>The regions, those with most dead first.</summary>
    public static ImmutableArray<RegionCount> Of(IReadOnlyCollection<CasualtyRecord> published, IReadOnlyCollection<CasualtyRecord> dead)
    {
        var shown = published.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var counts = published.CountBy(r => Name(r) ?? "", StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var others = dead.Where(r => !shown.Contains(r.Id)).CountBy(r => Name(r) ?? "", StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return [.. counts.Keys.Union(others.Keys, StringComparer.OrdinalIgnoreCase)
            .Select(r => new RegionCount(r.Length > 0 ? r : null, counts.GetValueOrDefault(r), others.GetValueOrDefault(r)))
            .OrderBy(r => r.Region is null).ThenByDescending(r => r.Published + r.Unpublished).ThenBy(r => r.Region, StringComparer.Ordinal)];
    }

    /// <summary>A record's region, or null.</summary>
    public static string? Name(CasualtyRecord record) => record.Person.Region?.Trim() is { Length: > 0 } name ? name : null;
}
