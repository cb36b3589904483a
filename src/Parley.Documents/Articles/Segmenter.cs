namespace Parley.Documents.Articles;

/// <summary>A stretch of paragraphs that makes one article.</summary>
/// <param name="First">First paragraph.</param>
/// <param name="End">Just past the last paragraph.</param>
/// <param name="Header">Its header; the default value's <see cref="ArticleHeader.End"/> is 0 where it has none.</param>
internal readonly record struct Segment(int First, int End, ArticleHeader? Header);

/// <summary>Finds where on a page the articles begin.</summary>
internal static class Segmenter
{
    /// <summary>The articles of a page in order; separators and boilerplate at their edges are still in them.</summary>
    public static List<Segment> Segment(Page page)
    {
        if (TrailingCredits(page) is { } trailing)
        {
            return trailing;
        }

        var headers = Headers(page);
        var starts = Accept(page, headers);

        var segments = new List<Segment>();
        if (starts.Count == 0 || HasOwnText(page, starts[0].First))
        {
            var end = starts.Count == 0 ? page.Count : starts[0].First;
            segments.Add(new Segment(0, end, Top(page, headers, end)));
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var first = segments.Count == 0 ? 0 : starts[i].First;
            segments.Add(new Segment(first, i + 1 < starts.Count ? starts[i + 1].First : page.Count, starts[i]));
        }

        return segments;
    }

