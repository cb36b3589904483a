using System.Globalization;
using Parley.Casualties.Linkage;

namespace Parley.Benchmarks.Linkage;

/// <summary>Tells which true pairs a linkage missed, by how each field agrees: those that blocking did not bring together, and those not in one cluster.</summary>
internal static class LinkageMisses
{
    public static void Write(LinkageResult result, CandidatePairs candidates, IEnumerable<int[]> persons, TextWriter output)
    {
        var comparison = new PairComparison(result.Table);
        var counts = new SortedDictionary<string, (int All, int Unmet, int Apart)>(StringComparer.Ordinal);
        var levels = new byte[comparison.FieldCount];
        foreach (var person in persons)
        {
            for (var i = 0; i < person.Length; i++)
            {
                for (var j = i + 1; j < person.Length; j++)
                {
                    comparison.Compare(person[i], person[j], levels);
                    var unmet = candidates.Has(person[i], person[j]) ? 0 : 1;
                    var apart = result.Clusters[person[i]] == result.Clusters[person[j]] ? 0 : 1;
                    for (var f = 0; f < levels.Length; f++)
                    {
                        var field = result.Model.Fields[f];
                        var name = $"{field.Field}: {field.Levels[levels[f]].Level}";
                        var count = counts.GetValueOrDefault(name);
                        counts[name] = (count.All + 1, count.Unmet + unmet, count.Apart + apart);
                    }
                }
            }
        }

        foreach (var (name, (all, unmet, apart)) in counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {all} true pairs, {(double)unmet / all:P1} not compared, {(double)apart / all:P1} not linked"));
        }
    }
}
