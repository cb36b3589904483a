namespace Parley.Language.Model;

/// <summary>
/// Chooses spans that do not overlap and together promise the best F1, from the probabilities of the chain. The single most
/// probable sequence of labels is not the best answer to that: it leaves out a span that is likelier than not to be right only
/// in the sum of several similar sequences. A span is worth its probability less a price; the best set is found by dynamic
/// programming over the spans' ends.
/// </summary>
internal sealed unsafe class SpanDecoder(float[] prices)
{
    /// <summary>
    /// The price of a span by role. The set that maximizes F1 holds the spans above half the F1 reached (Lipton et al. 2014); these
    /// lie a little above that, since the probabilities are stated too high, and were chosen on the development part.
    /// </summary>
    public static readonly float[] DefaultPrices = [0.44f, 0.40f, 0.38f];

    private readonly List<(AttributionRole Role, int Start, int End, float Probability)> _candidates = [];
    private readonly List<(AttributionRole Role, int Start, int End, float Probability)> _chosen = [];
    private double[] _best = [];
    private int[] _taken = [];

    /// <summary>The chosen spans in text order, with the probability of just this role and these borders.</summary>
    /// <param name="marginals">Probabilities of the labels of each token.</param>
    /// <param name="going">Probabilities of going on; see <see cref="Chain.Marginals"/>.</param>
    /// <param name="length">Number of tokens.</param>
    public List<(AttributionRole Role, int Start, int End, float Probability)> Decode(float* marginals, float* going, int length)
    {
        _candidates.Clear();
        for (var start = 0; start < length; start++)
        {
            for (var role = 0; role < 3; role++)
            {
                AddFrom(marginals + ((long)start * Labels.Padded), going, start, length, role);
            }
        }

        Choose(length);
        return _chosen;
    }

    private void AddFrom(float* labels, float* going, int start, int length, int role)
    {
        Add(role, start, start + 1, labels[Labels.Single(role)]);
        var open = labels[Labels.Begin(role)];
        for (var at = start + 1; at < length && open > prices[role]; at++)
        {
            var stay = going[((long)at * Chain.Going) + (2 * role) + (at == start + 1 ? 0 : 1)];
            Add(role, start, at + 1, open * (1 - stay));
            open *= stay;
        }
    }

    private void Add(int role, int start, int end, float probability)
    {
        if (probability > prices[role])
        {
            _candidates.Add(((AttributionRole)role, start, end, MathF.Min(probability, 1)));
        }
    }

    private void Choose(int length)
    {
        if (_best.Length <= length)
        {
            (_best, _taken) = (new double[length + 1], new int[length + 1]);
        }

        // Candidates come by start; going backwards, the best set from a token on is known when its spans are met.
        var next = _candidates.Count - 1;
        _best[length] = 0;
        for (var at = length - 1; at >= 0; at--)
        {
            (_best[at], _taken[at]) = (_best[at + 1], -1);
            for (; next >= 0 && _candidates[next].Start == at; next--)
            {
                var (role, _, end, probability) = _candidates[next];
                var worth = probability - prices[(int)role] + _best[end];
                if (worth > _best[at])
                {
                    (_best[at], _taken[at]) = (worth, next);
                }
            }
        }

        _chosen.Clear();
        for (var at = 0; at < length;)
        {
            if (_taken[at] < 0)
            {
                at++;
                continue;
            }

            _chosen.Add(_candidates[_taken[at]]);
            at = _candidates[_taken[at]].End;
        }
    }
}
