using System.Runtime.InteropServices;

namespace Parley.Casualties.Linkage;

/// <summary>Many compared pairs, gathered by their pattern of levels: there are few patterns, and training looks at each once.</summary>
internal sealed class PairSample
{
    private readonly Dictionary<string, Pattern> _byLevels = new(StringComparer.Ordinal);
    private readonly List<Pattern> _patterns = [];

    /// <summary>The patterns in the order in which they were met.</summary>
    public IReadOnlyList<Pattern> Patterns => _patterns;

    /// <summary>Adds a pair.</summary>
    /// <param name="levels">Its level in every field.</param>
    /// <param name="adjustment">Sum of its adjustments for the frequency of values.</param>
    public void Add(ReadOnlySpan<byte> levels, double adjustment) => Of(levels).Add((float)adjustment);

    /// <summary>Adds all pairs of another sample.</summary>
    public void Add(PairSample other)
    {
        foreach (var pattern in other._patterns)
        {
            Of(pattern.Levels).Add(pattern.Adjustments);
        }
    }

    private Pattern Of(ReadOnlySpan<byte> levels)
    {
        Span<char> key = stackalloc char[levels.Length];
        for (var f = 0; f < levels.Length; f++)
        {
            key[f] = (char)levels[f];
        }

        var lookup = _byLevels.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(key, out var pattern))
        {
            pattern = new Pattern(levels.ToArray());
            _byLevels.Add(key.ToString(), pattern);
            _patterns.Add(pattern);
        }

        return pattern;
    }

    /// <summary>The pairs with one pattern of levels.</summary>
    internal sealed class Pattern(byte[] levels)
    {
        /// <summary>Log odds beyond which a chance is as good as 0 or 1.</summary>
        private const double Certain = 25;

        private readonly List<float> _adjustments = [];
        private float _least = float.PositiveInfinity;
        private float _most = float.NegativeInfinity;

        /// <summary>The level of every field.</summary>
        public ReadOnlySpan<byte> Levels => levels;

        /// <summary>The frequency adjustment of every pair.</summary>
        public ReadOnlySpan<float> Adjustments => CollectionsMarshal.AsSpan(_adjustments);

        /// <summary>How many pairs there are.</summary>
        public int Count => _adjustments.Count;

        /// <summary>Adds a pair.</summary>
        public void Add(float adjustment)
        {
            _adjustments.Add(adjustment);
            _least = Math.Min(_least, adjustment);
            _most = Math.Max(_most, adjustment);
        }

        /// <summary>Adds pairs.</summary>
        public void Add(ReadOnlySpan<float> adjustments)
        {
            foreach (var adjustment in adjustments)
            {
                Add(adjustment);
            }
        }

        /// <summary>How many matches are expected among the pairs.</summary>
        /// <param name="odds">Log odds of the levels, before the adjustments.</param>
        public double ExpectedMatches(double odds)
        {
            if (odds + _most < -Certain)
            {
                return 0;
            }

            if (odds + _least > Certain)
            {
                return Count;
            }

            var sum = 0.0;
            foreach (var adjustment in Adjustments)
            {
                sum += 1 / (1 + Math.Exp(-odds - adjustment));
            }

            return sum;
        }
    }
}
