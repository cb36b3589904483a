using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>
/// Splits a text into the articles that it holds: the items of a digest, a page's report, the blurb and the buttons around
/// it; gives each its title, byline, outlet, date, form and language, and its blocks (paragraphs, headings, lists, turns,
/// dash dialogue, block quotations). Works by the shape of the lines, in time linear in the text. Holds no state.
/// </summary>
public sealed class ArticleSplitter
{
    /// <summary>
    /// The articles of <paramref name="text"/> in order, numbered from <paramref name="firstIndex"/>; none for a text without
    /// words. Metadata of the format fill what the text itself does not say where the text holds a single article.
    /// </summary>
    [SuppressMessage("Performance", "CA1822", Justification = "A stage is an object that its callers hold, like the stages with models.")]
    public ImmutableArray<Article> Split(ContentHash document, int firstIndex, SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(firstIndex);
        var page = new Page(text);
        var pieces = PieceFinder.Find(page, Segmenter.Segment(page));
        var marked = Marked(page, text.Markup);
        var titles = new PieceMetadata(page, pieces, text);
        var offsets = new OffsetClipper(text.Offsets);
        var articles = ImmutableArray.CreateBuilder<Article>(pieces.Count);
        var (codePoints, counted) = (0, 0);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var start = page.Paragraphs[piece.First].Start;
            var end = page.Paragraphs[piece.End - 1].End;
            var (blocks, isTranscript) = BlockClassifier.Classify(page, piece, marked);
            var words = text.Text[start..end];
            codePoints += CodePoints(text.Text.AsSpan(counted..start));
            counted = start;
            var metadata = titles.Of(i, blocks is [{ Kind: BlockKind.Turn or BlockKind.Dash }, ..]);
            articles.Add(new Article
            {
                Id = new ArticleId(document, firstIndex + i),
                Text = words,
                Offsets = offsets.Clip(start, end),
                DocumentCodePointOffset = text.IsDecodedDocument ? codePoints : null,
                Title = metadata.Title,
                Byline = metadata.Byline.Name,
                Outlet = metadata.Byline.Outlet,
                Published = metadata.Byline.Published,
                Url = text.Url,
                Form = metadata.Form == ArticleForm.Article && isTranscript ? ArticleForm.Transcript : metadata.Form,
                Language = LanguageGuess.Of(words),
                Blocks = ImmutableArray.CreateRange(blocks, b => Shift(b, -start)),
            });
        }

        return articles.DrainToImmutable();
    }

    /// <summary>The kind that the format's markup gives each paragraph.</summary>
    private static BlockKind?[] Marked(Page page, ImmutableArray<MarkedSpan> markup)
    {
        var marked = new BlockKind?[page.Count];
        var at = 0;
        foreach (var (span, kind) in markup)
        {
            while (at < page.Count && page.Paragraphs[at].End <= span.Start)
            {
                at++;
            }

            for (var i = at; i < page.Count && page.Paragraphs[i].Start < span.End; i++)
            {
                marked[i] = kind;
            }
        }

        return marked;
    }

    private static Block Shift(Block block, int by) => block with
    {
        Span = Move(block.Span, by),
        Body = Move(block.Body, by),
        Speaker = block.Speaker is { } speaker ? Move(speaker, by) : null,
    };

    private static TextSpan Move(TextSpan span, int by) => span.Shift(by);

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]) ? 1 : 0;
        }

        return count;
    }
}
