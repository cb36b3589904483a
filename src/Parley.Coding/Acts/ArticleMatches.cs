using System.Collections.Immutable;
using Parley.Coding.Issues;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;
using Parley.Resolution;

namespace Parley.Coding.Acts;

/// <summary>One article with its words, sentences and all rows of the tables found in it: what each part of the coder asks.</summary>
internal sealed class ArticleMatches
{
    private readonly ImmutableArray<TokenRange> _sentences;
    private readonly int[] _innermost;

    public ArticleMatches(ResolvedArticle article, CodingTables tables)
    {
        Resolved = article;
        Words = ArticleWords.Of(article.Article.Text, tables.Vocabulary);
        var parsed = article.Attributed.Parsed;
        _sentences = [.. parsed.Sentences.Select(s => Words.Within(parsed.SpanOf(s)))];
        Statements = StatementWords.Of(Words, article);
        _innermost = Innermost(Words.Count, Statements);
        var whole = new TokenRange(0, Words.Count);
        Contents = new(tables.Contents.FindOverlapping(Words, whole));
        Evaluations = new(tables.Evaluations.FindAll(Words, whole));
        Conditions = new(tables.Conditions.FindAll(Words, whole));
        Modes = new(tables.Modes.FindOverlapping(Words, whole));
        EventContexts = new(tables.Contexts.FindAll(Words, whole));
        IssueWords = new(tables.IssueWords.FindAll(Words, whole));
    }

    public ResolvedArticle Resolved { get; }

    public ArticleWords Words { get; }

    public ImmutableArray<StatementWords> Statements { get; }

    public PhraseMatches<ContentEntry> Contents { get; }

    public PhraseMatches<IssueWeight[]> IssueWords { get; }

    /// <summary>Praise (true) and blame (false).</summary>
    public PhraseMatches<bool> Evaluations { get; }

    /// <summary>Words that tell how an act is done.</summary>
    public PhraseMatches<EventMode[]> Modes { get; }

    /// <summary>Words that tell the context of an act.</summary>
    public PhraseMatches<string> EventContexts { get; }

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

    /// <summary>The actor of a statement; null where the text names nobody.</summary>
    public string? ActorOf(StatementWords statement) => Resolved.Attributions[statement.Index].Actor?.Name;

    /// <summary>The article's author, else its outlet; null if the article names neither.</summary>
    public string? Author => Resolved.Article.Byline ?? Resolved.Article.Outlet;

    /// <summary>Who speaks in a statement; without one the article's author.</summary>
    public string? SpeakerOf(StatementWords? statement) => (statement is null ? null : ActorOf(statement)) ?? Author;

    /// <summary>The innermost statement whose content holds the words; null in the author's own text.</summary>
    public StatementWords? InnermostAt(TokenRange range)
    {
        for (var at = _innermost[range.Start]; at >= 0; at = Statements[at].Attribution.Parent ?? -1)
        {
            if (Statements[at].Content.Any(c => c.Start <= range.Start && c.End >= range.End))
            {
                return Statements[at];
            }
        }

        return null;
    }

    /// <summary>True where some word of a range is part of a statement's content.</summary>
    public bool IsSaid(TokenRange range) => _innermost.AsSpan(range.Start, range.Count).ContainsAnyExcept(-1);

    /// <summary>True where words are a part of the name or description of a statement's source.</summary>
    public bool IsSource(TokenRange range)
    {
        var span = Words.SpanOf(range);
        return Statements.Any(s => s.Attribution.Source.Any(source => source.Contains(span)));
    }

    /// <summary>The names of actors that begin within the words, in text order.</summary>
    public IEnumerable<ActorMention> MentionsIn(TokenRange range)
    {
        if (range.IsEmpty)
        {
            yield break;
        }

        var span = Words.SpanOf(range);
        var (low, high) = (0, Resolved.Mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Resolved.Mentions[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < Resolved.Mentions.Length && Resolved.Mentions[low].Span.Start < span.End; low++)
        {
            yield return Resolved.Mentions[low];
        }
    }

    /// <summary>The block that a sentence stands in; null in a text without blocks.</summary>
    public Block? BlockOf(int sentence) =>
        Resolved.Attributed.Parsed.SentenceBlocks[sentence] is var block && block < Resolved.Article.Blocks.Length ? Resolved.Article.Blocks[block] : null;

    /// <summary>True for the first sentence of a block.</summary>
    public bool StartsParagraph(int sentence) =>
        sentence == 0 || Resolved.Attributed.Parsed.SentenceBlocks[sentence] != Resolved.Attributed.Parsed.SentenceBlocks[sentence - 1];

    /// <summary>Index of the last sentence of a block, or -1.</summary>
    public int LastSentenceOf(int block)
    {
        var at = Resolved.Attributed.Parsed.SentenceBlocks.BinarySearch(block + 1);
        at = at >= 0 ? at : ~at;
        while (at > 0 && Resolved.Attributed.Parsed.SentenceBlocks[at - 1] > block)
        {
            at--;
        }

        return at > 0 && Resolved.Attributed.Parsed.SentenceBlocks[at - 1] == block ? at - 1 : -1;
    }

    // For each word the statement with the shortest content that holds it, or -1.
    private static int[] Innermost(int words, ImmutableArray<StatementWords> statements)
    {
        var innermost = new int[words];
        Array.Fill(innermost, -1);
        foreach (var statement in statements)
        {
            foreach (var piece in statement.Content)
            {
                for (var i = piece.Start; i < piece.End; i++)
                {
                    if (innermost[i] < 0 || statement.ContentCount <= statements[innermost[i]].ContentCount)
                    {
                        innermost[i] = statement.Index;
                    }
                }
            }
        }

        return innermost;
    }
}
