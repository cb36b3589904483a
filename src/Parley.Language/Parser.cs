using Parley.Records;

namespace Parley.Language;

/// <summary>Turns articles into tokens and sentences. It is immutable: one may serve all threads.</summary>
public sealed class Parser
{
    private readonly MakerId _maker = new("parser", "rules", "1");

    /// <summary>Tokenises the blocks of <paramref name="article"/> and groups the tokens into sentences.</summary>
    public ParsedArticle Parse(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tokens = Tokenizer.Tokenize(article.Text, article.Blocks);
        var (sentences, blocks) = SentenceSplitter.Split(article.Text, tokens, article.Blocks);
        return new ParsedArticle { Article = article, Tokens = tokens, Sentences = sentences, SentenceBlocks = blocks, Maker = _maker };
    }
}
