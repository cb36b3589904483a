using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>Deaths of men and women by region, age group and year.</summary>
internal sealed class DeathsBySex
{
    private readonly OrderedDictionary<(string Region, string Age), SortedDictionary<int, (double Men, double Women)>> _deaths = [];

    private readonly Dictionary<string, AgeGroup?> _groups = [];

    /// <summary>Regions in order of first mention; one empty name for a nation.</summary>
    public IEnumerable<string> Regions => _deaths.Keys.Select(k => k.Region).Distinct();

    /// <summary>Age groups of a region in order of first mention; one empty name where there are none.</summary>
    public IEnumerable<string> Ages(string region) => _deaths.Keys.Where(k => k.Region == region).Select(k => k.Age);

    /// <summary>The ages that a group's name says; null for words such as <c>all</c>.</summary>
    public AgeGroup? Group(string age) => _groups.GetValueOrDefault(age);

    /// <summary>Counts by year.</summary>
    public SortedDictionary<int, (double Men, double Women)> this[string region, string age] => _deaths[(region, age)];

    /// <summary>Reads columns year, sex and deaths, or year, deaths_male and deaths_female, with region and age_group where there are any.</summary>
    /// <exception cref="EstimateInputException">The table has another shape, or a cell is wrong or given twice.</exception>
    public static DeathsBySex Read(CountTable table)
    {
        var deaths = new DeathsBySex();
        var (hasRegion, hasAge, hasSex) = (table.Has("region"), table.Has("age_group"), table.Has("sex"));
        var seen = new HashSet<(string, string, int, string)>();
        foreach (var row in table.Rows)
        {
            var region = hasRegion ? row.Text("region") : "";
            var age = hasAge ? row.Text("age_group") : "";
            if (age.Length > 0 && !deaths._groups.ContainsKey(age))
            {
                deaths._groups.Add(age, AgeGroup.Read(row, "age_group"));
            }

            var year = row.WholeNumber("year");
            if (year is < 1800 or > 2200)
            {
                throw row.At("year", $"{year} is no year between 1800 and 2200");
            }

            var sex = hasSex ? row.Text("sex").ToLowerInvariant() : "";
            if (!seen.Add((region, age, year, sex)))
            {
                throw row.At("year", $"the row for {string.Join(", ", new[] { region, age, $"{year}", sex }.Where(s => s.Length > 0))} stands twice");
            }

            if (!deaths._deaths.TryGetValue((region, age), out var years))
            {
                deaths._deaths.Add((region, age), years = []);
            }

            years[year] = Add(years.GetValueOrDefault(year), row, sex, hasSex);
        }

        return table.Rows.Count > 0 ? deaths : throw new EstimateInputException($"{table.Name}: no rows under the header");
    }

    /// <summary>The same counts without deaths of one cause; years and ages the cause does not have stay as they are.</summary>
    public DeathsBySex Without(DeathsBySex cause)
    {
        var rest = new DeathsBySex();
        foreach (var (age, group) in _groups)
        {
            rest._groups.Add(age, group);
        }

        foreach (var ((region, age), years) in _deaths)
        {
            var removed = cause._deaths.GetValueOrDefault(("", age));
            var left = new SortedDictionary<int, (double, double)>();
            foreach (var (year, (men, women)) in years)
            {
                var (menOfCause, womenOfCause) = removed?.GetValueOrDefault(year) ?? default;
                if (menOfCause > men || womenOfCause > women)
                {
                    throw new EstimateInputException($"{age} {year}: more deaths from the cause than deaths; the two tables do not belong together");
                }

                left[year] = (men - menOfCause, women - womenOfCause);
            }

            rest._deaths.Add((region, age), left);
        }

        return rest;
    }

    private static (double Men, double Women) Add((double Men, double Women) sum, CountRow row, string sex, bool hasSex)
    {
        if (!hasSex)
        {
            return (row.Count("deaths_male"), row.Count("deaths_female"));
        }

        var count = row.Count("deaths");
        return sex switch
        {
            "m" or "male" => (sum.Men + count, sum.Women),
            "f" or "female" => (sum.Men, sum.Women + count),
            _ => throw row.At("sex", $"'{sex}' is neither m nor f"),
        };
    }
}
