using System.Collections.Immutable;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// Reads capture histories: a 0/1 column for each list and <c>count</c>, the number of people with that pattern; without <c>count</c>
/// each row is one person. Other columns are strata and are added over.
/// </summary>
public static class CaptureTableReader
{
    private const string CountColumn = "count";

    /// <summary>Whether the table says only how often people were listed: columns <c>times_listed</c> and <c>count</c>.</summary>
    public static bool IsFrequencyTable(CountTable table) => table.Has("times_listed");

    /// <summary>Reads the whole table.</summary>
    /// <exception cref="EstimateInputException">A cell or the shape of the table is wrong.</exception>
    public static CaptureTable Read(CountTable table) => ReadStrata(table, [])[""];

    /// <summary>Reads a table for each value of the stratum columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="strata">Names of columns that tell strata; none for one table of all.</param>
    /// <returns>Tables by stratum, in order of first mention; the values are joined by ", ".</returns>
    /// <exception cref="EstimateInputException">A cell or the shape of the table is wrong.</exception>
    public static IReadOnlyDictionary<string, CaptureTable> ReadStrata(CountTable table, IReadOnlyList<string> strata)
    {
        var lists = ListColumns(table, strata);
        if (lists.Length > CaptureTable.MostLists)
        {
            throw new EstimateInputException($"{table.Name}: {lists.Length} lists; at most {CaptureTable.MostLists} can be used: merge lists that draw from each other");
        }

        var counts = new OrderedDictionary<string, long[]>();
        if (strata.Count == 0)
        {
            counts.Add("", new long[1 << lists.Length]);
        }

        var (repeated, lines) = (new OrderedDictionary<string, List<int>>(), new HashSet<(string, int)>());
        foreach (var row in table.Rows)
        {
            var pattern = 0;
            for (var i = 0; i < lists.Length; i++)
            {
                pattern |= row.Text(lists[i]) switch
                {
                    "0" => 0,
                    "1" => 1 << i,
                    var other => throw row.At(lists[i], $"'{other}' is neither 0 nor 1"),
                };
            }

            var empty = pattern == 0 && table.Has(CountColumn) && row.Text(CountColumn) is "" or "NA";
            var count = empty ? 0 : table.Has(CountColumn) ? row.Count(CountColumn) : 1;
            if (pattern == 0 && count > 0)
            {
                throw row.At(lists[0], "this row counts people on no list; leave it out: it is what is estimated");
            }

            var stratum = string.Join(", ", strata.Select(row.Text));
            if (!counts.TryGetValue(stratum, out var cells))
            {
                counts.Add(stratum, cells = new long[1 << lists.Length]);
            }

            cells[pattern] += count;
            if (table.Has(CountColumn) && !lines.Add((stratum, pattern)))
            {
                repeated.TryAdd(stratum, []);
                repeated[stratum].Add(row.Line);
            }
        }

        var read = new OrderedDictionary<string, CaptureTable>();
        foreach (var (stratum, cells) in counts)
        {
            read.Add(stratum, Table(table.Name, lists, stratum, cells, repeated.GetValueOrDefault(stratum)));
        }

        return read;
    }

    private static CaptureTable Table(string name, ImmutableArray<string> lists, string stratum, long[] cells, List<int>? repeated)
    {
        try
        {
            return new CaptureTable(lists, cells)
            {
                Remarks = repeated is null ? [] : [$"{name}: line {repeated[0]}{(repeated.Count > 1 ? $" and {repeated.Count - 1} more" : "")}: the pattern stands in an earlier row too; their counts were added up"],
            };
        }
        catch (EstimateInputException e)
        {
            throw new EstimateInputException($"{name}{(stratum.Length > 0 ? $", {stratum}" : "")}: {e.Message}", e);
        }
    }

    private static ImmutableArray<string> ListColumns(CountTable table, IReadOnlyList<string> strata)
    {
        foreach (var stratum in strata)
        {
            _ = table.IndexOf(stratum);
        }

        var candidates = table.Header.Where(h => !h.Equals(CountColumn, StringComparison.OrdinalIgnoreCase)
            && !strata.Contains(h, StringComparer.OrdinalIgnoreCase));
        ImmutableArray<string> lists = [.. candidates];
        if (table.Rows.Count == 0)
        {
            throw new EstimateInputException($"{table.Name}: no rows under the header");
        }

        foreach (var list in lists)
        {
            if (table.Rows.All(r => r.Text(list) is not ("0" or "1")))
            {
                throw new EstimateInputException(
                    $"{table.Name}: column '{list}' holds no 0 or 1; a list column says who is on it, name other columns with --strata");
            }
        }

        return lists;
    }
}
