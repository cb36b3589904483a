using Parley.Casualties.Import;

namespace Parley.Casualties.Linkage;

/// <summary>How well clusters agree with the truth, over all pairs of records and record by record.</summary>
/// <param name="Records">How many records there are.</param>
/// <param name="TruePairs">Pairs of records that are of one person.</param>
/// <param name="LinkedPairs">Pairs of records in one cluster.</param>
/// <param name="CorrectPairs">Pairs that are both.</param>
/// <param name="BCubedPrecision">Mean share of a record's cluster that is of its person, 0 to 1 (Bagga and Baldwin 1998).</param>
/// <param name="BCubedRecall">Mean share of a record's person that is in its cluster, 0 to 1.</param>
/// <param name="MixedClusters">Share of the clusters of two records or more that hold two persons or more, 0 to 1.</param>
public sealed record LinkageScore(
    int Records, long TruePairs, long LinkedPairs, long CorrectPairs, double BCubedPrecision, double BCubedRecall, double MixedClusters)
{
    /// <summary>Share of the linked pairs that are true; 1 if none is linked.</summary>
    public double Precision => LinkedPairs == 0 ? 1 : (double)CorrectPairs / LinkedPairs;

    /// <summary>Share of the true pairs that are linked; 1 if there is none.</summary>
    public double Recall => TruePairs == 0 ? 1 : (double)CorrectPairs / TruePairs;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => TruePairs + LinkedPairs == 0 ? 1 : 2.0 * CorrectPairs / (TruePairs + LinkedPairs);

    /// <summary>Scores clusters.</summary>
    /// <param name="clusters">The cluster of each record.</param>
    /// <param name="persons">The person of each record, in the same order.</param>
    public static LinkageScore Of(IReadOnlyList<string> clusters, IReadOnlyList<string> persons)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(persons);
        ArgumentOutOfRangeException.ThrowIfNotEqual(persons.Count, clusters.Count);
        var bySize = clusters.CountBy(c => c).ToDictionary();
        var byPerson = persons.CountBy(p => p).ToDictionary();
        var both = clusters.Zip(persons).CountBy(p => p).ToList();
        double precision = 0, recall = 0;
        foreach (var ((cluster, person), count) in both)
        {
            precision += (double)count * count / bySize[cluster];
            recall += (double)count * count / byPerson[person];
        }

        var large = both.GroupBy(b => b.Key.First, b => b.Value).Where(c => c.Sum() > 1).Select(c => c.Skip(1).Any() ? 1.0 : 0).DefaultIfEmpty().Average();
        return new(
            clusters.Count, Pairs(byPerson.Values), Pairs(bySize.Values), Pairs(both.Select(b => b.Value)),
            precision / Math.Max(1, clusters.Count), recall / Math.Max(1, clusters.Count), large);
    }

    /// <summary>Scores clusters as <c>parley casualties link</c> writes them.</summary>
    /// <param name="clusters">CSV with the columns id and cluster.</param>
    /// <param name="truth">CSV with the columns id and person.</param>
    /// <param name="clustersOrigin">Name of the first, for messages.</param>
    /// <param name="truthOrigin">Name of the second.</param>
    /// <exception cref="FormatException">A column is not there, an identifier stands twice, or the files are not about the same records.</exception>
    public static LinkageScore Read(TextReader clusters, TextReader truth, string clustersOrigin, string truthOrigin)
    {
        var persons = Column(truth, "person", truthOrigin);
        var found = Column(clusters, "cluster", clustersOrigin);
        if (found.Keys.FirstOrDefault(id => !persons.ContainsKey(id)) is { } unknown)
        {
            throw new FormatException($"{truthOrigin}: has no person for record '{unknown}' of {clustersOrigin}");
        }

        if (persons.Keys.FirstOrDefault(id => !found.ContainsKey(id)) is { } absent)
        {
            throw new FormatException($"{clustersOrigin}: has no cluster for record '{absent}' of {truthOrigin}");
        }

        return Of([.. found.Values], [.. found.Keys.Select(id => persons[id])]);
    }

    private static Dictionary<string, string> Column(TextReader reader, string name, string origin)
    {
        try
        {
            var csv = new CsvReader(reader);
            var (id, value) = (csv.Headings.ToList().IndexOf("id"), csv.Headings.ToList().IndexOf(name));
            if (id < 0 || value < 0)
            {
                throw new FormatException($"the columns 'id' and '{name}' are expected, there are {string.Join(", ", csv.Headings)}");
            }

            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            while (csv.Read())
            {
                if (!values.TryAdd(csv[id].Trim().ToString(), csv[value].Trim().ToString()))
                {
                    throw new FormatException($"line {csv.Line}: the identifier '{csv[id]}' stands twice");
                }
            }

            return values;
        }
        catch (FormatException e)
        {
            throw new FormatException($"{origin}: {e.Message}", e);
        }
    }

    private static long Pairs(IEnumerable<int> sizes) => sizes.Sum(s => (long)s * (s - 1) / 2);
}
