using Parley.Language.Model;
using Xunit;

namespace Parley.Tests.Model;

public sealed unsafe class ChainTests
{
    private const int N = Labels.Padded;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Decoding_and_probabilities_agree_with_going_through_all_sequences(int length)
    {
        var (batch, scores, transitions) = Make(length, seed: length);
        var all = Sequences(length).Select(s => (Labels: s, Score: Score(s, scores, transitions))).ToList();
        var best = all.MaxBy(s => s.Score).Labels;
        var partition = all.Sum(s => Math.Exp(s.Score));

        var decoded = new byte[length];
        Chain.Decode(batch, 0, length, scores.Pointer, transitions, new byte[length * N], decoded);
        using var marginals = new FloatBuffer(length * N);
        using var pairs = new FloatBuffer(N * N);
        var logPartition = Chain.Marginals(batch, 0, length, scores.Pointer, transitions, marginals.Pointer, pairs.Pointer);

        Assert.Equal(best, decoded);
        Assert.Equal(Math.Log(partition), logPartition, 1e-4);
        for (var i = 0; i < length; i++)
        {
            for (byte label = 0; label < Labels.Count; label++)
            {
                var expected = all.Where(s => s.Labels[i] == label).Sum(s => Math.Exp(s.Score)) / partition;
                Assert.Equal(expected, marginals.Pointer[(i * N) + label], 1e-4);
            }
        }

        for (byte from = 0; from < Labels.Count; from++)
        {
            for (byte to = 0; to < Labels.Count; to++)
            {
                var expected = all.Sum(s => Enumerable.Range(1, length - 1).Count(i => s.Labels[i - 1] == from && s.Labels[i] == to) * Math.Exp(s.Score)) / partition;
                Assert.Equal(expected, pairs.Pointer[(from * N) + to], 1e-4);
            }
        }
    }

    [Fact]
    public void Extreme_scores_over_a_long_sequence_stay_finite_and_legal()
    {
        const int length = 5000;
        var (batch, scores, transitions) = Make(length, seed: 3, spread: 200);
        var decoded = new byte[length];
        Chain.Decode(batch, 0, length, scores.Pointer, transitions, new byte[length * N], decoded);
        using var marginals = new FloatBuffer(length * N);
        var logPartition = Chain.Marginals(batch, 0, length, scores.Pointer, transitions, marginals.Pointer, null);
        Assert.True(double.IsFinite(logPartition));
        Assert.True(Labels.MayStart(decoded[0]) && Labels.MayEnd(decoded[^1]));
        for (var i = 1; i < length; i++)
        {
            Assert.True(Labels.MayFollow(decoded[i - 1], decoded[i]));
        }

        for (var i = 0; i < length; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, N).Sum(l => marginals.Pointer[(i * N) + l]), 1e-3);
        }
    }

    private static (SequenceBatch Batch, FloatBuffer Scores, float[] Transitions) Make(int length, int seed, float spread = 2)
    {
        var random = new Random(seed);
        var batch = new SequenceBatch();
        batch.Arrange([length]);
        var scores = new FloatBuffer((long)length * N);
        for (var i = 0; i < length * N; i++)
        {
            scores.Pointer[i] = (random.NextSingle() - 0.5f) * spread;
        }

        var transitions = new float[N * N];
        for (var from = 0; from < N; from++)
        {
            for (var to = 0; to < N; to++)
            {
                transitions[(from * N) + to] = Labels.MayFollow(from, to) ? random.NextSingle() - 0.5f : Chain.Forbidden;
            }
        }

        return (batch, scores, transitions);
    }

    private static IEnumerable<byte[]> Sequences(int length)
    {
        IEnumerable<byte[]> partial = Enumerable.Range(0, Labels.Count).Where(Labels.MayStart).Select(l => new[] { (byte)l });
        for (var i = 1; i < length; i++)
        {
            partial = partial.SelectMany(s => Enumerable.Range(0, Labels.Count).Where(l => Labels.MayFollow(s[^1], l)).Select(l => (byte[])[.. s, (byte)l]));
        }

        return partial.Where(s => Labels.MayEnd(s[^1]));
    }

    private static double Score(byte[] labels, FloatBuffer scores, float[] transitions)
    {
        double score = scores.Pointer[labels[0]];
        for (var i = 1; i < labels.Length; i++)
        {
            score += transitions[(labels[i - 1] * N) + labels[i]] + scores.Pointer[(i * N) + labels[i]];
        }

        return score;
    }
}
