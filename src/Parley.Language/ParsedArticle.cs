using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Language;

/// <summary>
/// An article with its tokens and sentences. Tokens are ordered, do not overlap, and cover all but white space;
/// sentences cover all tokens in order and never cross a block's border.
/// </summary>
public sealed record ParsedArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>The tokens, in UTF-16 units of the article's text.</summary>
    public required TokenTable Tokens { get; init; }

    /// <summary>The sentences as half-open runs of token indices.</summary>
    public required ImmutableArray<TokenRange> Sentences { get; init; }

    /// <summary>For each sentence the index of the block that it stands in.</summary>
    public required ImmutableArray<int> SentenceBlocks { get; init; }

    /// <summary>What made the record.</summary>
    public required MakerId Maker { get; init; }

    /// <summary>The words of a token.</summary>
    public ReadOnlySpan<char> Word(int tokenIndex) => Tokens[tokenIndex].In(Article.Text);

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceAt(int tokenIndex)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Sentences[middle].Start <= tokenIndex ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The text from the first token of <paramref name="range"/> to its last.</summary>
    public TextSpan SpanOf(TokenRange range) => range.IsEmpty
        ? new TextSpan(range.Start < Tokens.Count ? Tokens[range.Start].Start : Article.Text.Length, 0)
        : TextSpan.FromBounds(Tokens[range.Start].Start, Tokens[range.End - 1].End);
}

/// <summary>A half-open run of token indices: [Start, End).</summary>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index just past the last token.</param>
public readonly record struct TokenRange(int Start, int End)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - Start;

    /// <summary>True for a range without tokens.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>True when the token belongs to the range.</summary>
    public bool Contains(int tokenIndex) => tokenIndex >= Start && tokenIndex < End;
}

/// <summary>Token offsets as two arrays of numbers; no object for a token.</summary>
public sealed class TokenTable
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    /// <summary>Makes a table of tokens that start and end at the given UTF-16 offsets; it keeps the arrays.</summary>
    /// <exception cref="ArgumentException">The arrays differ in length, a token is empty, or two overlap or are out of order.</exception>
    public TokenTable(int[] starts, int[] ends)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(ends);
        if (starts.Length != ends.Length)
        {
            throw new ArgumentException($"{starts.Length} starts and {ends.Length} ends", nameof(ends));
        }

        for (var i = 0; i < starts.Length; i++)
        {
            if (ends[i] <= starts[i] || (i > 0 && starts[i] < ends[i - 1]))
            {
                throw new ArgumentException($"token {i} is empty, out of order or overlaps the one before", nameof(starts));
            }
        }

        (_starts, _ends) = (starts, ends);
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _starts.Length;

    /// <summary>Offsets of the first units, ascending.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Offsets just past the last units, ascending.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>Where a token stands.</summary>
    public TextSpan this[int tokenIndex] => TextSpan.FromBounds(_starts[tokenIndex], _ends[tokenIndex]);

    /// <summary>The tokens that lie wholly inside <paramref name="span"/>.</summary>
    public TokenRange Within(TextSpan span)
    {
        var start = LowerBound(_starts, span.Start);
        var end = start;
        var last = LowerBound(_ends, span.End + 1);
        return new TokenRange(start, Math.Max(end, last));
    }

    private static int LowerBound(int[] sorted, int value)
    {
        var index = Array.BinarySearch(sorted, value);
        return index >= 0 ? index : ~index;
    }
}
