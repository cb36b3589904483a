using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Publication;

/// <summary>Published dead of an age group, by sex.</summary>
/// <param name="Ages">The ages; null where the age is not known.</param>
/// <param name="Male">Men and boys.</param>
/// <param name="Female">Women and girls.</param>
/// <param name="Unknown">Of unknown sex.</param>
internal sealed record AgeGroupCount(string? Ages, int Male, int Female, int Unknown)
{
    private const int Oldest = 70;

    /// <summary>The groups from the youngest to the oldest, then those of unknown age.</summary>
    public static ImmutableArray<AgeGroupCount> Of(IReadOnlyCollection<CasualtyRecord> published)
    {
        var groups = published.GroupBy(r => StartOf(r.Person.YoungestAgeAt(r.Incident.Date))).ToDictionary(g => g.Key ?? -1, g => g.CountBy(r => r.Person.Sex).ToDictionary());
        return [.. Starts().Append(-1).Select(start =>
        {
            var sexes = groups.GetValueOrDefault(start) ?? [];
            return new AgeGroupCount(start < 0 ? null : NameOf(start), sexes.GetValueOrDefault(PersonSex.Male), sexes.GetValueOrDefault(PersonSex.Female), sexes.GetValueOrDefault(PersonSex.Unknown));
        })];
    }

    /// <summary>Children are one group, and the border between them and adults is one of groups.</summary>
    private static int? StartOf(int? age) => age switch
    {
        null => null,
        < Redaction.AdultAge => 0,
        < 20 => Redaction.AdultAge,
        >= Oldest => Oldest,
        { } years => years / 5 * 5,
    };

    private static IEnumerable<int> Starts() => [0, Redaction.AdultAge, .. Enumerable.Range(4, (Oldest / 5) - 3).Select(i => i * 5)];

    private static string NameOf(int start) => start switch
    {
        0 => "0–17",
        Redaction.AdultAge => "18–19",
        Oldest => "70+",
        _ => $"{start}–{start + 4}",
    };
}
