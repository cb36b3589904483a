using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Tests.Attributions;

/// <summary>
/// Makes an article of an example's text: paragraphs parted by blank lines; a line that begins with '#', '>', a dash, a bullet or a number
/// is a block of its own kind, and in a transcript "NAME: words" opens a turn.
/// </summary>
internal static class SpecArticle
{
    public static Article From(string text, bool isTranscript = false)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        int? opener = null;
        int? speaker = null;
        foreach (var paragraph in text.Split("\n\n"))
        {
            var trimmed = paragraph.Trim();
            if (trimmed.Length > 0)
            {
                var at = text.IndexOf(trimmed, start, StringComparison.Ordinal);
                var block = BlockOf(text, TextSpan.FromBounds(at, at + trimmed.Length), isTranscript, opener, speaker);
                opener = block.Kind == BlockKind.Paragraph ? blocks.Count : opener;
                speaker = block.Speaker is not null ? blocks.Count : speaker;
                blocks.Add(block);
            }

            start += paragraph.Length + 2;
        }

        return new Article
        {
            Id = new ArticleId(ContentHash.Of("spec"u8), 0),
            Text = text,
            Offsets = [],
            Form = isTranscript ? ArticleForm.Transcript : ArticleForm.Article,
            Language = "en",
            Blocks = blocks.ToImmutable(),
        };
    }

    private static Block BlockOf(string text, TextSpan span, bool isTranscript, int? opener, int? speaker)
    {
        var words = text.AsSpan(span.Start, span.Length);
        var colon = words.IndexOf(':');
        return words[0] switch
        {
            '#' when span.Length > 2 => Make(BlockKind.Heading, marker: 2) with { Span = TextSpan.FromBounds(span.Start + 2, span.End) },
            '>' => Make(BlockKind.BlockQuotation, marker: 1) with { Introducer = opener },
            '—' => Make(BlockKind.Dash, marker: 1),
            '•' => Make(BlockKind.ListItem, marker: 1) with { Introducer = opener },
            >= '0' and <= '9' when words[1] == '.' => Make(BlockKind.ListItem, marker: 2) with { Introducer = opener },
            _ when isTranscript && colon is > 0 and < 30 => Make(BlockKind.Turn, marker: colon + 1) with { Speaker = new TextSpan(span.Start, colon) },
            _ when isTranscript => Make(BlockKind.Turn, marker: 0) with { Introducer = speaker },
            _ => Make(BlockKind.Paragraph, marker: 0),
        };

        Block Make(BlockKind kind, int marker)
        {
            var body = span.Start + marker;
            while (body < span.End && char.IsWhiteSpace(text[body]))
            {
                body++;
            }

            var end = span.End;
            if (kind == BlockKind.BlockQuotation && text[end - 1] == ']')
            {
                end = text.LastIndexOf('[', end - 1);
            }

            return new Block { Span = span, Body = TextSpan.FromBounds(body, end), Kind = kind };
        }
    }
}
