using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>How many people were listed exactly once, exactly twice and in all.</summary>
/// <param name="Once">f1.</param>
/// <param name="Twice">f2.</param>
/// <param name="Observed">n.</param>
/// <param name="Lists">Number of lists, or null when people can be listed any number of times.</param>
public sealed record CaptureFrequencies(long Once, long Twice, long Observed, int? Lists)
{
    /// <summary>The frequencies of a table of lists.</summary>
    public static CaptureFrequencies Of(CaptureTable table) => new(table.OnExactly(1), table.OnExactly(2), table.Observed, table.Lists.Length);

    /// <summary>Reads columns <c>times_listed</c> and <c>count</c>.</summary>
    /// <exception cref="EstimateInputException">A cell is wrong, or nobody was listed.</exception>
    public static CaptureFrequencies Read(CountTable table)
    {
        var (once, twice, observed) = (0L, 0L, 0L);
        var seen = new HashSet<int>();
        foreach (var row in table.Rows)
        {
            var times = row.WholeNumber("times_listed");
            var count = row.Count("count");
            if (times < 1 && !(times == 0 && count == 0))
            {
                throw row.At("times_listed", $"{times}: people listed less than once are what is estimated; leave the row out");
            }

            if (!seen.Add(times))
            {
                throw row.At("times_listed", $"{times} stands in two rows");
            }

            once += times == 1 ? count : 0;
            twice += times == 2 ? count : 0;
            observed += count;
        }

        return observed > 0
            ? new CaptureFrequencies(once, twice, observed, null)
            : throw new EstimateInputException($"{table.Name}: all counts are zero: nobody was seen, so nothing can be estimated");
    }
}
