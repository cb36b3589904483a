namespace Parley.Analysis;

/// <summary>What a statement says, reduced to what can be compared: terms with their sign, names, numbers and times.</summary>
internal sealed class Proposition
{
    /// <summary>Ids of the terms, ascending and distinct; numbers and times are not among them.</summary>
    public required int[] Terms { get; init; }

    /// <summary>For each term 1, or -1 where it is negated or stands for its opposite.</summary>
    public required sbyte[] Signs { get; init; }

    /// <summary>For each term whether it is a name.</summary>
    public required bool[] IsName { get; init; }

    /// <summary>Numbers, ascending and distinct.</summary>
    public required decimal[] Numbers { get; init; }

    /// <summary>Days, months and years named, ascending and distinct.</summary>
    public required string[] Times { get; init; }

    /// <summary>True if an odd number of words negate.</summary>
    public required bool IsNegated { get; init; }

    /// <summary>True if the statement disputes its own content ("denied that …").</summary>
    public bool IsDenied { get; init; }

    /// <summary>Who performs the act, where the act is the matter (a demand, an offer); null where the content stands for itself.</summary>
    public string? Performer { get; init; }

    /// <summary>True if what is stated holds only under a condition that stands in the words ("… if the siege ends").</summary>
    public bool IsConditional { get; init; }

    /// <summary>The same matter for the same performer gives the same signature.</summary>
    public int Signature()
    {
        var hash = new StableHash();
        foreach (var (term, sign) in Terms.Zip(Signs))
        {
            hash.Add(term * 2 + (sign < 0 ? 1 : 0));
        }

        foreach (var number in Numbers)
        {
            hash.Add(number.GetHashCode());
        }

        foreach (var time in Times)
        {
            hash.Add(time);
        }

        hash.Add((IsNegated ? 1 : 0) + (IsDenied ? 2 : 0) + (IsConditional ? 4 : 0));
        hash.Add(Performer ?? "");
        return hash.Value;
    }

    /// <summary>True when everything compared is equal.</summary>
    public bool IsSameAs(Proposition other) =>
        IsNegated == other.IsNegated && IsDenied == other.IsDenied && IsConditional == other.IsConditional && Performer == other.Performer && Terms.AsSpan().SequenceEqual(other.Terms) && Signs.AsSpan().SequenceEqual(other.Signs) &&
        Numbers.AsSpan().SequenceEqual(other.Numbers) && Times.AsSpan().SequenceEqual(other.Times);
}

/// <summary>A hash that is the same in every run (FNV-1a), unlike the framework's.</summary>
internal struct StableHash()
{
    private uint _hash = 2166136261;

    public readonly int Value => unchecked((int)_hash);

    public void Add(int value)
    {
        unchecked
        {
            for (var shift = 0; shift < 32; shift += 8)
            {
                _hash = (_hash ^ (byte)(value >> shift)) * 16777619;
            }
        }
    }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            Add(c);
        }
    }
}
