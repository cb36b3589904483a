using System.Collections.Immutable;
using Parley.Coding.Issues;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Resolution;

namespace Parley.Coding.Acts;

/// <summary>One article with its words, sentences and all rows of the tables found in it: what each part of the coder asks.</summary>
internal sealed class ArticleMatches
{
    private readonly ImmutableArray<TokenRange> _sentences;

    public ArticleMatches(ResolvedArticle article, CodingTables tables)
    {
        Resolved = article;
        Words = ArticleWords.Of(article.Article.Text, tables.Vocabulary);
        var parsed = article.Attributed.Parsed;
        _sentences = [.. parsed.Sentences.Select(s => Words.Within(parsed.SpanOf(s)))];
        Statements = StatementWords.Of(Words, article);
        var whole = new TokenRange(0, Words.Count);
        Contents = new(tables.Contents.FindOverlapping(Words, whole));
        Evaluations = new(tables.Evaluations.FindAll(Words, whole));
        Conditions = new(tables.Conditions.FindAll(Words, whole));
        IssueWords = new(tables.IssueWords.FindAll(Words, whole));
    }

    public ResolvedArticle Resolved { get; }

    public ArticleWords Words { get; }

    public ImmutableArray<StatementWords> Statements { get; }

    public PhraseMatches<ContentEntry> Contents { get; }

    public PhraseMatches<IssueWeight[]> IssueWords { get; }

    /// <summary>Praise (true) and blame (false).</summary>
    public PhraseMatches<bool> Evaluations { get; }

    /// <summary>Words that open a condition; true where they are enough by themselves.</summary>
    public PhraseMatches<bool> Conditions { get; }

    /// <summary>The sentences in words.</summary>
    public ImmutableArray<TokenRange> Sentences => _sentences;

    /// <summary>The sentence that a word stands in; an empty range if none does.</summary>
    public TokenRange SentenceOf(int word) => IndexOfSentence(word) is var i && i >= 0 ? _sentences[i] : default;

    /// <summary>Index of the sentence that a word stands in, or -1.</summary>
    public int IndexOfSentence(int word)
    {
        var (low, high) = (0, _sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sentences[middle].End <= word ? (middle + 1, high) : (low, middle);
        }

        return low < _sentences.Length && _sentences[low].Contains(word) ? low : -1;
    }

    /// <summary>Who speaks in a statement; without one the article's author, else its outlet; null if the article names neither.</summary>
    public string? SpeakerOf(StatementWords? statement) =>
        (statement is null ? null : Resolved.Attributions[statement.Index].Actor?.Name) ?? Resolved.Article.Byline ?? Resolved.Article.Outlet;

    /// <summary>The innermost statement whose content holds the words; null in the author's own text.</summary>
    public StatementWords? InnermostAt(TokenRange range)
    {
        StatementWords? best = null;
        foreach (var statement in Statements)
        {
            if (statement.Content.Any(c => c.Start <= range.Start && c.End >= range.End) && (best is null || statement.ContentCount <= best.ContentCount))
            {
                best = statement;
            }
        }

        return best;
    }
}
