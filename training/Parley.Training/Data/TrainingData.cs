using Parley.Language.Model;

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

        return new TrainingData
        {
            Train = AttributionCorpus.ReadPart(folder, "train", tags), Dev = AttributionCorpus.ReadPart(folder, "dev", tags), Trees = trees, TreesDev = treesDev, Tags = tags,
        };
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
}