    private static List<ArticleHeader> Headers(Page page)
    {
        var headers = new List<ArticleHeader>();
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Is(i, Traits.Meta | Traits.Heading) && ArticleHeader.TryRead(page, i, out var header))
            {
                headers.Add(header);
                i = header.End - 1;
            }
        }

        return headers;
    }

    /// <summary>The headers that begin an article, the page's first one only if another follows.</summary>
    private static List<ArticleHeader> Accept(Page page, List<ArticleHeader> headers)
    {
        var shapes = new Dictionary<int, int>();
        foreach (var header in headers)
        {
            var shape = Shape(header);
            shapes[shape] = shapes.GetValueOrDefault(shape) + (Strength(header) == 1 ? 1 : 0);
        }

        var announced = Announced(page);
        var separated = SeparatedHeadings(page, headers);
        var accepted = new List<ArticleHeader>();
        foreach (var header in headers)
        {
            var strength = Strength(header);
            var apart = header.First > 0 && page.Is(header.First - 1, Traits.Separator | Traits.Boilerplate);
            if (strength >= 2 || (strength == 1 && (apart || shapes[Shape(header)] >= 2)) || (header.First > 0 && announced.Contains(Key(page.Words(header.Heading)))) ||
                separated.Contains(header.First))
            {
                // A header needs text under it; a line of names at the foot of a page has none.
                if (HasText(page, header.End))
                {
                    accepted.Add(header);
                }
            }
        }

        return accepted;
    }

    private static int Strength(ArticleHeader header) => header.Byline.Strength + header.NameLines;

    private static int Shape(ArticleHeader header) =>
        (header.Byline.Name is null ? 0 : 1) | (header.Byline.Outlet is null ? 0 : 2) | (header.Byline.Published is null ? 0 : 4);

    private static bool HasText(Page page, int at)
    {
        for (var i = at; i < page.Count && i < at + 6; i++)
        {
            if (page.IsBody(i))
            {
                return true;
            }

            if (page.Is(i, Traits.Meta))
            {
                return false;
            }
        }

        return at < page.Count && page.Is(at, Traits.Heading);
    }

    /// <summary>True if running text stands before <paramref name="end"/>, so that it is an article of its own.</summary>
    private static bool HasOwnText(Page page, int end)
    {
        int bodies = 0, units = 0;
        for (var i = 0; i < end; i++)
        {
            if (page.IsBody(i))
            {
                bodies++;
                units += Math.Min(page.Paragraphs[i].Length, 10_000);
            }
        }

        return bodies >= 2 || units > 250;
    }

    /// <summary>Titles that the page's first headline joins ("A; B"), for where they come again.</summary>
    private static HashSet<string> Announced(Page page)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < page.Count && i < 4; i++)
        {
            if (page.Is(i, Traits.Heading))
            {
                foreach (var part in TitleParts(page.Words(i).ToString()).Skip(1))
                {
                    titles.Add(Key(part));
                }
            }
        }

        return titles;
    }

    /// <summary>The titles that a joined headline consists of.</summary>
    public static string[] TitleParts(string headline) =>
        headline.Split([';', '|', '•'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What two prints of one title have in common.</summary>
    public static string Key(ReadOnlySpan<char> title)
    {
        var key = new System.Text.StringBuilder(title.Length);
        foreach (var c in title)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
        }

        return key.ToString();
    }

    /// <summary>
    /// Headlines without bylines begin articles where separators part the whole page into pieces that each open with one;
    /// section breaks of an essay are followed by text, or by a subheading of a few words.
    /// </summary>
    private static HashSet<int> SeparatedHeadings(Page page, List<ArticleHeader> headers)
    {
        var byFirst = headers.ToDictionary(h => h.First);
        var starts = new HashSet<int>();
        int pieces = 0, headed = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Is(i, Traits.Separator) || (i > 0 && !page.Is(i - 1, Traits.Separator)))
            {
                continue;
            }

            // A trailing piece of buttons is no piece.
            if (!PieceHasText(page, i))
            {
                continue;
            }

            // The page's own heading may stand before the first one.
            pieces++;
            if (byFirst.TryGetValue(i, out var header) && (Opens(page, header) || (byFirst.TryGetValue(header.End, out header) && Opens(page, header))))
            {
                headed++;
                starts.Add(header.First);
            }
        }

        if (pieces < 2 || headed < pieces - (pieces >= 4 ? 1 : 0))
        {
            starts.Clear();
        }

        return starts;
    }

    private static bool Opens(Page page, ArticleHeader header)
    {
        var heading = page.Words(header.Heading);
        return HasText(page, header.End) && page.IsBody(header.End) && (HeadingText.Words(heading) >= 5 || !HeadingText.Prefix(heading).IsEmpty);
    }

    private static bool PieceHasText(Page page, int first)
    {
        for (var i = first; i < page.Count && i < first + 8 && !page.Is(i, Traits.Separator); i++)
        {
            if (page.IsBody(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The page's first header, or the first paragraph if it is a headline.</summary>
    private static ArticleHeader? Top(Page page, List<ArticleHeader> headers, int end)
    {
        foreach (var header in headers)
        {
            var before = 0;
            while (before < header.First && !page.IsBody(before))
            {
                before++;
            }

            return before == header.First && header.End <= end && (Strength(header) > 0 || header.End < end) ? header : null;
        }

        return null;
    }

    /// <summary>Digests whose items name their outlet at the end: heading, text, "(Reuters, 27 January 2025)".</summary>
    private static List<Segment>? TrailingCredits(Page page)
    {
        var last = page.Count - 1;
        while (last > 0 && page.Is(last, Traits.Separator | Traits.Boilerplate))
        {
            last--;
        }

        // The first item of such a page has nothing above its heading and nothing but text below it.
        var top = 0;
        while (top < last && page.Is(top, Traits.Separator | Traits.Boilerplate))
        {
            top++;
        }

        if (!page.Is(last, Traits.Meta) || !page.IsBody(last - 1) || !page.Is(top, Traits.Heading) || !page.IsBody(top + 1))
        {
            return null;
        }

        var segments = new List<Segment>();
        var first = 0;
        for (var i = 1; i <= last; i++)
        {
            var next = i + 1;
            while (page.Is(next, Traits.Separator))
            {
                next++;
            }

            if (page.Is(i, Traits.Meta) && page.IsBody(i - 1) && (next > last || page.Is(next, Traits.Heading)))
            {
                var heading = first;
                while (heading < i && page.Is(heading, Traits.Separator | Traits.Boilerplate))
                {
                    heading++;
                }

                heading = page.Is(heading, Traits.Heading) ? heading : -1;
                segments.Add(new Segment(first, i + 1, new ArticleHeader(first, heading, heading + 1, page.Byline(i), 0)));
                first = next;
            }
        }

        if (segments.Count < 2)
        {
            return null;
        }

        segments[^1] = segments[^1] with { End = page.Count };
        return segments;
    }
}
