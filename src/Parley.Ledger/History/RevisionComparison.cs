using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// What a page's change did to its statements. Equal statements are paired first; of the rest, one counts as reworded only if source
/// and kind are the same, the words overlap by <see cref="EnoughOverlap"/> and no other candidate comes near. Whatever is less
/// certain is a statement that vanished and another that is new: a look-alike is never taken for the original.
/// </summary>
internal static class RevisionComparison
{
    /// <summary>Share of common words (Jaccard, words counted as often as they occur) from which a statement counts as reworded.</summary>
    public const double EnoughOverlap = 0.6;

    /// <summary>By how much the best candidate must lead the second, from both sides.</summary>
    public const double ClearLead = 0.1;

    /// <summary>Comparisons of one source's statements beyond which no rewording is looked for, so that a hostile page costs little.</summary>
    private const int MostPairs = 250_000;

    /// <summary>Pairs the statements of two revisions; both lists come back in their order.</summary>
    public static (ImmutableArray<(StatementWords Was, StatementWords? Is)> Changed, ImmutableArray<Statement> Added) Compare(
        IEnumerable<ArticleReading> previous, IEnumerable<ArticleReading> current)
    {
        var was = WordsOf(previous);
        var now = WordsOf(current);

        var unpaired = new Dictionary<string, Queue<int>>();
        for (var i = 0; i < now.Count; i++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(unpaired, now[i].Key, out _) ??= new()).Enqueue(i);
        }

        var kept = new bool[now.Count];
        var gone = new List<StatementWords>();
        foreach (var statement in was)
        {
            if (unpaired.TryGetValue(statement.Key, out var same) && same.TryDequeue(out var index))
            {
                kept[index] = true;
            }
            else
            {
                gone.Add(statement);
            }
        }

        var fresh = now.Where((_, i) => !kept[i]).ToList();
        var reworded = Reworded(gone, fresh);
        var replacements = reworded.Values.ToHashSet();
        return (
            [.. gone.Select(s => (s, reworded.GetValueOrDefault(s)))],
            [.. fresh.Where(s => !replacements.Contains(s)).Select(s => s.Statement)]);
    }

    private static List<StatementWords> WordsOf(IEnumerable<ArticleReading> articles) =>
        [.. articles.SelectMany(a => a.Statements.Select(s => StatementWords.Of(s, a.Article.Text)))];

    private static Dictionary<StatementWords, StatementWords?> Reworded(List<StatementWords> gone, List<StatementWords> fresh)
    {
        var result = new Dictionary<StatementWords, StatementWords?>();
        var candidates = fresh.ToLookup(s => (s.SourceKey, s.Statement.Attribution.Kind));
        foreach (var group in gone.GroupBy(s => (s.SourceKey, s.Statement.Attribution.Kind)))
        {
            StatementWords[] before = [.. group], after = [.. candidates[group.Key]];
            if (after.Length == 0 || (long)before.Length * after.Length > MostPairs)
            {
                continue;
            }

            var overlap = new double[before.Length, after.Length];
            for (var i = 0; i < before.Length; i++)
            {
                for (var j = 0; j < after.Length; j++)
                {
                    overlap[i, j] = Overlap(before[i].Words, after[j].Words);
                }
            }

            for (var i = 0; i < before.Length; i++)
            {
                for (var j = 0; j < after.Length; j++)
                {
                    if (overlap[i, j] >= EnoughOverlap && Leads(overlap, i, j))
                    {
                        result[before[i]] = after[j];
                    }
                }
            }
        }

        return result;
    }

    private static bool Leads(double[,] overlap, int row, int column)
    {
        var limit = overlap[row, column] - ClearLead;
        for (var i = 0; i < overlap.GetLength(0); i++)
        {
            if (i != row && overlap[i, column] > limit)
            {
                return false;
            }
        }

        for (var j = 0; j < overlap.GetLength(1); j++)
        {
            if (j != column && overlap[row, j] > limit)
            {
                return false;
            }
        }

        return true;
    }

    private static double Overlap(string[] left, string[] right)
    {
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        if (shorter.Length < EnoughOverlap * longer.Length || longer.Length == 0)
        {
            return 0; // cannot reach the limit
        }

        var counts = new Dictionary<string, int>(shorter.Length);
        foreach (var word in shorter)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        var common = 0;
        foreach (var word in longer)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, word);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count) && count > 0)
            {
                count--;
                common++;
            }
        }

        return (double)common / (shorter.Length + longer.Length - common);
    }
}
