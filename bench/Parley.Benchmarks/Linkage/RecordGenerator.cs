using System.Globalization;
using System.Text;
using Parley.Casualties.Linkage;

namespace Parley.Benchmarks.Linkage;

/// <summary>
/// Makes records of war dead with known truth: persons, the lists that name them, and what goes wrong in writing names and dates. All
/// rates are assumptions, except the missing birth dates and regions, which are those of a published list.
/// </summary>
internal sealed class RecordGenerator(int seed, int surnameCount = 30_000)
{
    private static readonly string[] Endings = ["ов", "ев", "ин", "ский", "енко", "чук", "ян", "дзе"];
    private static readonly (string List, double Share)[] Lists =
        [("obituary", 0.55), ("probate", 0.50), ("memorial", 0.35), ("court", 0.20), ("volunteers", 0.25)];
    private static readonly (string Scheme, int Weight)[] Schemes =
        [("bgn_pcgn", 4), ("icao_doc_9303", 3), ("mvd_782", 1), ("gost_779", 1), ("scientific", 1)];
    private static readonly (int From, int To, int Weight)[] Ages =
        [(18, 19, 3), (20, 24, 130), (25, 29, 140), (30, 34, 165), (35, 39, 175), (40, 44, 150), (45, 49, 110), (50, 59, 100), (60, 69, 8)];

    private readonly Random _random = new(seed);

    private sealed record GivenName(string Russian, string Ukrainian, string Familiar, string Patronymic);

    private sealed record Person(int Number, string Family, GivenName Given, GivenName Father, int Region, DateOnly Birth, DateOnly Death, bool Propertied);

    /// <summary>Writes records and their truth.</summary>
    /// <param name="records">How many records.</param>
    /// <param name="into">CSV: id, list, surname, given_name, patronymic, birth_date, death_date, region.</param>
    /// <param name="truth">CSV: id, person, list.</param>
    public void Write(int records, TextWriter into, TextWriter truth)
    {
        var (surnames, surnameWeights) = MakeSurnames();
        var given = Resource("given_names.txt").Select(l => l.Split('\t')).ToArray();
        var names = given.Select(g => new GivenName(g[0], g[1], g[3], g[4])).ToArray();
        var nameWeights = Cumulate(given.Select(g => double.Parse(g[2], CultureInfo.InvariantCulture)));
        var regions = Resource("regions.txt").Select(l => l.Split('\t')).ToArray();
        var regionWeights = Cumulate(regions.Select(r => double.Parse(r[1], CultureInfo.InvariantCulture)));
        var ageWeights = Cumulate(Ages.Select(a => (double)a.Weight));
        into.Write("id,list,surname,given_name,patronymic,birth_date,death_date,region\n");
        truth.Write("id,person,list\n");
        Person? before = null;
        var written = 0;
        for (var number = 0; written < records; number++)
        {
            var age = Ages[Draw(ageWeights)];
            var death = new DateOnly(2022, 2, 24).AddDays((int)(850 * Math.Pow(_random.NextDouble(), 0.7)));
            var birth = death.AddYears(-_random.Next(age.From, age.To + 1)).AddDays(-_random.Next(365));
            var person = new Person(number, surnames[Draw(surnameWeights)], names[Draw(nameWeights)], names[Draw(nameWeights)],
                Draw(regionWeights), birth, death, _random.NextDouble() < 0.5);
            var kin = _random.NextDouble();
            if (before is not null && kin < 0.01)
            {
                person = person with { Family = before.Family, Father = before.Father, Region = before.Region, Birth = before.Birth.AddDays(_random.Next(300, 2900) * (_random.Next(2) == 0 ? 1 : -1)) };
            }
            else if (before is not null && kin < 0.015)
            {
                person = person with { Family = before.Family, Given = before.Given, Father = before.Father, Birth = new DateOnly(before.Birth.Year, 1, 1).AddDays(_random.Next(365)) };
            }

            before = person;
            foreach (var (list, share) in Lists)
            {
                if (_random.NextDouble() >= Math.Min(0.95, share * (person.Propertied ? 1.2 : 0.85)))
                {
                    continue;
                }

                for (var mention = 1 + Poisson(0.5); mention > 0 && written < records; mention--)
                {
                    var id = $"r{++written}";
                    into.Write($"{id},{list},{Mention(person, list, regions)}\n");
                    truth.Write($"{id},{person.Number},{list}\n");
                }
            }
        }
    }

