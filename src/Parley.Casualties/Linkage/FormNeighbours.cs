namespace Parley.Casualties.Linkage;

/// <summary>Which forms of a column lie one edit apart: what may be a slip of what.</summary>
internal sealed class FormNeighbours
{
    /// <summary>A spelling is filed as a slip of another one only if that one is at least this many times as frequent.</summary>
    private const int SlipRatio = 6;

    /// <summary>Shortest skeleton that is filed as a slip; shorter ones have too many neighbours.</summary>
    private const int ShortestSlip = 4;

    /// <summary>Most forms that share a skeleton less one letter; more say nothing, and would be compared each with each.</summary>
    private const int MostAlike = 2000;

    private readonly string?[] _skeletons;
    private readonly int[] _counts;
    private readonly int[] _starts;
    private readonly int[] _neighbours;

    private FormNeighbours(string?[] skeletons, int[] counts, int[] starts, int[] neighbours) =>
        (_skeletons, _counts, _starts, _neighbours) = (skeletons, counts, starts, neighbours);

    /// <summary>The forms one edit from a form, in rising order.</summary>
    public ReadOnlySpan<int> Of(int form) => _neighbours.AsSpan(_starts[form], _starts[form + 1] - _starts[form]);

    /// <summary>Finds the neighbours of every form; a form stands for its most frequent skeleton.</summary>
    public static FormNeighbours In(ValueColumn column)
    {
        var skeletons = new string?[column.FormShares.Length];
        var best = new int[skeletons.Length];
        var counts = new int[skeletons.Length];
        for (var i = 0; i < column.Count; i++)
        {
            var form = column.Forms[i];
            counts[form] += column.CountOf(i);
            if (skeletons[form] is null || column.CountOf(i) > best[form])
            {
                (skeletons[form], best[form]) = (column.Skeletons[i], column.CountOf(i));
            }
        }

        var pairs = Pairs(skeletons);
        var (starts, neighbours) = (new int[skeletons.Length + 1], new int[pairs.Length]);
        for (var i = 0; i < pairs.Length; i++)
        {
            starts[(int)(pairs[i] >> 32) + 1]++;
            neighbours[i] = (int)(pairs[i] & uint.MaxValue);
        }

        for (var form = 0; form < skeletons.Length; form++)
        {
            starts[form + 1] += starts[form];
        }

        return new FormNeighbours(skeletons, counts, starts, neighbours);
    }

    /// <summary>
    /// The form under which each form is filed for blocking: its own, or that of a neighbour that is far more frequent, of which it is
    /// likely a slip.
    /// </summary>
    public int[] FiledForms()
    {
        var filed = new int[_counts.Length];
        for (var form = 0; form < filed.Length; form++)
        {
            filed[form] = form;
            if (_skeletons[form] is { Length: >= ShortestSlip })
            {
                foreach (var other in Of(form))
                {
                    if (_counts[other] >= (long)_counts[form] * SlipRatio && (filed[form] == form || _counts[other] > _counts[filed[form]]))
                    {
                        filed[form] = other;
                    }
                }
            }
        }

        return filed;
    }

    /// <summary>Both orders of every pair of neighbours, sorted, each once. Words one edit apart are equal less a letter, or are each other less a letter.</summary>
    private static long[] Pairs(string?[] skeletons)
    {
        var keys = new List<ulong>();
        for (var form = 0; form < skeletons.Length; form++)
        {
            if (skeletons[form] is { Length: > 1 and <= EditDistance.MaxLength } s)
            {
                keys.Add(Key(s, s.Length, form));
                for (var i = 0; i < s.Length; i++)
                {
                    if (i == 0 || s[i] != s[i - 1])
                    {
                        keys.Add(Key(s, i, form));
                    }
                }
            }
        }

        keys.Sort();
        var pairs = new List<long>();
        for (int first = 0, end; first < keys.Count; first = end)
        {
            for (end = first + 1; end < keys.Count && keys[end] >> 32 == keys[first] >> 32; end++)
            {
            }

            if (end - first is < 2 or > MostAlike)
            {
                continue;
            }

            for (var i = first; i < end; i++)
            {
                for (var j = i + 1; j < end; j++)
                {
                    var (a, b) = ((int)(keys[i] & uint.MaxValue), (int)(keys[j] & uint.MaxValue));
                    if (a != b && Math.Max(skeletons[a]!.Length, skeletons[b]!.Length) > 2 && EditDistance.Within(skeletons[a], skeletons[b], 1) == 1)
                    {
                        pairs.Add(((long)a << 32) | (uint)b);
                        pairs.Add(((long)b << 32) | (uint)a);
                    }
                }
            }
        }

        pairs.Sort();
        return [.. pairs.Distinct()];
    }

    /// <summary>A hash of a skeleton without one letter, with the form beside it.</summary>
    private static ulong Key(string skeleton, int without, int form)
    {
        unchecked
        {
            var hash = 2166136261u;
            for (var i = 0; i < skeleton.Length; i++)
            {
                hash = i == without ? hash : (hash ^ skeleton[i]) * 16777619u;
            }

            return ((ulong)hash << 32) | (uint)form;
        }
    }
}
