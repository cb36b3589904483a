using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>Gives each piece of a page its title, byline and form.</summary>
internal sealed class PieceMetadata
{
    /// <summary>An item of a digest that is shorter than this is an excerpt.</summary>
    private const int ShortItem = 900;

    private readonly Page _page;
    private readonly List<Piece> _pieces;
    private readonly SourceText _source;
    private readonly int _reports;
    private readonly PartialDate? _pageDate;
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);

    public PieceMetadata(Page page, List<Piece> pieces, SourceText source)
    {
        (_page, _pieces, _source) = (page, pieces, source);
        foreach (var piece in pieces)
        {
            _reports += piece.Form == ArticleForm.Article ? 1 : 0;
            if (piece.Header is { Heading: >= 0 } header && piece.First > 0)
            {
                _titles.Add(Segmenter.Key(page.Words(header.Heading)));
            }
        }

        _pageDate = PageDate();
    }

    /// <summary>Title, byline and form of piece <paramref name="i"/>; its first line is no title if somebody speaks it.</summary>
    public (string? Title, Byline Byline, ArticleForm Form) Of(int i, bool opensWithSpeech)
    {
        var piece = _pieces[i];
        if (piece.Form == ArticleForm.Boilerplate)
        {
            return (null, default, piece.Form);
        }

        if (piece.Form == ArticleForm.Blurb)
        {
            return (piece.Organisation, new Byline(null, piece.Organisation, null), piece.Form);
        }

        var heading = opensWithSpeech ? null : piece.Header is { Heading: >= 0 } header ? _page.Words(header.Heading).ToString() : FirstLineTitle(piece);
        var title = heading is null ? null : WithoutOtherTitles(heading);
        var byline = piece.Header?.Byline ?? LeadingByline(piece);
        if (heading is not null && HeadingText.Prefix(heading) is { IsEmpty: false } prefix && OrganisationNames.IsThinkTank(prefix))
        {
            byline = byline.Or(new Byline(prefix.ToString(), prefix.ToString(), null));
        }

        else if (_reports >= 3 && heading is not null && HeadingText.Prefix(heading) is { IsEmpty: false } medium && OrganisationNames.IsOrganisation(medium))
        {
            // "HAARETZ: ..." among the items of a press review.
            byline = byline.Or(new Byline(null, medium.ToString(), null));
        }

        byline = byline.Or(Preamble(piece)).Or(Credit(piece)).Or(new Byline(null, null, _pageDate));
        if (byline.Outlet is null && Dateline.Agency(FirstBody(piece)) is { } agency)
        {
            byline = byline.Or(new Byline(null, agency, null));
        }

        if (byline.Published is null && Dateline.Date(FirstBody(piece)) is { } dated)
        {
            byline = byline.Or(new Byline(null, null, dated));
        }

        if (byline.Published is null && heading is not null && DateAtEnd(heading) is { } titled)
        {
            byline = byline.Or(new Byline(null, null, titled));
        }

        if (_reports == 1)
        {
            title = _source.Title is { } given && title is null ? given : title;
            byline = byline.Or(new Byline(_source.Byline, _source.Outlet, _source.Published));
        }

        return (title, byline, IsExcerpt(piece) ? ArticleForm.DigestItem : ArticleForm.Article);
    }

    /// <summary>"Live updates, 21 October 2025", "Situation report – 3 May 2024": the day that a title is set off with; not that of "the massacre of 3 May 2012".</summary>
    private static PartialDate? DateAtEnd(string heading)
    {
        var words = heading.AsSpan().TrimEnd(" )]".AsSpan());
        return DateText.TryFind(words, null, out var span, out var date) && span.End == words.Length && date.Day is not null &&
            (span.Start == 0 || words[..span.Start].TrimEnd() is [.., ',' or ':' or '–' or '—' or '-' or '|' or '(' or '[' or '·']) ? date : null;
    }

    /// <summary>The date above the first item of a digest whose items have none of their own: it is the date of them all.</summary>
    private PartialDate? PageDate()
    {
        var index = _pieces.FindIndex(p => p.Form == ArticleForm.Article);
        if (_reports < 3 || index < 0 || _pieces[index].Header is not { } header || _pieces.FindIndex(index + 1, p => p.Header is { Byline.Published: not null }) >= 0)
        {
            return null;
        }

        for (var i = _pieces[index].First; i < header.Heading; i++)
        {
            if (_page.Is(i, Traits.Meta) && _page.Byline(i).Published is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>What stands above the header of the first item, without the page's own name.</summary>
    private Byline Preamble(Piece piece)
    {
        var byline = default(Byline);
        for (var i = piece.First; i < (piece.Header?.First ?? 0) && i < piece.First + 4; i++)
        {
            byline = _page.Is(i, Traits.Meta) ? byline.Or(_page.Byline(i) with { Outlet = null }) : byline;
        }

        return byline;
    }

    /// <summary>The credit under or at the end of the text: "Source: Reuters", "... on Monday. (Reuters)".</summary>
    private Byline Credit(Piece piece)
    {
        var last = piece.End - 1;
        if (last == piece.First)
        {
            return default;
        }

        if (_page.Is(last, Traits.Meta))
        {
            return _page.IsBody(last - 1) ? _page.Byline(last) : default;
        }

        var words = _page.Words(last).TrimEnd('.');
        var open = words.LastIndexOf('(');
        return _reports >= 3 && open > 0 && words[^1] == ')' && words.Length - open is > 3 and < 60 && ParagraphScanner.EndsSentence(words[..open].TrimEnd()) &&
            words[(open + 1)..^1] is var name && OrganisationNames.IsName(name, 6) && OrganisationNames.IsOrganisation(name) ? new Byline(null, name.ToString(), null) : default;
    }

    private ReadOnlySpan<char> FirstBody(Piece piece)
    {
        for (var i = piece.First; i < piece.End && i < piece.First + 8; i++)
        {
            if (_page.IsBody(i))
            {
                return _page.Words(i);
            }
        }

        return [];
    }

    /// <summary>The first line, if it is a headline by its shape, by its capitals, or because the format gives it as the title.</summary>
    private string? FirstLineTitle(Piece piece)
    {
        for (var i = piece.First; i < piece.End && i < piece.First + 3; i++)
        {
            if (_page.Is(i, Traits.Meta | Traits.Boilerplate))
            {
                continue;
            }

            var words = _page.Words(i);
            var heads = i + 1 < piece.End && words.Length <= 200 &&
                (_page.Is(i, Traits.Heading) || HeadingText.IsTitleCase(words) || (_source.Title is { } title && HeadingText.Same(title, words)));
            return heads ? words.TrimEnd('.').ToString() : null;
        }

        return null;
    }

    private Byline LeadingByline(Piece piece)
    {
        var byline = default(Byline);
        for (var i = piece.First; i < piece.End && i < piece.First + 4; i++)
        {
            if (_page.Is(i, Traits.Meta))
            {
                byline = byline.Or(_page.Byline(i));
            }
            else if (i > piece.First + 1 || _page.Paragraphs[i].Length > 250)
            {
                break;
            }
        }

        return byline;
    }

    /// <summary>"A; B" where B heads a later article is the title A; a number before a title is left out.</summary>
    private string WithoutOtherTitles(string heading)
    {
        var parts = Segmenter.TitleParts(heading);
        if (parts.Length > 1 && !_titles.Contains(Segmenter.Key(heading)))
        {
            var own = parts.Where(p => !_titles.Contains(Segmenter.Key(p))).ToArray();
            if (own.Length > 0 && own.Length < parts.Length)
            {
                return string.Join("; ", own);
            }
        }

        return ListMarker.TryRead(heading, out var marker) && marker.Kind == MarkerKind.Number ? heading[marker.Length..] : heading;
    }

    /// <summary>A piece that leads to its full report, breaks off, or is one of many short items.</summary>
    private bool IsExcerpt(Piece piece)
    {
        int bodies = 0, units = 0, last = -1;
        for (var i = piece.First; i < piece.End; i++)
        {
            if (_page.Is(i, Traits.FullReport))
            {
                return true;
            }

            if (_page.IsBody(i))
            {
                bodies++;
                units += Math.Min(_page.Paragraphs[i].Length, 100_000);
                last = i;
            }
        }

        var breaksOff = last >= 0 && _page.Words(last).TrimEnd("»”\"") is var words && (words.EndsWith("[…]") || words.EndsWith("[...]") || words.EndsWith("(…)") || words.EndsWith("(...)"));
        return breaksOff || (_reports >= 3 && piece.Header is not null && bodies > 0 && units < ShortItem);
    }
}

/// <summary>The place and agency that open an agency's report: "KYIV, Ukraine (AP) — ".</summary>
internal static class Dateline
{
    /// <summary>The full date that a dateline gives between a place in capitals and a dash, or null.</summary>
    public static PartialDate? Date(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, 80)];
        var dash = head.IndexOfAny('–', '—');
        dash = dash < 0 ? head.IndexOf(" - ", StringComparison.Ordinal) : dash;
        return dash > 8 && char.IsUpper(head[0]) && char.IsUpper(head[1]) && DateText.TryFind(head[..dash], DayMonthOrder.MonthFirst, out _, out var date) && date.Day is not null ? date : null;
    }

    /// <summary>The agency that a dateline names, or null.</summary>
    public static string? Agency(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, 80)];
        var open = head.IndexOf('(');
        var close = head.IndexOf(')');
        if (open < 3 || close < open + 3 || close + 2 >= head.Length || !char.IsUpper(head[0]) || !char.IsUpper(head[1]))
        {
            return null;
        }

        var name = head[(open + 1)..close];
        var after = head[(close + 1)..].TrimStart();
        // "(Agency) 20 September 2023 – "
        if (after.IndexOfAny('-', '–', '—') is > 0 and var dash && DateText.TryFind(after[..dash], DayMonthOrder.DayFirst, out var span, out _) && span.Start == 0)
        {
            after = after[dash..];
        }

        return after.Length > 0 && after[0] is '-' or '–' or '—' && OrganisationNames.IsName(name, 4) && OrganisationNames.IsOrganisation(name) ? name.ToString() : null;
    }
}
