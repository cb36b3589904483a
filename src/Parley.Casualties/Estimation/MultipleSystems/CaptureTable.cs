using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// How many people stand on exactly which lists. A pattern is a set of lists as bits: bit 0 is the first list. Pattern 0, the people on
/// no list, is not in the table: it is what is estimated.
/// </summary>
public sealed class CaptureTable
{
    /// <summary>The most lists a table may have; there are 2^lists patterns.</summary>
    public const int MostLists = 10;

    private readonly long[] _counts;

    /// <summary>A table from the count of each pattern.</summary>
    /// <param name="lists">Names of the lists.</param>
    /// <param name="counts">A count for each pattern, index 0 unused and zero.</param>
    /// <exception cref="EstimateInputException">Fewer than two lists, too many, or nobody on them.</exception>
    public CaptureTable(ImmutableArray<string> lists, IReadOnlyList<long> counts)
    {
        if (lists.Length < 2)
        {
            throw new EstimateInputException(lists.Length == 1
                ? $"one list only ('{lists[0]}'): who is missing from it cannot be told without a second, independent list"
                : "no list: give one 0/1 column for each list");
        }

        if (lists.Length > MostLists)
        {
            throw new EstimateInputException($"{lists.Length} lists; at most {MostLists} can be used: merge lists that draw from each other");
        }

        if (counts.Count != 1 << lists.Length)
        {
            throw new ArgumentException($"{counts.Count} counts for {lists.Length} lists", nameof(counts));
        }

        if (counts.Any(c => c < 0))
        {
            throw new EstimateInputException("a count is negative; nobody is counted less than never");
        }

        if (counts[0] != 0)
        {
            throw new EstimateInputException("the pattern of people on no list has a count; leave it out: it is what is estimated");
        }

        Lists = lists;
        _counts = [.. counts];
        Observed = counts.Sum();
        if (Observed == 0)
        {
            throw new EstimateInputException("all counts are zero: nobody was seen, so nothing can be estimated");
        }
    }

    /// <summary>Names of the lists.</summary>
    public ImmutableArray<string> Lists { get; }

    /// <summary>What the reader of an estimate should know of how the table was read.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>People on at least one list.</summary>
    public long Observed { get; }

    /// <summary>Number of patterns with at least one list.</summary>
    public int PatternCount => _counts.Length - 1;

    /// <summary>People on exactly the lists of the pattern.</summary>
    public long this[int pattern] => _counts[pattern];

    /// <summary>Counts by pattern.</summary>
    internal ReadOnlySpan<long> Counts => _counts;

    /// <summary>People on all lists of the set, and perhaps on others.</summary>
    public long OnAll(int lists)
    {
        var sum = 0L;
        for (var pattern = 1; pattern < _counts.Length; pattern++)
        {
            sum += (pattern & lists) == lists ? _counts[pattern] : 0;
        }

        return sum;
    }

    /// <summary>The table of some of the lists: people by which of the set they are on, 0 for those seen on others alone.</summary>
    internal Dictionary<int, long> OnSome(int lists)
    {
        var cells = new Dictionary<int, long>();
        for (var pattern = 1; pattern < _counts.Length; pattern++)
        {
            cells[pattern & lists] = cells.GetValueOrDefault(pattern & lists) + _counts[pattern];
        }

        return cells;
    }

    /// <summary>People on exactly <paramref name="times"/> lists.</summary>
    public long OnExactly(int times)
    {
        var sum = 0L;
        for (var pattern = 1; pattern < _counts.Length; pattern++)
        {
            sum += BitOperations.PopCount((uint)pattern) == times ? _counts[pattern] : 0;
        }

        return sum;
    }

    /// <summary>The same lists with other counts.</summary>
    internal CaptureTable With(long[] counts) => new(Lists, counts);

    /// <summary>The table without lists that nobody is on, and their names; the table itself when fewer than two lists would be left.</summary>
    public (CaptureTable Table, ImmutableArray<string> Empty) WithoutEmptyLists()
    {
        var kept = Enumerable.Range(0, Lists.Length).Where(i => OnAll(1 << i) > 0).ToArray();
        if (kept.Length == Lists.Length || kept.Length < 2)
        {
            return (this, []);
        }

        var counts = new long[1 << kept.Length];
        for (var pattern = 1; pattern < _counts.Length; pattern++)
        {
            var moved = 0;
            for (var i = 0; i < kept.Length; i++)
            {
                moved |= ((pattern >> kept[i]) & 1) << i;
            }

            counts[moved] += _counts[pattern];
        }

        var empty = Lists.Where((_, i) => !kept.Contains(i)).ToImmutableArray();
        return (new CaptureTable([.. kept.Select(i => Lists[i])], counts), empty);
    }
}
