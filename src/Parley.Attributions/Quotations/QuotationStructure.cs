using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Attributions;

/// <summary>The quotations of an article and, for each token, the innermost one that holds it.</summary>
internal sealed class QuotationStructure
{
    private readonly int[] _innermost;

    /// <summary>Takes quotations ordered by their first token, outer before inner.</summary>
    public QuotationStructure(ParsedArticle article, ImmutableArray<Quotation> quotations)
    {
        Quotations = quotations;
        _innermost = new int[article.Tokens.Count];
        Array.Fill(_innermost, -1);
        for (var q = 0; q < quotations.Length; q++)
        {
            _innermost.AsSpan(quotations[q].Tokens.Start, quotations[q].Tokens.Count).Fill(q);
        }
    }

    /// <summary>The quotations, outer before inner.</summary>
    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>Index of the innermost quotation that holds the token, marks included; -1 if there is none.</summary>
    public int At(int tokenIndex) => _innermost[tokenIndex];

    /// <summary>Index of the outermost quotation that holds the token; -1 if there is none.</summary>
    public int OutermostAt(int tokenIndex)
    {
        var q = _innermost[tokenIndex];
        while (q >= 0 && Quotations[q].Parent >= 0)
        {
            q = Quotations[q].Parent;
        }

        return q;
    }

    /// <summary>How many quotations hold the token.</summary>
    public int DepthAt(int tokenIndex)
    {
        var depth = 0;
        for (var q = _innermost[tokenIndex]; q >= 0; q = Quotations[q].Parent)
        {
            depth++;
        }

        return depth;
    }
}
