using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>A stretch of paragraphs with its form; the names and dates follow from its header.</summary>
/// <param name="First">First paragraph.</param>
/// <param name="End">Just past the last paragraph.</param>
/// <param name="Form">What kind of piece it is, as far as its edges tell.</param>
/// <param name="Header">Its header, or null.</param>
/// <param name="Organisation">For a blurb the organisation, if it is named.</param>
internal readonly record struct Piece(int First, int End, ArticleForm Form, ArticleHeader? Header, string? Organisation = null);

/// <summary>Takes the boilerplate at the edges of a segment and an organisation's blurb at its end for pieces of their own.</summary>
internal static class PieceFinder
{
    public static List<Piece> Find(Page page, List<Segment> segments)
    {
        var pieces = new List<Piece>();
        foreach (var segment in segments)
        {
            Split(page, segment, pieces);
        }

        return pieces;
    }

    private static void Split(Page page, Segment segment, List<Piece> pieces)
    {
        var (first, end) = Edges(page, segment.First, segment.End);
        var blurb = BlurbStart(page, segment, first, end, out var organisation);
        var (head, _) = Peel(page, first, blurb, pieces);
        var last = blurb;
        while (last > head && page.Is(last - 1, Traits.Boilerplate | Traits.Separator))
        {
            last--;
        }

        if (last > head)
        {
            pieces.Add(new Piece(head, last, ArticleForm.Article, segment.Header));
        }

        Peel(page, last, blurb, pieces);
        if (blurb < end)
        {
            var blurbEnd = end;
            while (blurbEnd > blurb + 1 && page.Is(blurbEnd - 1, Traits.Boilerplate | Traits.Separator))
            {
                blurbEnd--;
            }

            pieces.Add(new Piece(blurb, blurbEnd, ArticleForm.Blurb, null, organisation));
            Peel(page, blurbEnd, end, pieces);
        }
    }

    /// <summary>The boilerplate at the front of a stretch becomes a piece; gives the first paragraph after it.</summary>
    private static (int First, int End) Peel(Page page, int first, int end, List<Piece> pieces)
    {
        while (first < end)
        {
            (first, end) = Edges(page, first, end);
            var at = first;
            while (at < end && page.Is(at, Traits.Boilerplate))
            {
                at++;
            }

            if (at == first)
            {
                break;
            }

            pieces.Add(new Piece(first, at, ArticleForm.Boilerplate, null));
            first = at;
        }

        return (first, end);
    }

    private static (int First, int End) Edges(Page page, int first, int end)
    {
        while (first < end && page.Is(first, Traits.Separator))
        {
            first++;
        }

        while (end > first && page.Is(end - 1, Traits.Separator))
        {
            end--;
        }

        return (first, end);
    }

    /// <summary>Where the description of an organisation begins; <paramref name="end"/> if there is none.</summary>
    private static int BlurbStart(Page page, Segment segment, int first, int end, out string? organisation)
    {
        organisation = null;
        // The line under a byline is text of the article; a page without one may be a description from its first line.
        var from = segment.Header is { Byline.Strength: > 0 } header ? Math.Max(first, header.End + 1) : first;
        var start = end;
        for (var i = end - 1; i >= from && end - i <= 40; i--)
        {
            if (page.Is(i, Traits.Organisation) && SpeaksForItself(page, i + 1, end))
            {
                (start, organisation) = (i, BlurbText.NameIn(page.Words(i)));
                break;
            }

            if (page.Is(i, Traits.Heading) && !page.Is(i, Traits.Organisation) && page.IsBody(i - 1) && page.IsBody(i + 1) && HeadingText.IsSubheading(page.Words(i)))
            {
                break;
            }
        }

        if (start == end)
        {
            // No heading: a last paragraph that describes an organisation.
            var last = end - 1;
            while (last > from && page.Is(last, Traits.Boilerplate | Traits.Separator))
            {
                last--;
            }

            if (last > from && page.IsBody(last) && BlurbText.DescribedOrganisation(page.Words(last)) is { } name)
            {
                (start, organisation) = (last, name);
            }
        }

        return start;
    }

    private static bool SpeaksForItself(Page page, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (page.IsBody(i) && BlurbText.SpeaksForItself(page.Words(i)))
            {
                return true;
            }
        }

        return false;
    }
}
