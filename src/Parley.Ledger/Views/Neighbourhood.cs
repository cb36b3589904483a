using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Finds the earlier articles with which some articles must be compared: those whose statements share their rarest words, those in which the
/// same actors take stances on the same issues, those with figures of the same measure, and the reports that a denial names. Every look into
/// an index is bounded and begins with the newest rows, so that it costs about the same however large the ledger is.
/// </summary>
internal sealed class Neighbourhood(SqliteSession session) : IDisposable
{
    private const int MaxRows = 64;
    private const int KeysEach = 8;
    private const int StatementsEach = 32;
    private const int MaxWords = 60;
    private const int MaxWordLength = 40;
    private const int LeastWordLength = 3;
    private const int MaxNameWords = 3;

    private readonly SqlStatement _word = session.Prepare(
        $"SELECT rowid FROM statement_text WHERE statement_text MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT {MaxRows}");

    private readonly SqlStatement _articleOf = session.Prepare("SELECT article FROM statements WHERE sequence = $1");

    private readonly SqlStatement _stances = session.Prepare(
        """
        SELECT article FROM
            (SELECT sequence, article, first_issue, stance FROM statements WHERE actor_id = $1 AND sequence < $3 ORDER BY sequence DESC LIMIT 1000)
        WHERE first_issue = $2 AND stance IS NOT NULL ORDER BY sequence DESC LIMIT 8
        """);

    private readonly SqlStatement _figures = session.Prepare(
        """
        SELECT article FROM figures WHERE measure = $1 AND sequence < $3 AND article IN
            (SELECT rowid FROM article_text WHERE article_text MATCH $2 ORDER BY rowid DESC LIMIT 256)
        ORDER BY sequence DESC LIMIT 16
        """);

    private readonly SqlStatement _reports = session.Prepare("SELECT sequence FROM articles WHERE outlet_key = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT 8");

    /// <summary>The numbers of the articles recorded before <paramref name="before"/> that are nearest, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<long> Find(IEnumerable<ArticleReading> articles, long before, int most)
    {
        var words = new Dictionary<string, (List<long> Rows, double Weight)>(StringComparer.Ordinal);
        var scores = new Dictionary<long, double>();
        foreach (var article in articles)
        {
            foreach (var statement in article.Statements)
            {
                AddAlike(Content(article, statement), before, words, scores);
                if (statement is { Actor: { } actor, Stance: not null, Issues: [var issue, ..] })
                {
                    AddAll(_stances, 8, scores, actor.Id, issue, before);
                }

                if (statement.Polarity is Polarity.Denies or Polarity.Rejects)
                {
                    AddNamed(Content(article, statement), before, scores);
                }
            }

            foreach (var figure in article.Figures)
            {
                // The newest with any word of "Karsan soldiers" may all be about other soldiers.
                var population = WordsOf(figure.Of ?? "").ToList();
                foreach (var query in new[] { FullTextQuery.AllOf(population), FullTextQuery.AnyOf(population) }.OfType<string>().Distinct(StringComparer.Ordinal))
                {
                    AddAll(_figures, 10, scores, figure.Measure, query, before);
                }
            }
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(most).Select(s => s.Key).Order()];
    }

    public void Dispose()
    {
        foreach (var statement in (SqlStatement[])[_word, _articleOf, _stances, _figures, _reports])
        {
            statement.Dispose();
        }
    }

    private void AddAlike(string content, long before, Dictionary<string, (List<long> Rows, double Weight)> words, Dictionary<long, double> scores)
    {
        var found = new Dictionary<long, double>();
        foreach (var (rows, weight) in WordsOf(content).Take(MaxWords).Select(w => RowsOf(w, before, words)).OrderByDescending(r => r.Weight).Take(KeysEach))
        {
            foreach (var row in rows)
            {
                found[row] = found.GetValueOrDefault(row) + weight;
            }
        }

        foreach (var (row, score) in found.OrderByDescending(f => f.Value).ThenByDescending(f => f.Key).Take(StatementsEach))
        {
            if (_articleOf.Scalar(row) is long article)
            {
                scores[article] = Math.Max(scores.GetValueOrDefault(article), score);
            }
        }
    }

    /// <summary>
    /// The newest statements with a word and the word's weight. Where the newest do not reach back far there are many of them: their
    /// density stands for the word's frequency, so that no list has to be read to its end.
    /// </summary>
    private (List<long> Rows, double Weight) RowsOf(string word, long before, Dictionary<string, (List<long> Rows, double Weight)> known)
    {
        if (!known.TryGetValue(word, out var entry))
        {
            var rows = Numbers(_word, $"\"{word}\"", before);
            var frequency = rows.Count < MaxRows ? rows.Count : (double)MaxRows * before / Math.Max(1, before - rows[^1]);
            known[word] = entry = (rows, Math.Log((before + 20.0) / (frequency + 1)));
        }

        return entry;
    }

    /// <summary>Articles of outlets that are named in a denial's words.</summary>
    private void AddNamed(string content, long before, Dictionary<long, double> scores)
    {
        var words = content.Split([' ', '\n', '\t', ',', '.', '’', '\'', '“', '”', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < Math.Min(words.Length, MaxWords); start++)
        {
            for (var count = 1; count <= MaxNameWords && start + count <= words.Length && char.IsUpper(words[start][0]); count++)
            {
                AddAll(_reports, 12, scores, Derivation.Key(string.Join(' ', words, start, count)), before);
            }
        }
    }

    private static void AddAll(SqlStatement query, double score, Dictionary<long, double> scores, params ReadOnlySpan<object?> values)
    {
        foreach (var article in Numbers(query, values))
        {
            scores[article] = Math.Max(scores.GetValueOrDefault(article), score);
        }
    }

    private static List<long> Numbers(SqlStatement query, params ReadOnlySpan<object?> values)
    {
        var numbers = new List<long>();
        using var rows = query.Rows(values);
        while (rows.Read())
        {
            numbers.Add(rows.Number(0));
        }

        return numbers;
    }

    private static string Content(ArticleReading article, Statement statement) =>
        string.Join(' ', statement.Attribution.Content.Select(s => s.In(article.Article.Text).ToString()));

    /// <summary>Runs of letters and digits in lower case, each once, without the very short ones that are no numbers.</summary>
    private static IEnumerable<string> WordsOf(string text) => Runs(text).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Runs(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (i - start <= MaxWordLength && (i - start >= LeastWordLength || char.IsAsciiDigit(text[start])))
                {
                    yield return text[start..i].ToLowerInvariant();
                }

                start = -1;
            }
        }
    }
}
