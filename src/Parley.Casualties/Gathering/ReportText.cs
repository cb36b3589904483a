using System.Globalization;
using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>The words of a report, with their sentences and blocks. One pass over the text, whatever it holds.</summary>
internal sealed class ReportText
{
    private const int MaxWords = 200_000;
    private const int LongestWord = 60;

    private readonly List<ReportWord> _words = [];

    private ReportText(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public IReadOnlyList<ReportWord> Words => _words;

    /// <summary>The words of an article, block for block; furniture is left out.</summary>
    public static ReportText Of(Article article)
    {
        var report = new ReportText(article.Text);
        var block = 0;
        var sentence = 0;
        foreach (var piece in article.Blocks.Where(b => b.Kind is not (BlockKind.Boilerplate or BlockKind.Byline)))
        {
            sentence = report.Read(piece.Span, block++, sentence) + 1;
        }

        if (article.Blocks.IsEmpty)
        {
            report.Read(new TextSpan(0, article.Text.Length), 0, 0);
        }

        return report;
    }

    /// <summary>The span from one word to another, both included.</summary>
    public TextSpan Between(int first, int last) => new(_words[first].Span.Start, _words[last].Span.End - _words[first].Span.Start);

    /// <summary>The text of a span, on one line.</summary>
    public string Quote(TextSpan span) => VisibleText.OneLine(span.In(Text).ToString());

    /// <summary>What follows a word up to the next one, or to the end of the text.</summary>
    public ReadOnlySpan<char> After(int word) => word + 1 < _words.Count
        ? Text.AsSpan(_words[word].Span.End, _words[word + 1].Span.Start - _words[word].Span.End)
        : Text.AsSpan(_words[word].Span.End);

    private int Read(TextSpan span, int block, int sentence)
    {
        var gap = span.Start;
        var endsSentence = false;
        for (var i = span.Start; i < span.End && _words.Count < MaxWords;)
        {
            if (!char.IsLetterOrDigit(Text[i]))
            {
                endsSentence |= Text[i] is '.' or '!' or '?' or '…' or '\n' && EndsSentence(i, block);
                i++;
                continue;
            }

            var end = WordEnd(i, span.End);
            var word = Text[i..end];
            if (endsSentence && (char.IsUpper(word[0]) || char.IsDigit(word[0])))
            {
                sentence++;
            }

            endsSentence = false;
            _words.Add(new ReportWord(word, Lower(word), new TextSpan(i, end - i), sentence, block, Text[gap..i].Trim()));
            gap = i = end;
        }

        return sentence;
    }

    /// <summary>A full stop after an initial, an abbreviation or a number's ordinal ends no sentence; nor does a line's end alone.</summary>
    private bool EndsSentence(int at, int block)
    {
        if (at + 1 < Text.Length && char.IsLetterOrDigit(Text[at + 1]))
        {
            return false; // 03.02.2023, or a line that goes on
        }

        return Text[at] != '.' || _words.Count == 0 || _words[^1].Block != block || _words[^1].Span.End != at
            || !(_words[^1].IsInitial || GatheringTables.IsAbbreviation(_words[^1].Lower));
    }

    /// <summary>Letters and digits, with hyphens and apostrophes between letters; a number ends where letters begin unless a hyphen joins them.</summary>
    private int WordEnd(int start, int limit)
    {
        var i = start;
        while (i < limit && i - start < LongestWord)
        {
            if (char.IsLetterOrDigit(Text[i]) || char.GetUnicodeCategory(Text[i]) is UnicodeCategory.NonSpacingMark)
            {
                i++;
            }
            else if (i + 1 < limit && char.IsLetter(Text[i + 1]) && Text[i] is '-' or '‑' or '\'' or '’' or 'ʼ')
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static string Lower(string word) => word.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'').Replace('‑', '-');
}
