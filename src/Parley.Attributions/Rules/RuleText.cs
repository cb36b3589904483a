using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>An article as the rules see it: for each token its closed classes and the cue that it may be.</summary>
internal sealed class RuleText
{
    private const int LongestKnownWord = 24;

    private readonly WordClass[] _classes;
    private readonly CueTable.VerbCue[] _verbs;
    private readonly Cue?[] _nouns;

    public RuleText(ParsedArticle article, QuotationStructure quotations)
    {
        (Article, Quotations) = (article, quotations);
        var count = article.Tokens.Count;
        (_classes, _verbs, _nouns) = (new WordClass[count], new CueTable.VerbCue[count], new Cue?[count]);
        var verbs = CueTable.Verbs.GetAlternateLookup<ReadOnlySpan<char>>();
        var nouns = CueTable.Nouns.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[LongestKnownWord];
        for (var i = 0; i < count; i++)
        {
            var word = article.Word(i);
            if (word.Length > LongestKnownWord)
            {
                continue;
            }

            var lower = buffer[..word.ToLowerInvariant(buffer)];
            _classes[i] = WordClasses.Of(lower);
            verbs.TryGetValue(lower, out _verbs[i]);
            nouns.TryGetValue(lower, out _nouns[i]);
        }
    }

    public ParsedArticle Article { get; }

    public QuotationStructure Quotations { get; }

    /// <summary>The verb that token <paramref name="i"/> may be, or null.</summary>
    public Cue? Verb(int i) => _verbs[i].Cue;

    /// <summary>The inflection of that verb.</summary>
    public VerbForm Form(int i) => _verbs[i].Form;

    /// <summary>The noun that token <paramref name="i"/> may be, or null.</summary>
    public Cue? Noun(int i) => _nouns[i];

    /// <summary>True when the word is in one of the classes.</summary>
    public bool Is(int i, WordClass classes) => (_classes[i] & classes) != 0;

    /// <summary>True when the word is <paramref name="lower"/>, whatever its case.</summary>
    public bool IsWord(int i, string lower) => Article.Word(i).Equals(lower, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the word begins with a capital letter.</summary>
    public bool IsCapital(int i) => char.IsUpper(Article.Word(i)[0]);

    /// <summary>True for a token with a letter or digit at its start.</summary>
    public bool IsWordLike(int i) => char.IsLetterOrDigit(Article.Word(i)[0]);

    /// <summary>True when the token is a mark of a quotation, and so not the same text as what stands beside it.</summary>
    public bool IsQuotationBorder(int i)
    {
        var q = Quotations.At(i);
        if (q < 0)
        {
            return false;
        }

        var quotation = Quotations.Quotations[q];
        return (quotation.IsOpened && i == quotation.Tokens.Start) || (quotation.IsClosed && i == quotation.Tokens.End - 1);
    }

    /// <summary>True when the token stands among a few quoted words that are no speech: too little to hold an attribution.</summary>
    public bool IsInShortQuotation(int i) => Quotations.At(i) is var q and >= 0 && !Quotations.Quotations[q].IsSpeech;

    /// <summary>The part of a sentence that stands in the same quotation as the token: the text whose grammar it shares.</summary>
    public TokenRange ScopeOf(int i)
    {
        var sentence = Article.Sentences[Article.SentenceAt(i)];
        var q = Quotations.At(i);
        if (q < 0)
        {
            return sentence;
        }

        var inner = Quotations.Quotations[q].Inner;
        return new TokenRange(Math.Max(sentence.Start, inner.Start), Math.Min(sentence.End, inner.End));
    }

    /// <summary>The words of a range as a span of the text.</summary>
    public TextSpan Span(TokenRange range) => Article.SpanOf(range);
}
