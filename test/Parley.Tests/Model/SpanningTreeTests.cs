using FsCheck;
using FsCheck.Fluent;
using Parley.Language.Model;
using Xunit;

namespace Parley.Tests.Model;

public sealed class SpanningTreeTests
{
    [Fact]
    public void Of_all_trees_with_one_root_the_best_is_found() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261125, 7),
        Prop.ForAll(Gen.Choose(1, 5).SelectMany(n => Gen.Choose(0, 1000).ArrayOf(n * (n + 1))).ToArbitrary(), numbers =>
        {
            var n = (int)((Math.Sqrt(1 + (4 * numbers.Length)) - 1) / 2);
            var scores = numbers.Select(v => v / 100f).ToArray();
            var heads = Find(scores, n);
            Assert.True(IsTree(heads));
            Assert.Equal(Trees(n).Max(t => Total(scores, t)), Total(scores, heads), 0.01f);
        }));

    [Fact]
    public void A_long_sentence_of_equal_scores_still_gives_a_tree() => Assert.True(IsTree(Find(new float[300 * 301], 300)));

    private static unsafe int[] Find(float[] scores, int n)
    {
        var heads = new int[n];
        fixed (float* first = scores)
        {
            SpanningTree.Find(first, n + 1, heads);
        }

        return heads;
    }

    private static float Total(float[] scores, int[] heads) => heads.Select((h, i) => scores[(i * (heads.Length + 1)) + h + 1]).Sum();

    private static IEnumerable<int[]> Trees(int n) =>
        Enumerable.Range(0, (int)Math.Pow(n + 1, n)).Select(code => Enumerable.Range(0, n).Select(i => (code / (int)Math.Pow(n + 1, i) % (n + 1)) - 1).ToArray()).Where(IsTree);

    private static bool IsTree(int[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            for (var steps = 0; at >= 0; at = heads[at])
            {
                if (steps++ > heads.Length)
                {
                    return false;
                }
            }
        }

        return heads.Count(h => h < 0) == 1;
    }
}
