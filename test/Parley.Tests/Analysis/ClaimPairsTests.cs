using Parley.Analysis;
using Xunit;

namespace Parley.Tests.Analysis;

/// <summary>Pairs written by hand in the style of reports: the same proposition in other words, or a near miss.</summary>
public sealed class ClaimPairsTests(ITestOutputHelper output)
{
    private const double Floor = 0.80;

    [Theory]
    [InlineData(0)] // The half whose errors were looked at.
    [InlineData(1)] // The half whose errors were not; the threshold was chosen on both.
    public void Pairs_are_told_apart(int half)
    {
        var pairs = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Analysis", "ClaimPairs.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        Assert.True(pairs.Count >= 150, $"{pairs.Count} pairs");
        var reader = new PropositionReader();
        foreach (var words in pairs.SelectMany(p => p.Skip(1)))
        {
            reader.Learn(reader.Read(words));
        }

        var comparer = new PropositionComparer(reader);
        int right = 0, wrong = 0, missed = 0;
        foreach (var pair in pairs.Where((_, i) => i / 2 % 2 == half))
        {
            var joined = comparer.Compare(reader.Read(pair[1]), reader.Read(pair[2])).Relation == PropositionRelation.Same;
            var same = pair[0] == "same";
            right += joined && same ? 1 : 0;
            wrong += joined && !same ? 1 : 0;
            missed += !joined && same ? 1 : 0;
            if (joined != same)
            {
                output.WriteLine($"{pair[0]}: {pair[1]} | {pair[2]}");
            }
        }

        var f1 = 2.0 * right / ((2.0 * right) + wrong + missed);
        output.WriteLine(FormattableString.Invariant($"precision {(double)right / (right + wrong):0.000}, recall {(double)right / (right + missed):0.000}, F1 {f1:0.000}"));
        Assert.True(f1 >= Floor, FormattableString.Invariant($"F1 {f1:0.000}"));
    }
}
