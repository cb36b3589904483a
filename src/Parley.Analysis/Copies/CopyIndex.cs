using Parley.Records;

namespace Parley.Analysis;

/// <summary>Finds copies: articles that share most of their words, whoever printed them. Adding an article costs the same however many there are.</summary>
internal sealed class CopyIndex
{
    private const int Bands = 16;
    private const int Rows = MinHash.Size / Bands;
    private const int MaxBucket = 16;
    private const int LeastRuns = 12;
    private const double CopyFrom = 0.55;

    private readonly Dictionary<ulong, List<int>> _buckets = [];
    private readonly List<(RecordedArticle Article, MinHash Hash, int First, double Resemblance)> _articles = [];
    private readonly Dictionary<ArticleId, int> _numbers = [];

    /// <summary>Adds an article and tells the first article of which it is a copy: itself if of none.</summary>
    public RecordedArticle Add(RecordedArticle article)
    {
        var hash = MinHash.Of(article.Reading.Article.Text);
        var number = _articles.Count;
        var (first, resemblance) = (number, 1.0);
        if (hash.Runs >= LeastRuns)
        {
            (first, resemblance) = FindFirst(hash, number);
        }

        _articles.Add((article, hash, first, resemblance));
        _numbers[article.Reading.Article.Id] = number;
        return _articles[first].Article;
    }

    /// <summary>The first article of which an article is a copy, and how much they share, 0 to 1; itself and 1 if it is none.</summary>
    public (RecordedArticle First, double Resemblance) OriginalOf(ArticleId article)
    {
        var entry = _articles[_numbers[article]];
        return (_articles[entry.First].Article, entry.Resemblance);
    }

    private (int First, double Resemblance) FindFirst(MinHash hash, int number)
    {
        var (best, resemblance) = (number, 0.0);
        for (var band = 0; band < Bands; band++)
        {
            var key = hash.Band(band, Rows);
            if (!_buckets.TryGetValue(key, out var bucket))
            {
                _buckets[key] = bucket = [];
            }

            foreach (var other in bucket)
            {
                var shared = hash.Resemblance(_articles[other].Hash);
                if (shared >= CopyFrom && shared > resemblance)
                {
                    (best, resemblance) = (other, shared);
                }
            }

            // The first few of a bucket stand for all: forty copies need not be compared with each other.
            if (bucket.Count < MaxBucket)
            {
                bucket.Add(number);
            }
        }

        return best == number ? (number, 1.0) : (_articles[best].First, resemblance);
    }
}
