using System.Runtime.Intrinsics;

namespace Parley.Language.Model;

/// <summary>
/// A linear-chain conditional random field (Lafferty et al. 2001) over the labels of a sequence. The scores of a token are
/// <see cref="Labels.Padded"/> floats; the transitions a square table, row "from", with minus infinity where a step is not allowed.
/// </summary>
internal static unsafe class Chain
{
    public const float Forbidden = -1e9f;

    /// <summary>Probabilities of going on for each token: see <see cref="Marginals"/>.</summary>
    public const int Going = 6;

    /// <summary>The best labels (Viterbi); <paramref name="back"/> has room for a row of bytes for each token.</summary>
    public static void Decode(SequenceBatch batch, int sequence, int length, float* scores, ReadOnlySpan<float> transitions, Span<byte> back, Span<byte> labels)
    {
        const int n = Labels.Padded;
        Span<float> best = stackalloc float[n];
        Span<float> next = stackalloc float[n];
        for (var to = 0; to < n; to++)
        {
            best[to] = Labels.MayStart(to) ? scores[((long)batch.Row(sequence, 0) * n) + to] : Forbidden;
        }

        for (var i = 1; i < length; i++)
        {
            var row = Vector512.Load(scores + ((long)batch.Row(sequence, i) * n));
            var top = Vector512.Create(2 * Forbidden);
            var which = Vector512<int>.Zero;
            for (var from = 0; from < Labels.Count; from++)
            {
                var candidate = Vector512.Create(best[from]) + Vector512.Create(transitions.Slice(from * n, n));
                var better = Vector512.GreaterThan(candidate, top);
                top = Vector512.ConditionalSelect(better, candidate, top);
                which = Vector512.ConditionalSelect(better.AsInt32(), Vector512.Create(from), which);
            }

            (top + row).CopyTo(next);
            for (var to = 0; to < n; to++)
            {
                back[(i * n) + to] = (byte)which[to];
            }

            next.CopyTo(best);
        }

        var last = 0;
        for (var label = 1; label < Labels.Count; label++)
        {
            if (Labels.MayEnd(label) && best[label] > best[last])
            {
                last = label;
            }
        }

        for (var i = length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = i > 0 ? back[(i * n) + last] : 0;
        }
    }

    /// <summary>
    /// The probability of each label at each token, into <paramref name="marginals"/> (a row for each token); returns the
    /// logarithm of the partition function. If <paramref name="pairs"/> is not null, the expected number of each transition is
    /// added to it. If <paramref name="going"/> is not null, it gets <see cref="Going"/> floats for each token: for each role the
    /// probability that a span which began at the token before, then one which was inside it there, goes on beyond this token.
    /// </summary>
    public static double Marginals(SequenceBatch batch, int sequence, int length, float* scores, ReadOnlySpan<float> transitions, float* marginals, float* pairs, float* going = null)
    {
        const int n = Labels.Padded;
        Span<float> step = stackalloc float[n * n];
        Span<float> stepBack = stackalloc float[n * n];
        for (var from = 0; from < n; from++)
        {
            for (var to = 0; to < n; to++)
            {
                step[(from * n) + to] = stepBack[(to * n) + from] = MathF.Exp(transitions[(from * n) + to]);
            }
        }

        // Forward, each column scaled to sum to one; the weight of a token is exp(score - largest score).
        var logPartition = 0.0;
        var previous = Vector512<float>.Zero;
        for (var i = 0; i < length; i++)
        {
            var weights = Weights(scores + ((long)batch.Row(sequence, i) * n), out var largest);
            var column = i == 0 ? Starts() : Product(previous, step);
            column *= weights;
            if (i == length - 1)
            {
                column *= Ends();
            }

            var sum = Vector512.Sum(column);
            logPartition += Math.Log(sum) + largest;
            previous = column / Vector512.Create(sum);
            previous.Store(marginals + ((long)i * n));
        }

        var beta = Vector512<float>.One;
        for (var i = length - 1; i > 0; i--)
        {
            var weights = Weights(scores + ((long)batch.Row(sequence, i) * n), out _);
            var after = beta * weights;
            if (i == length - 1)
            {
                after *= Ends();
            }

            if (going != null)
            {
                Continue(after, transitions, going + ((long)i * Going));
            }

            var alpha = Vector512.Load(marginals + ((long)(i - 1) * n));
            beta = Product(after, stepBack);
            var norm = Vector512.Sum(alpha * beta);
            if (!(norm > 0))
            {
                // Scores so extreme that both sides underflow: what lies before decides.
                (beta, norm) = (Vector512<float>.One, Vector512.Sum(alpha));
            }

            if (pairs != null)
            {
                AddPairs(alpha / Vector512.Create(norm), after, step, pairs);
            }

            (alpha * beta / Vector512.Create(norm)).Store(marginals + ((long)(i - 1) * n));
            beta /= Vector512.Create(Vector512.Sum(beta));
        }

        return logPartition;
    }

    private static void Continue(Vector512<float> after, ReadOnlySpan<float> transitions, float* going)
    {
        for (var role = 0; role < 3; role++)
        {
            var (inside, end) = (Labels.Inside(role), Labels.End(role));
            for (var from = 0; from < 2; from++)
            {
                var row = (from == 0 ? Labels.Begin(role) : inside) * Labels.Padded;
                var stay = after[inside] * MathF.Exp(transitions[row + inside]);
                var leave = after[end] * MathF.Exp(transitions[row + end]);
                going[(2 * role) + from] = stay + leave > 0 ? stay / (stay + leave) : 0;
            }
        }
    }

    private static void AddPairs(Vector512<float> alpha, Vector512<float> after, ReadOnlySpan<float> step, float* pairs)
    {
        for (var from = 0; from < Labels.Count; from++)
        {
            var at = pairs + (from * Labels.Padded);
            var expected = Vector512.Create(alpha[from]) * Vector512.Create(step.Slice(from * Labels.Padded, Labels.Padded)) * after;
            (Vector512.Load(at) + expected).Store(at);
        }
    }

    private static Vector512<float> Product(Vector512<float> left, ReadOnlySpan<float> table)
    {
        var sum = Vector512<float>.Zero;
        for (var from = 0; from < Labels.Count; from++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(left[from]), Vector512.Create(table.Slice(from * Labels.Padded, Labels.Padded)), sum);
        }

        return sum;
    }

    private static Vector512<float> Weights(float* scores, out float largest)
    {
        largest = float.NegativeInfinity;
        for (var label = 0; label < Labels.Count; label++)
        {
            largest = MathF.Max(largest, scores[label]);
        }

        Span<float> weights = stackalloc float[Labels.Padded];
        for (var label = 0; label < Labels.Count; label++)
        {
            weights[label] = MathF.Exp(scores[label] - largest);
        }

        // Padding weighs nothing, and no label quite nothing, lest a column sum to zero.
        weights[Labels.Count..].Clear();
        return Vector512.Max(Vector512.Create<float>(weights), Vector512.Create(1e-30f) * Mask());
    }

    private static Vector512<float> Mask() => Vector512.Create(1f, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0);

    private static Vector512<float> Starts() => Vector512.Create(1f, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0);

    private static Vector512<float> Ends() => Vector512.Create(1f, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0);
}
