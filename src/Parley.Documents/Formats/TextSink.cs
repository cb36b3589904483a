using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Documents.Formats;

/// <summary>Collects the texts and faults of one document while its format's reader works.</summary>
internal sealed class TextSink(Document document, ReadOptions options)
{
    private readonly ImmutableArray<SourceText>.Builder _texts = ImmutableArray.CreateBuilder<SourceText>();
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();
    private long _length;

    internal Document Document { get; } = document;

    internal ReadOptions Options { get; } = options;

    /// <summary>True once the texts together are longer than allowed; then the reader should stop.</summary>
    internal bool IsFull => _length > Options.MaxTextLength;

    internal void Fault(string? place, string problem, string remedy) => _faults.Add(new Fault(Document.Name, place, problem, remedy));

    /// <summary>Takes a text, unless it is blank or beyond the limits; then there is a fault instead.</summary>
    internal void Add(SourceText text, string? place = null)
    {
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            Fault(place, "holds no text", "check that the right file or page was given");
            return;
        }

        _length += text.Text.Length;
        if (IsFull)
        {
            Fault(place, $"is longer than {Options.MaxTextLength:N0} characters", "split it, or raise the limit on text length (--max-text)");
        }
        else if (LongLine(text.Text) is { } line)
        {
            Fault(place ?? $"line {line}", $"has a line longer than {Options.MaxLineLength:N0} characters, which no report has",
                "break it into paragraphs, or raise the limit on line length (--max-line)");
        }
        else
        {
            _texts.Add(WithoutHalfPairs(text));
        }
    }

    internal DocumentTexts Finish()
    {
        if (_texts.Count == 0 && _faults.Count == 0)
        {
            Fault(null, "holds no text", "check that the right file or page was given");
        }

        return new DocumentTexts(Document, _texts.ToImmutable(), _faults.ToImmutable());
    }

    private int? LongLine(ReadOnlySpan<char> text)
    {
        var number = 1;
        while (text.Length > Options.MaxLineLength)
        {
            var end = text.IndexOfAny('\n', '\r');
            if (end < 0 || end > Options.MaxLineLength)
            {
                return number;
            }

            text = text[(end + 1)..];
            number++;
        }

        return null;
    }

    // Texts go into UTF-8 stores, and through programs to which NUL is the end of a text.
    private static SourceText WithoutHalfPairs(SourceText text)
    {
        var repaired = text.Text.Contains('\0', StringComparison.Ordinal) ? text.Text.Replace('\0', '\uFFFD').ToCharArray() : null;
        for (var i = text.Text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Text.Length; i++)
        {
            if (char.IsHighSurrogate(text.Text[i]) && i + 1 < text.Text.Length && char.IsLowSurrogate(text.Text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text.Text[i]))
            {
                repaired ??= text.Text.ToCharArray();
                repaired[i] = '\uFFFD';
            }
        }

        return repaired is null ? text : text with { Text = new string(repaired), Offsets = [] };
    }
}
