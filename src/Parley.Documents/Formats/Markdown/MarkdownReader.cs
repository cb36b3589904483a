using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Parley.Documents.Decoding;
using Parley.Documents.Formats.Html;
using Parley.Records;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Parley.Documents.Formats.Markdown;

/// <summary>Markdown (CommonMark, with tables and a heading of YAML): its text without marks, headings, list items and quotations kept apart.</summary>
internal static class MarkdownReader
{
    // Some shapes of brackets take the parser more than linear time; no report is this long or holds so many links.
    private const int Longest = 4_000_000;
    private const int MostBrackets = 10_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseYamlFrontMatter().Build();

    internal static void Read(DecodedText decoded, TextSink sink)
    {
        var source = decoded.Text;
        if (source.Length > Longest || source.AsSpan().Count('[') > MostBrackets)
        {
            sink.Fault(null, $"is Markdown longer than {Longest:N0} characters or with more than {MostBrackets:N0} links", "split it, or name it .txt to have it read as plain text");
            return;
        }

        MarkdownDocument parsed;
        try
        {
            parsed = Markdig.Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException)
        {
            // How Markdig refuses what is nested too deep.
            sink.Fault(null, "has quotations or lists nested too deep", "take out the superfluous '>' signs or list marks");
            return;
        }

        var text = new ExtractedText();
        foreach (var block in parsed)
        {
            Read(block, null, source, text);
        }

        var front = parsed.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        var (words, offsets, markup) = text.Finish();
        sink.Add(new SourceText
        {
            Text = words,
            Offsets = offsets,
            Markup = markup,
            Title = Front(front, "title"),
            Byline = Front(front, "author"),
            Outlet = Front(front, "outlet"),
            Url = Front(front, "url"),
            Published = Front(front, "date") is { } date ? DateText.Read(date) : null,
        });
    }

    // Markdig refuses nesting beyond 128, so recursion is bounded.
    private static void Read(MarkdownBlock block, BlockKind? outer, string source, ExtractedText text)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock html:
                Html(html, source, text);
                break;
            case CodeBlock code:
                text.BeginBlock(outer);
                foreach (var line in code.Lines.Lines.AsSpan(0, code.Lines.Count))
                {
                    text.Verbatim(line.Slice.AsSpan(), Place(source, line.Slice.AsSpan(), line.Position));
                    text.LineBreak();
                }

                break;
            case ThematicBreakBlock:
                text.BeginBlock(BlockKind.Boilerplate);
                text.Add("---");
                break;
            case LeafBlock leaf:
                text.BeginBlock(leaf is HeadingBlock ? BlockKind.Heading : outer);
                if (leaf.Inline is not null)
                {
                    Inlines(leaf.Inline, source, text);
                }

                break;
            case Markdig.Extensions.Tables.TableRow row:
                text.BeginBlock(outer);
                foreach (var leaf in row.Descendants<LeafBlock>())
                {
                    Inlines(leaf.Inline!, source, text);
                    text.Add(" ");
                }

                break;
            case ContainerBlock container:
                var kind = container switch { ListItemBlock => BlockKind.ListItem, QuoteBlock => BlockKind.BlockQuotation, _ => outer };
                foreach (var child in container)
                {
                    Read(child, kind, source, text);
                }

                break;
        }

        text.EndBlock();
    }

    private static void Html(HtmlBlock block, string source, ExtractedText text)
    {
        var start = Math.Clamp(block.Span.Start, 0, source.Length);
        var length = Math.Clamp(block.Span.Length, 0, source.Length - start);
        if (HtmlTreeBuilder.Build(source.Substring(start, length), out _) is { } tree)
        {
            HtmlTextReader.Read(tree, 0, node => HtmlNames.NeverText.Contains(tree[node].Name), text, start);
        }
    }

    private static void Inlines(ContainerInline container, string source, ExtractedText text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Literal(literal.Content.AsSpan(), literal.Span, source, text);
                    break;
                case CodeInline code:
                    Literal(code.Content, new SourceSpan(code.Span.Start + code.DelimiterCount, code.Span.End), source, text);
                    break;
                case HtmlEntityInline entity:
                    text.Verbatim(entity.Transcoded.AsSpan(), ExtractedText.NowhereInDocument);
                    break;
                case LineBreakInline { IsHard: true }:
                    text.LineBreak();
                    break;
                case LineBreakInline:
                    text.Add(" ");
                    break;
                case AutolinkInline link:
                    Literal(link.Url, new SourceSpan(link.Span.Start + 1, link.Span.End), source, text);
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    text.LineBreak();
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Inlines(inner, source, text);
                    break;
            }
        }
    }

    private static void Literal(ReadOnlySpan<char> words, SourceSpan span, string source, ExtractedText text) =>
        text.Flow(words, Place(source, words, span.Start) is >= 0 and var at ? at : Place(source, words, span.End + 1 - words.Length));

    // A place is kept only where the words really stand.
    private static int Place(string source, ReadOnlySpan<char> words, int at) =>
        at >= 0 && at + words.Length <= source.Length && source.AsSpan(at, words.Length).SequenceEqual(words) ? at : ExtractedText.NowhereInDocument;

    private static string? Front(YamlFrontMatterBlock? front, string key)
    {
        if (front is null)
        {
            return null;
        }

        foreach (var line in front.Lines.Lines.AsSpan(0, front.Lines.Count))
        {
            var text = line.Slice.AsSpan();
            if (text.Length > key.Length && text.StartsWith(key, StringComparison.OrdinalIgnoreCase) && text[key.Length] == ':')
            {
                var value = text[(key.Length + 1)..].Trim().Trim('"').Trim('\'').Trim();
                return value.IsEmpty ? null : value.ToString();
            }
        }

        return null;
    }
}
