using Parley.Training.Data;

namespace Parley.Training.Learning;

/// <summary>Runs a network over articles a few chunks at a time, in a fixed order.</summary>
internal static class Reading
{
    private const int BatchTokens = 4000;

    /// <summary>Gives each batch of chunks when <paramref name="pass"/> has read it.</summary>
    public static IEnumerable<Chunk[]> Run(Pass pass, IEnumerable<ArticleParagraphs> articles, int longest)
    {
        var batch = new List<Chunk>();
        foreach (var chunk in ChunkPlan.Fixed(articles, longest).OrderByDescending(c => c.Length).ToList())
        {
            batch.Add(chunk);
            if (batch.Sum(c => c.Length) >= BatchTokens)
            {
                yield return Take();
            }
        }

        if (batch.Count > 0)
        {
            yield return Take();
        }

        Chunk[] Take()
        {
            var chunks = batch.ToArray();
            batch.Clear();
            pass.Read(chunks);
            return chunks;
        }
    }
}
