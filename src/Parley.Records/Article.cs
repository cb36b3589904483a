using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>Names one article: the document's hash and the article's place in it, from 0.</summary>
/// <param name="Document">SHA-256 of the document's bytes.</param>
/// <param name="Index">Place among the document's articles, from 0.</param>
public readonly record struct ArticleId(ContentHash Document, int Index)
{
    /// <summary>Shown as the first twelve digits of the hash and the index.</summary>
    public override string ToString() => $"{Document.Hex.AsSpan(0, 12)}/{Index}";
}

/// <summary>One report inside a document. All spans count UTF-16 units of <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>Names the article.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>The text. For plain-text documents exactly a slice of the decoded document.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// How <see cref="Text"/> maps to the decoded text of the document, ascending, not overlapping.
    /// Empty where the format has no decoded text of its own to point into (PDF, DOCX).
    /// </summary>
    public required ImmutableArray<OffsetRun> Offsets { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>
    /// Place of the article's first character in the document's decoded text, in code points, where exports count from the
    /// document (plain text); null where they count from the article's own text.
    /// </summary>
    public int? DocumentCodePointOffset { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Author as printed, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The medium that publishes it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published; null if the document does not say. Never the time of gathering.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>Address of the article, where one is known.</summary>
    public string? Url { get; init; }

    /// <summary>What kind of piece it is.</summary>
    public required ArticleForm Form { get; init; }

    /// <summary>Language of the text (BCP 47, "und" if it cannot be told).</summary>
    public required string Language { get; init; }

    /// <summary>The pieces of the text in order, not overlapping; what lies between them is white space and separators.</summary>
    public required ImmutableArray<Block> Blocks { get; init => field = value.IsDefault ? [] : value; }
}

/// <summary>A run of article text that stands in the document's decoded text in the same order.</summary>
/// <param name="TextStart">First UTF-16 unit in the article's text.</param>
/// <param name="DocumentStart">First UTF-16 unit in the document's decoded text.</param>
/// <param name="Length">UTF-16 units in the article's text. Within a run the two texts are equal unit for unit.</param>
public readonly record struct OffsetRun(int TextStart, int DocumentStart, int Length);

/// <summary>What kind of piece an article is.</summary>
public enum ArticleForm
{
    /// <summary>A report, essay or memo by its own author or outlet.</summary>
    Article,

    /// <summary>An excerpt of a longer report published elsewhere.</summary>
    DigestItem,

    /// <summary>An interview or meeting as turns of speakers.</summary>
    Transcript,

    /// <summary>An organisation's description of itself.</summary>
    Blurb,

    /// <summary>Buttons, menus, reading times, other headlines.</summary>
    Boilerplate,
}

/// <summary>One piece of an article's text.</summary>
public sealed record Block
{
    /// <summary>Where it stands, without surrounding white space.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>The speaker's name of a turn ("Name" of "Name: text"); null otherwise.</summary>
    public TextSpan? Speaker { get; init; }

    /// <summary>The words spoken, quoted or listed, without the speaker's name, bullet, number, dash and footnote mark; the whole span if there is nothing to leave out.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>
    /// Index of the block that this one depends on: for a list item or block quotation the paragraph that introduces it,
    /// for a turn's further paragraph the paragraph that opened the turn. Null otherwise.
    /// </summary>
    public int? Introducer { get; init; }
}

/// <summary>What a piece of text is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>The article's headline, or a heading within it.</summary>
    Heading,

    /// <summary>A line such as "By NAME, OUTLET, 1/27/25", or a line with a date only.</summary>
    Byline,

    /// <summary>An item of a bulleted or numbered list.</summary>
    ListItem,

    /// <summary>A paragraph of a speaker's turn in a transcript; <see cref="Block.Speaker"/> stands on the first of a turn.</summary>
    Turn,

    /// <summary>Speech opened by a dash at the start of a line.</summary>
    Dash,

    /// <summary>A quoted paragraph without quotation marks of its own.</summary>
    BlockQuotation,

    /// <summary>Something that is no part of the report: "7 mins read", share buttons, captions, separators.</summary>
    Boilerplate,
}
