namespace Parley.Training.Data;

/// <summary>A run of paragraphs of one article that is read as one sequence.</summary>
internal readonly record struct Chunk(ArticleParagraphs Article, int First, int Count)
{
    /// <summary>Number of tokens, the borders between paragraphs included.</summary>
    public int Length
    {
        get
        {
            var length = Count - 1;
            for (var p = First; p < First + Count; p++)
            {
                length += Article.Paragraphs[p].Count;
            }

            return length;
        }
    }
}

/// <summary>Cuts articles into chunks and chunks into batches.</summary>
internal static class ChunkPlan
{
    /// <summary>Chunks of random size for learning, so that the network meets single paragraphs as well as runs of them.</summary>
    public static List<Chunk> Random(IEnumerable<ArticleParagraphs> articles, int longest, Random random)
    {
        var chunks = new List<Chunk>();
        foreach (var article in articles)
        {
            for (var p = 0; p < article.Paragraphs.Length;)
            {
                var wanted = random.NextSingle() < 0.2f ? 1 : random.Next(longest / 3, longest);
                var chunk = Take(article, p, wanted);
                chunks.Add(chunk);
                p += chunk.Count;
            }
        }

        return chunks;
    }

    /// <summary>Chunks as they are read in use.</summary>
    public static List<Chunk> Fixed(IEnumerable<ArticleParagraphs> articles, int longest)
    {
        var chunks = new List<Chunk>();
        foreach (var article in articles)
        {
            for (var p = 0; p < article.Paragraphs.Length;)
            {
                var chunk = Take(article, p, longest);
                chunks.Add(chunk);
                p += chunk.Count;
            }
        }

        return chunks;
    }

    /// <summary>Batches of about <paramref name="tokens"/> tokens, of chunks of like length, in random order.</summary>
    public static List<Chunk[]> Batches(List<Chunk> chunks, int tokens, Random random)
    {
        var keyed = chunks.Select(c => (Chunk: c, Key: c.Length * (0.85 + (0.3 * random.NextDouble())))).ToList();
        keyed.Sort((x, y) => x.Key.CompareTo(y.Key));
        var batches = new List<Chunk[]>();
        var batch = new List<Chunk>();
        var size = 0;
        foreach (var (chunk, _) in keyed)
        {
            batch.Add(chunk);
            size += chunk.Length;
            if (size >= tokens)
            {
                batches.Add([.. batch]);
                batch.Clear();
                size = 0;
            }
        }

        if (batch.Count > 0)
        {
            batches.Add([.. batch]);
        }

        for (var i = batches.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (batches[i], batches[j]) = (batches[j], batches[i]);
        }

        return batches;
    }

    private static Chunk Take(ArticleParagraphs article, int first, int longest)
    {
        var (count, length) = (1, article.Paragraphs[first].Count);
        while (first + count < article.Paragraphs.Length && length + 1 + article.Paragraphs[first + count].Count <= longest)
        {
            length += 1 + article.Paragraphs[first + count].Count;
            count++;
        }

        return new Chunk(article, first, count);
    }
}