    private string Mention(Person person, string list, string[][] regions)
    {
        var ukrainian = _random.NextDouble() < 0.04;
        var family = person.Family;
        var given = ukrainian ? person.Given.Ukrainian : person.Given.Russian;
        if (_random.NextDouble() < 0.03 && person.Given.Familiar.Length > 0)
        {
            given = person.Given.Familiar;
        }

        var chance = _random.NextDouble();
        var patronymic = chance < 0.35 ? "" : chance < 0.43 ? person.Father.Patronymic[..1] : person.Father.Patronymic;
        if (ukrainian)
        {
            family = family.Replace("ский", "ський", StringComparison.Ordinal);
        }

        string[] parts = [family, given, patronymic];
        var latin = _random.NextDouble() < 0.30 ? ukrainian ? Transliteration.Scheme("kmu_2010") : Scheme() : null;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = _random.NextDouble() < 0.85 ? parts[i].Replace('ё', 'е').Replace('Ё', 'Е') : parts[i];
            part = latin is null ? part : latin.Apply(part);
            part = _random.NextDouble() < 0.06 ? Slip(part) : part;
            parts[i] = list == "memorial" && _random.NextDouble() < 0.02 ? Slip(part) : part;
        }

        if (_random.NextDouble() < 0.10)
        {
            (parts[0], parts[1]) = (parts[1], parts[0]);
        }

        var region = _random.NextDouble() switch { < 0.02 => "", < 0.17 => regions[_random.Next(regions.Length)][0], _ => regions[person.Region][0] };
        return $"{parts[0]},{parts[1]},{parts[2]},{Date(person.Birth, 0.45, 0, 0.23)},{Date(person.Death, 0.55, 0.30, 0)},{region}";
    }

    /// <summary>A date to the day, month or year with these chances, else none.</summary>
    private string Date(DateOnly date, double day, double month, double year)
    {
        var chance = _random.NextDouble();
        var format = chance < day ? "yyyy-MM-dd" : chance < day + month ? "yyyy-MM" : chance < day + month + year ? "yyyy" : null;
        return format is null ? "" : date.ToString(format, CultureInfo.InvariantCulture);
    }

    private Transliteration Scheme()
    {
        var draw = _random.Next(Schemes.Sum(s => s.Weight));
        foreach (var (scheme, weight) in Schemes)
        {
            if ((draw -= weight) < 0)
            {
                return Transliteration.Scheme(scheme);
            }
        }

        throw new InvalidOperationException("the weights do not add up");
    }

    private string Slip(string word)
    {
        if (word.Length < 3)
        {
            return word;
        }

        var at = _random.Next(word.Length - 1);
        var letter = (char)((word[1] >= 'а' ? 'а' : 'a') + _random.Next(26));
        return _random.Next(4) switch
        {
            0 => word.Remove(at, 1).Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            2 => word.Insert(at, letter.ToString()),
            _ => string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1, 1), word.AsSpan(at, 1), word.AsSpan(at + 2)),
        };
    }

    private (string[] Names, double[] Weights) MakeSurnames()
    {
        var listed = Resource("surnames.txt").ToArray();
        var names = new List<string>(listed);
        var known = new HashSet<string>(listed, StringComparer.Ordinal);
        var syllables = new[] { "ба", "ва", "го", "ду", "ка", "ло", "ми", "не", "пу", "ра", "со", "те", "фи", "хо", "че", "ша", "ще", "жу", "ци", "юр" };
        while (names.Count < surnameCount)
        {
            var stem = listed[_random.Next(listed.Length)];
            stem = stem[..Math.Max(3, stem.Length - 2)] + (_random.NextDouble() < 0.6 ? syllables[_random.Next(syllables.Length)] : "");
            var name = stem + Endings[_random.Next(Endings.Length)];
            if (known.Add(name))
            {
                names.Add(name);
            }
        }

        return ([.. names.Take(surnameCount)], Cumulate(Enumerable.Range(1, surnameCount).Select(r => Math.Pow(r, -0.75))));
    }

    private int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), _random.NextDouble(), 0);
        for (; product > limit; product *= _random.NextDouble())
        {
            count++;
        }

        return count;
    }

    private int Draw(double[] cumulated)
    {
        var at = Array.BinarySearch(cumulated, _random.NextDouble() * cumulated[^1]);
        return Math.Min(cumulated.Length - 1, at < 0 ? ~at : at + 1);
    }

    private static double[] Cumulate(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(w => sum += w)];
    }

    private static List<string> Resource(string name)
    {
        using var reader = new StreamReader(typeof(RecordGenerator).Assembly.GetManifestResourceStream("linkage/" + name)!, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
