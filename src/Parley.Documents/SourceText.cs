using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Documents;

/// <summary>
/// A text taken out of a document by the reader of its format, with what the format tells about it, before it is split into
/// articles. Plain text, Markdown, an HTML page give one; a feed one for each entry; JSON Lines one for each line.
/// </summary>
public sealed record SourceText
{
    /// <summary>The text. For plain text exactly the decoded document.</summary>
    public required string Text { get; init; }

    /// <summary>How <see cref="Text"/> maps to the decoded document (see <see cref="Article.Offsets"/>).</summary>
    public required ImmutableArray<OffsetRun> Offsets { get; init; }

    /// <summary>True if <see cref="Text"/> is the decoded document itself, so that exports count from the document.</summary>
    public bool IsDecodedDocument { get; init; }

    /// <summary>Title by the format's own metadata, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Author by the format's own metadata, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Outlet by the format's own metadata, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication date by the format's own metadata; null if it gives none.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>Address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Pieces whose kind the markup tells (headings, list items, block quotations), ascending; empty for plain text.</summary>
    public ImmutableArray<MarkedSpan> Markup { get; init; } = [];
}

/// <summary>A piece of text whose kind the markup tells.</summary>
/// <param name="Span">Where it stands in <see cref="SourceText.Text"/>.</param>
/// <param name="Kind">What the markup says it is.</param>
public readonly record struct MarkedSpan(TextSpan Span, BlockKind Kind);
