namespace Parley.Coding.Acts;

/// <summary>Beginnings of the words of each content; those that few statements have weigh most.</summary>
internal sealed class ContentStems
{
    private const int StemLength = 6;
    private const int ShortestWord = 4;
    private const double EnoughShared = 0.5;
    private const int FewestShared = 2;

    private readonly Dictionary<string, double>[] _byStatement;

    private ContentStems(Dictionary<string, double>[] byStatement) => _byStatement = byStatement;

    public static ContentStems Of(ArticleMatches article)
    {
        var sets = article.Statements.Select(statement => new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var known = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var statement in article.Statements)
        {
            var set = sets[statement.Index].GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var range in statement.Content)
            {
                for (var i = range.Start; i < range.End; i++)
                {
                    var word = article.Words.Word(i);
                    if (word.Length >= ShortestWord && char.IsLetter(word[0]) && set.TryAdd(word[..Math.Min(word.Length, StemLength)], 0))
                    {
                        var stem = word[..Math.Min(word.Length, StemLength)];
                        known.TryGetValue(stem, out var count);
                        known[stem] = count + 1;
                    }
                }
            }
        }

        foreach (var set in sets)
        {
            foreach (var stem in set.Keys)
            {
                set[stem] = Math.Log(1 + ((double)sets.Length / counts[stem]));
            }
        }

        return new ContentStems(sets);
    }

    /// <summary>The weight of what two contents share, in parts of the lighter one.</summary>
    public double Share(int a, int b) => Shared(a, b).Weight;

    /// <summary>True if two contents share enough to be about one thing.</summary>
    public bool SayMuchTheSame(int a, int b)
    {
        var (count, weight) = Shared(a, b);
        return count >= FewestShared && weight >= EnoughShared;
    }

    private (int Count, double Weight) Shared(int a, int b)
    {
        var (count, shared, mine, theirs) = (0, 0.0, 0.0, 0.0);
        foreach (var (stem, weight) in _byStatement[a])
        {
            mine += weight;
            if (_byStatement[b].ContainsKey(stem))
            {
                (count, shared) = (count + 1, shared + weight);
            }
        }

        foreach (var weight in _byStatement[b].Values)
        {
            theirs += weight;
        }

        return (count, mine == 0 || theirs == 0 ? 0 : shared / Math.Min(mine, theirs));
    }
}
