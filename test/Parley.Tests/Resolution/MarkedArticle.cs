using System.Collections.Immutable;
using System.Text;
using Parley.Attributions;
using Parley.Language;
using Parley.Records;
using Parley.Resolution;
using Parley.Resolution.Actors;

namespace Parley.Tests.Resolution;

/// <summary>
/// Makes an attributed article from text with marks: <c>[s1 the minister] [c1 said] [q1 that ...]</c> are source, cue and content
/// of attribution 1; marks may nest. Lines are paragraphs; in a transcript they are turns, "Name: words".
/// </summary>
internal static class MarkedArticle
{
    private static readonly MakerId s_maker = new("test", "marks", "1");

    public static AttributedArticle Attributed(string marked, string? byline = null, string? outlet = null, string? published = null, string? title = null, bool transcript = false)
    {
        var (text, spans) = Unmark(marked);
        var article = new Article
        {
            Id = new ArticleId(ContentHash.Of(Encoding.UTF8.GetBytes(text)), 0),
            Text = text,
            Offsets = [],
            Title = title,
            Byline = byline,
            Outlet = outlet,
            Published = PartialDate.TryParse(published, out var date) ? date : null,
            Form = transcript ? ArticleForm.Transcript : ArticleForm.Article,
            Language = "en",
            Blocks = [.. Lines(text).Select(line => transcript && text.IndexOf(':', line.Start, line.Length) is >= 0 and var colon
                ? new Block { Span = line, Kind = BlockKind.Turn, Speaker = TextSpan.FromBounds(line.Start, colon), Body = TextSpan.FromBounds(colon + 2, line.End) }
                : new Block { Span = line, Kind = BlockKind.Paragraph, Body = line })],
        };
        return new AttributedArticle(Parse(article), Attributions(text, spans), s_maker);
    }

    public static ResolvedArticle Resolve(string marked, string? byline = null, string? outlet = null, string? published = null, string? title = null, bool transcript = false) =>
        new Resolver(ActorDirectory.BuiltIn).Resolve(Attributed(marked, byline, outlet, published, title, transcript));

    private static (string Text, List<(char Role, int Number, TextSpan Span)> Spans) Unmark(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(char Role, int Number, int Start)>();
        var spans = new List<(char, int, TextSpan)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[' && i + 2 < marked.Length && marked[i + 1] is 's' or 'c' or 'q' && char.IsDigit(marked[i + 2]))
            {
                open.Push((marked[i + 1], marked[i + 2] - '0', text.Length));
                i += 3; // the blank after the number too
            }
            else if (marked[i] == ']' && open.Count > 0)
            {
                var (role, number, start) = open.Pop();
                spans.Add((role, number, TextSpan.FromBounds(start, text.Length)));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return (text.ToString(), spans);
    }

    private static ImmutableArray<Attribution> Attributions(string text, List<(char Role, int Number, TextSpan Span)> spans)
    {
        ImmutableArray<TextSpan> Of(int number, char role) => [.. spans.Where(span => span.Number == number && span.Role == role).Select(span => span.Span).Order()];
        var numbers = spans.Select(span => span.Number).Distinct().OrderBy(number => number).ToArray();
        var made = new List<Attribution>();
        foreach (var number in numbers)
        {
            var content = Of(number, 'q');
            var cue = Of(number, 'c');
            int? parent = null;
            for (var i = 0; i < made.Count; i++)
            {
                if (made[i].Content.Any(outer => outer.Contains(content[0]) && outer != content[0] && (cue.IsEmpty || outer.Contains(cue[0]))))
                {
                    parent = i;
                }
            }

            var quoted = text[content[0].Start] is '“' or '"';
            made.Add(new Attribution
            {
                Kind = quoted ? AttributionKind.Direct : AttributionKind.Indirect,
                Source = Of(number, 's'),
                Cue = cue,
                Content = content,
                Parent = parent,
                Confidence = 1,
            });
        }

        return [.. made];
    }

    private static ParsedArticle Parse(Article article)
    {
        var (starts, ends) = (new List<int>(), new List<int>());
        var (sentences, blocks) = (new List<TokenRange>(), new List<int>());
        for (var block = 0; block < article.Blocks.Length; block++)
        {
            var first = starts.Count;
            var span = article.Blocks[block].Span;
            for (var i = span.Start; i < span.End;)
            {
                if (char.IsWhiteSpace(article.Text[i]))
                {
                    i++;
                    continue;
                }

                var end = i + 1;
                while (end < span.End && !char.IsWhiteSpace(article.Text[end]))
                {
                    end++;
                }

                starts.Add(i);
                ends.Add(end);
                if (article.Text[end - 1] is '.' or '!' or '?' && end - i > 3 && article.Text[i..end] is not ("U.S." or "Gen." or "Sen."))
                {
                    sentences.Add(new TokenRange(first, starts.Count));
                    blocks.Add(block);
                    first = starts.Count;
                }

                i = end;
            }

            if (starts.Count > first)
            {
                sentences.Add(new TokenRange(first, starts.Count));
                blocks.Add(block);
            }
        }

        return new ParsedArticle { Article = article, Tokens = new TokenTable([.. starts], [.. ends]), Sentences = [.. sentences], SentenceBlocks = [.. blocks], Maker = s_maker };
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                yield return new TextSpan(start + line.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length);
            }

            start += line.Length + 1;
        }
    }
}
