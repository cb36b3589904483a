using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>The passage of an article that shows a citation's words in place, in pieces of one marking each.</summary>
internal static class EvidencePassage
{
    private const int MaxContext = 360;

    /// <summary>The pieces in text order; <see cref="PassagePiece.IsGap"/> stands for words left out.</summary>
    public static ImmutableArray<PassagePiece> Of(Citation citation)
    {
        var text = citation.Article.Text;
        var pieces = ImmutableArray.CreateBuilder<PassagePiece>();
        var windows = Windows(citation, text);
        for (var i = 0; i < windows.Count; i++)
        {
            var (window, cutStart, cutEnd) = windows[i];
            if (cutStart || i > 0)
            {
                pieces.Add(PassagePiece.Gap);
            }

            Cut(citation, text, window, pieces);
            if (cutEnd && i == windows.Count - 1)
            {
                pieces.Add(PassagePiece.Gap);
            }
        }

        return pieces.ToImmutable();
    }

    /// <summary>For each cited span the block around it, not more than <see cref="MaxContext"/> units before and after; windows that meet are joined.</summary>
    private static List<(TextSpan Window, bool CutStart, bool CutEnd)> Windows(Citation citation, string text)
    {
        var windows = new List<(TextSpan Window, bool CutStart, bool CutEnd)>();
        foreach (var span in citation.Spans.Concat(citation.SourceSpans).Concat(citation.CueSpans).Where(s => !s.IsEmpty && s.End <= text.Length).Order())
        {
            var block = Around(citation.Article, text, span);
            var start = Math.Max(block.Start, WordStart(text, span.Start - MaxContext));
            var end = Math.Min(block.End, WordEnd(text, span.End + MaxContext));
            var window = (Window: TextSpan.FromBounds(start, end), CutStart: start > block.Start, CutEnd: end < block.End);
            if (windows.Count > 0 && windows[^1].Window.End >= start)
            {
                var last = windows[^1];
                windows[^1] = (last.Window.Cover(window.Window), last.CutStart, end > last.Window.End ? window.CutEnd : last.CutEnd);
            }
            else
            {
                windows.Add(window);
            }
        }

        return windows;
    }

    private static TextSpan Around(Article article, string text, TextSpan span)
    {
        foreach (var block in article.Blocks)
        {
            if (block.Span.Contains(span) && block.Span.End <= text.Length)
            {
                return block.Span;
            }
        }

        var start = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var end = text.IndexOf('\n', span.End);
        return TextSpan.FromBounds(start, end < 0 ? text.Length : end);
    }

    private static void Cut(Citation citation, string text, TextSpan window, ImmutableArray<PassagePiece>.Builder pieces)
    {
        var borders = new SortedSet<int> { window.Start, window.End };
        foreach (var span in citation.Spans.Concat(citation.SourceSpans).Concat(citation.CueSpans))
        {
            foreach (var border in (ReadOnlySpan<int>)[span.Start, span.End])
            {
                if (border > window.Start && border < window.End)
                {
                    borders.Add(border);
                }
            }
        }

        var start = window.Start;
        foreach (var end in borders.Skip(1))
        {
            var piece = TextSpan.FromBounds(start, end);
            pieces.Add(new PassagePiece(text[start..end], citation.Spans.Any(s => s.Contains(piece)),
                citation.SourceSpans.Any(s => s.Contains(piece)), citation.CueSpans.Any(s => s.Contains(piece)), IsGap: false));
            start = end;
        }
    }

    private static int WordStart(string text, int offset)
    {
        if (offset <= 0)
        {
            return 0;
        }

        var space = text.IndexOf(' ', offset);
        return space < 0 || space > offset + 40 ? WholeCharacter(text, offset) : space + 1;
    }

    private static int WordEnd(string text, int offset)
    {
        if (offset >= text.Length)
        {
            return text.Length;
        }

        var space = text.LastIndexOf(' ', offset);
        return space < offset - 40 ? WholeCharacter(text, offset) : space;
    }

    private static int WholeCharacter(string text, int offset) => char.IsLowSurrogate(text[offset]) ? offset - 1 : offset;
}

/// <summary>A piece of a passage.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsCited">True for the cited words.</param>
/// <param name="IsSource">True for the words that name the source.</param>
/// <param name="IsCue">True for the words that attribute.</param>
/// <param name="IsGap">True where words are left out.</param>
internal readonly record struct PassagePiece(string Text, bool IsCited, bool IsSource, bool IsCue, bool IsGap)
{
    public static PassagePiece Gap { get; } = new("", false, false, false, IsGap: true);
}
