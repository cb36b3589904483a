using System.Collections.Immutable;
using Parley.Casualties.Linkage;

namespace Parley.Casualties.Register;

/// <summary>Finds which mentions of a register are of one person, with people's decisions on pairs as constraints.</summary>
/// <param name="options">What may be set.</param>
public sealed class RegisterLinker(LinkageOptions options)
{
    private const string Maker = "link 1";

    /// <summary>Most doubtful pairs that a run hands to the reviewers; more would never be looked at.</summary>
    private const int MostDoubtful = 10_000;

    /// <summary>The fields that tell persons apart, as the headings of a record file.</summary>
    private static readonly ImmutableArray<RegisterField> Compared =
    [
        RegisterField.Surname, RegisterField.GivenName, RegisterField.Patronymic, RegisterField.BirthDate, RegisterField.DeathDate, RegisterField.Age, RegisterField.Sex,
        RegisterField.Home, RegisterField.Region, RegisterField.Unit, RegisterField.Rank, RegisterField.DeathPlace, RegisterField.BurialPlace,
    ];

    /// <summary>Links the mentions that count; the same register gives the same result.</summary>
    public RegisterLinkage Link(CasualtyRegister register, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(register);
        var result = new Linker(options).Link(TableOf(register), register.Constraints, cancellation);
        var statistics = result.Statistics;
        return new RegisterLinkage(register, result)
        {
            Summary = new LinkageSummary(
                Maker, statistics.Records, statistics.Clusters, options.Threshold, statistics.PairsCompared, statistics.LinkedPairs, statistics.FalsePairRate,
                statistics.MixedClusterRate, statistics.LinkRecall, statistics.BlockingRecall),
            Groups = Changed(register, result),
            Doubtful = Doubtful(register, result),
        };
    }

    private static RecordTable TableOf(CasualtyRegister register)
    {
        var text = new StringWriter();
        text.Write($"record_id,{string.Join(',', Compared.Select(RegisterFields.FileName))}\n");
        foreach (var (id, mention) in register.Mentions)
        {
            text.Write(id);
            foreach (var field in Compared)
            {
                text.Write(',');
                text.Write(CsvText.Quote(mention[field] ?? ""));
            }

            text.Write('\n');
        }

        return RecordTable.Read(new StringReader(text.ToString()), "register");
    }

    /// <summary>The persons whose mentions are not those that the last run joined.</summary>
    private static ImmutableArray<ImmutableArray<string>> Changed(CasualtyRegister register, LinkageResult result)
    {
        var last = register.LastLinked;
        var before = result.Table.Ids.Where(last.ContainsKey).GroupBy(id => last[id]).ToDictionary(g => g.Key, g => g.ToHashSet(StringComparer.Ordinal));
        return
        [
            .. Enumerable.Range(0, result.Table.Count).GroupBy(r => result.Clusters[r])
                .Select(g => g.Select(r => result.Table.Ids[r]).ToImmutableArray())
                .Where(g => last.TryGetValue(g[0], out var link) ? !before[link].SetEquals(g) : g.Length > 1),
        ];
    }

    /// <summary>
    /// The pairs to be looked at: of each two persons the likeliest pair between them, and of each person the links that hold it together, if
    /// their chance is neither clear nor decided.
    /// </summary>
    private ImmutableArray<DoubtfulPair> Doubtful(CasualtyRegister register, LinkageResult result)
    {
        var ids = result.Table.Ids;
        var held = new MentionPartition(ids); // joined from the likeliest pair down: what joins is a link of the tree
        var apart = new HashSet<(int, int)>();
        var index = Enumerable.Range(0, ids.Count).ToDictionary(r => ids[r], StringComparer.Ordinal);
        foreach (var decided in register.Constraints)
        {
            if (decided.Same)
            {
                held.Join(decided.FirstId, decided.SecondId);
            }
            else
            {
                apart.Add(Persons(index[decided.FirstId], index[decided.SecondId]));
            }
        }

        var doubtful = new List<LinkedPair>();
        foreach (var pair in result.Pairs.Where(p => p.Chance >= options.ReviewLow))
        {
            var isLink = result.Clusters[pair.First] == result.Clusters[pair.Second];
            if (isLink ? held.Find(ids[pair.First]) == held.Find(ids[pair.Second]) : !apart.Add(Persons(pair.First, pair.Second)))
            {
                continue;
            }

            held.Join(ids[isLink ? pair.First : pair.Second], ids[pair.Second]);
            if (!isLink || pair.Chance <= options.ReviewHigh)
            {
                doubtful.Add(pair);
            }
        }

        return [.. doubtful.OrderBy(p => Math.Abs(p.LogOdds)).ThenBy(p => p.First).ThenBy(p => p.Second).Take(MostDoubtful)
            .Select(p => new DoubtfulPair(ids[p.First], ids[p.Second], Math.Round(p.Chance, 4)))];

        (int, int) Persons(int first, int second)
        {
            var (one, other) = (result.Clusters[first], result.Clusters[second]);
            return one < other ? (one, other) : (other, one);
        }
    }
}
