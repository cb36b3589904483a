using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Publication;
using Parley.Casualties.Register;
using Parley.Ledger;

namespace Parley.Tests.Casualties.Publication;

/// <summary>A register made event by event, and its releases.</summary>
internal sealed class MadeRegister
{
    public static readonly CasualtySource Daily = new("Tver Daily", SourceKind.LocalMedia, 'B', "");
    public static readonly CasualtySource Court = new("Court of Tver", SourceKind.Court, 'A', "");
    public static readonly CasualtySource Grave = new("Cemetery survey", SourceKind.Cemetery, 'C', "");
    public static readonly CasualtySource Sister = new("Sister Olga Canary", SourceKind.Relative, 'B', "");
    private static readonly DateTimeOffset Then = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly List<RegisterEvent> _events = [];

    public MadeRegister(string policy = "name = first\nlevel = reported\nreviewers = 0\n") =>
        Do(new PolicySet { When = Then, Who = "Ann", Reason = "x", Origin = "p.txt", Text = policy });

    public CasualtyRegister Register => CasualtyRegister.Of(_events);

    public ReleaseBuilder Builder => new(_events, _ => []);

    /// <summary>Adds a mention and gives its id. Whoever has no fate given was killed.</summary>
    public string Add(string key, CasualtySource source, params (string Field, string Value)[] values)
    {
        var mention = new CasualtyMention
        {
            Key = key,
            Source = source,
            Citation = $"list.csv: {key}",
            Maker = "import 1",
            Values = [.. new[] { ("surname", "Орлов"), ("given_name", "Фёдор"), ("status", "killed"), ("death_date", "2024-03-05"), ("region", "Тверь"), ("age", "30"), ("sex", "male") }
                .Where(v => !values.Any(given => given.Field == v.Item1)).Concat(values)
                .Select(v => new MentionValue(Enum.Parse<RegisterField>(v.Item1.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), v.Item2))],
        };
        Do(new MentionAdded { When = Then, Who = "import", Mention = mention });
        return mention.Id;
    }

    public void Correct(string id, RegisterField field, string value) =>
        Do(new FieldCorrected { When = Then, Who = "Ann", Reason = "a letter of the family", Record = id, Field = field, New = value });

    public void Remove(string id) => Do(new RecordRemoved { When = Then, Who = "Ann", Reason = "found alive at home", Record = id });

    public void Review(string id, string who) => Do(new RecordReviewed { When = Then, Who = who, Record = id, Verdict = ReviewVerdict.Confirm });

    public void Join(params string[] ids) => Do(new MentionsLinked { When = Then, Who = "parley", Groups = [[.. ids]] });

    public void Join(IEnumerable<ImmutableArray<string>> groups) => Do(new MentionsLinked { When = Then, Who = "parley", Groups = [.. groups] });

    public void SetPolicy(string text) => Do(new PolicySet { When = Then, Who = "Ann", Reason = "x", Origin = "p.txt", Text = text });

    /// <summary>Makes a release, records it, and gives its files by name.</summary>
    public Dictionary<string, string> Release(out ReleaseMade made)
    {
        var plan = new ReleasePlan { Title = "Named dead", Date = new DateOnly(2024, 6, 1) };
        var head = new LedgerHead(_events.Count, default);
        var files = Builder.Make(plan, head);
        made = new ReleaseMade
        {
            When = Then, Who = "Ann", Version = Builder.NextVersion(plan.Date), Program = ReleaseBuilder.Program, Cutoff = head.ToString(), Plan = plan,
            Files = ReleaseBuilder.HashesOf(files),
        };
        Do(made);
        return files.ToDictionary(f => f.Name, f => System.Text.Encoding.UTF8.GetString(f.Bytes), StringComparer.Ordinal);
    }

    public Dictionary<string, string> Release() => Release(out _);

    /// <summary>People on three independent lists, each with chances of its own; what nobody saw is not in the register.</summary>
    public static MadeRegister OfLists(int people, int seed)
    {
        var made = new MadeRegister();
        var random = new Random(seed);
        var groups = new List<ImmutableArray<string>>();
        for (var person = 0; person < people; person++)
        {
            var day = new DateOnly(2023, 1, 2).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var ids = new List<string>();
            foreach (var (source, chance) in new[] { (Daily, 0.5), (Grave, 0.4), (Court, 0.3) })
            {
                if (random.NextDouble() < chance)
                {
                    ids.Add(made.Add($"{source.Name} {person}", source, ("surname", $"Орлов{person}"), ("death_date", day)));
                }
            }

            if (ids.Count > 1)
            {
                groups.Add([.. ids]);
            }
        }

        made.Join(groups);
        return made;
    }

    private void Do(RegisterEvent what) => _events.Add(what with { Sequence = _events.Count + 1 });
}
