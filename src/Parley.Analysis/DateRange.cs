namespace Parley.Analysis;

/// <summary>Days from the first to the last, both included.</summary>
public readonly record struct DateRange
{
    /// <summary>Makes a range.</summary>
    /// <exception cref="ArgumentException"><paramref name="last"/> comes before <paramref name="first"/>.</exception>
    public DateRange(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new ArgumentException($"the range ends ({last:yyyy-MM-dd}) before it begins ({first:yyyy-MM-dd})", nameof(last));
        }

        (First, Last) = (first, last);
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day.</summary>
    public DateOnly Last { get; }

    /// <summary>True when the day lies in the range.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Shown as first/last (ISO 8601).</summary>
    public override string ToString() => $"{First:yyyy-MM-dd}/{Last:yyyy-MM-dd}";
}
