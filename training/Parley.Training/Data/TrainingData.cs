using Parley.Language.Model;

namespace Parley.Training.Data;

/// <summary>The articles to learn from and those to measure on.</summary>
internal sealed record TrainingData(List<ArticleParagraphs> Train, List<ArticleParagraphs> Dev, TagSets Tags)
{
    public static TrainingData Read(string folder)
    {
        var tags = new TagSets();
        List<ArticleParagraphs> Part(string part) => AttributionCorpus.Read(
            Path.Combine(folder, $"polnear-{part}.jsonl.gz"),
            AttributionCorpus.ReadParses(Path.Combine(folder, $"corenlp-{part}.conll.xz"), tags),
            AttributionCorpus.ReadAttributions(Path.Combine(folder, $"polnear-docs-{part}.jsonl.gz")));
        var train = Part("train");
        return new TrainingData(train, Part("dev"), tags);
    }

    /// <summary>Works out the features of all tokens.</summary>
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
