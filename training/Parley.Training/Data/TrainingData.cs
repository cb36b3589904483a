using System.Runtime.InteropServices;
using Parley.Language.Model;
using Parley.Training.Pretrained;

namespace Parley.Training.Data;

/// <summary>What there is to learn from and to measure on.</summary>
internal sealed record TrainingData
{
    /// <summary>Articles with attributions.</summary>
    public required List<ArticleParagraphs> Train { get; init; }

    public required List<ArticleParagraphs> Dev { get; init; }

    /// <summary>Documents with dependency trees; empty if no treebanks were given.</summary>
    public required List<ArticleParagraphs> Trees { get; init; }

    /// <summary>By the name of the treebank.</summary>
    public required Dictionary<string, List<ArticleParagraphs>> TreesDev { get; init; }

    public required TagSets Tags { get; init; }

    /// <summary>All paragraphs to learn from.</summary>
    public IEnumerable<Paragraph> Paragraphs => Train.Concat(Trees).SelectMany(a => a.Paragraphs);

    /// <summary>Reads the corpora.</summary>
    /// <param name="folder">Folder with polnear-*.jsonl.gz and corenlp-*.conll.xz.</param>
    /// <param name="treebanks">Folder with ewt-*.conllu.xz and gum-*.conllu.xz, if there is one.</param>
    public static TrainingData Read(string folder, string? treebanks)
    {
        var tags = new TagSets();
        List<ArticleParagraphs> trees = [];
        Dictionary<string, List<ArticleParagraphs>> treesDev = [];
        if (treebanks is not null)
        {
            string Path(string name, string part) => System.IO.Path.Combine(treebanks, $"{name}-{part}.conllu.xz");
            Treebank.CountLemmas([Path("ewt", "train"), Path("gum", "train")], tags);
            trees = [.. Treebank.Read(Path("ewt", "train"), tags, openOnly: true), .. Treebank.Read(Path("gum", "train"), tags, openOnly: true)];
            treesDev["EWT"] = Treebank.Read(Path("ewt", "dev"), tags, openOnly: false);
            treesDev["GUM"] = Treebank.Read(Path("gum", "dev"), tags, openOnly: false);
        }

        List<ArticleParagraphs> Part(string part) => AttributionCorpus.Read(
            System.IO.Path.Combine(folder, $"polnear-{part}.jsonl.gz"),
            AttributionCorpus.ReadParses(System.IO.Path.Combine(folder, $"corenlp-{part}.conll.xz"), tags),
            AttributionCorpus.ReadAttributions(System.IO.Path.Combine(folder, $"polnear-docs-{part}.jsonl.gz")));
        return new TrainingData { Train = Part("train"), Dev = Part("dev"), Trees = trees, TreesDev = treesDev, Tags = tags };
    }

    /// <summary>Works out the features of all tokens.</summary>
    public void Featurize(WordIndex words)
    {
        foreach (var articles in TreesDev.Values.Append(Train).Append(Dev).Append(Trees))
        {
            Featurize(articles, words);
        }
    }

    /// <summary>Works out the features of tokens.</summary>
    public static void Featurize(IEnumerable<ArticleParagraphs> articles, WordIndex words)
    {
        var featurizer = new Featurizer(words);
        foreach (var article in articles)
        {
            for (var p = 0; p < article.Paragraphs.Length; p++)
            {
                var paragraph = article.Paragraphs[p];
                paragraph.Rows = new int[paragraph.Count * TokenFeatures.Count];
                featurizer.Write(paragraph.Text, paragraph.Starts, paragraph.Ends, p, paragraph.Rows);
            }
        }
    }

    /// <summary>Gives all tokens the vectors of a pre-trained encoder.</summary>
    public void Encode(PretrainedEncoder encoder, WordPieces pieces, int threads)
    {
        var articles = TreesDev.Values.Append(Train).Append(Dev).Append(Trees).SelectMany(a => a).ToArray();
        Parallel.ForEach(
            ChunkPlan.Fixed(articles, ArticleReader.Together),
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (Pass: new EncoderPass(encoder), Pieces: new List<int>(), Vectors: new List<Half>()),
            (chunk, _, scratch) =>
            {
                Encode(chunk, scratch.Pass, pieces, scratch.Pieces, scratch.Vectors);
                return scratch;
            },
            _ => { });
    }

    private static void Encode(Chunk chunk, EncoderPass pass, WordPieces cutter, List<int> pieces, List<Half> vectors)
    {
        vectors.Clear();
        for (var p = 0; p < chunk.Count; p++)
        {
            if (p > 0)
            {
                pass.AddBorder();
            }

            var paragraph = chunk.Article.Paragraphs[chunk.First + p];
            for (var i = 0; i < paragraph.Count; i++)
            {
                pieces.Clear();
                cutter.Cut(paragraph.Text.AsSpan(paragraph.Starts[i]..paragraph.Ends[i]), pieces);
                if (pass.IsFullFor(pieces.Count + 1))
                {
                    pass.Run(vectors);
                }

                pass.Add(CollectionsMarshal.AsSpan(pieces));
            }
        }

        pass.Run(vectors);
        for (int p = 0, at = 0; p < chunk.Count; p++)
        {
            var paragraph = chunk.Article.Paragraphs[chunk.First + p];
            paragraph.Given = [.. vectors[at..(at + (paragraph.Count * EncoderPass.Given))]];
            at += paragraph.Given.Length;
        }
    }
}
