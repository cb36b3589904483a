using Parley.Language.Model;
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

    /// <summary>Sets on the paragraphs what the network sees: probabilities of labels and trees.</summary>
    public static unsafe void Teach(Pass pass, IEnumerable<ArticleParagraphs> articles, int longest)
    {
        foreach (var chunks in Run(pass, articles, longest))
        {
            for (var s = 0; s < chunks.Length; s++)
            {
                var (marginals, _) = pass.ReadLabels(chunks, s);
                var at = 0;
                for (var p = 0; p < chunks[s].Count; p++)
                {
                    var paragraph = chunks[s].Article.Paragraphs[chunks[s].First + p];
                    paragraph.Teaching = new Half[paragraph.Count * Labels.Padded];
                    for (var i = 0; i < paragraph.Teaching.Length; i++)
                    {
                        paragraph.Teaching[i] = (Half)marginals.Pointer[(at * Labels.Padded) + i];
                    }

                    at += paragraph.Count + 1;
                }
            }

            foreach (var tree in pass.ReadTrees(chunks).ToList())
            {
                if (tree.Paragraph.Heads.Length == 0)
                {
                    (tree.Paragraph.Heads, tree.Paragraph.Relations) = (new short[tree.Paragraph.Count], new byte[tree.Paragraph.Count]);
                }

                for (var i = 0; i < tree.Heads.Length; i++)
                {
                    tree.Paragraph.Heads[tree.Start + i] = (short)(tree.Heads[i] < 0 ? -1 : tree.Start + tree.Heads[i]);
                    tree.Paragraph.Relations[tree.Start + i] = tree.Relations[i];
                }
            }
        }
    }
}
