namespace Parley.Documents.Articles;

/// <summary>The headline of an article with the lines around it that give author, outlet and date.</summary>
/// <param name="First">First paragraph of the header.</param>
/// <param name="Heading">The headline's paragraph, or -1.</param>
/// <param name="End">First paragraph after the header.</param>
/// <param name="Byline">What the lines tell together.</param>
/// <param name="NameLines">How many lines repeat the name before the headline's colon, or name the outlet alone.</param>
internal readonly record struct ArticleHeader(int First, int Heading, int End, Byline Byline, int NameLines)
{
    private const int MaxLines = 5;

    /// <summary>Reads the header that begins at <paramref name="first"/>: lines before the headline, the headline, lines after it.</summary>
    public static bool TryRead(Page page, int first, out ArticleHeader header)
    {
        header = default;
        var at = first;
        var byline = default(Byline);
        while (at - first < 3 && page.Is(at, Traits.Meta))
        {
            byline = byline.Or(page.Byline(at++));
            while (page.Is(at, Traits.Boilerplate) && at - first < 3)
            {
                at++;
            }
        }

        if (!page.Is(at, Traits.Heading))
        {
            return false;
        }

        // What stands under the headline is nearer to it than what stands above.
        var above = byline;
        byline = default;
        var heading = at++;

        // A standfirst or a second headline may stand between the headline and the byline.
        if (above.Strength == 0 && !MetaFollows(page, heading, at) && page.Is(at, Traits.Heading) && MetaFollows(page, at, at + 1))
        {
            // Above an outlet's line two headlines are the page's and the item's.
            var next = page.Byline(NextMeta(page, at + 1));
            if (next.Name is null && (first > 0 || next.Outlet is not null))
            {
                return false;
            }

            at++;
        }

        var end = at;
        var names = 0;
        for (var lines = 0; lines < MaxLines && at < page.Count; lines++, at++)
        {
            if (page.Is(at, Traits.Meta))
            {
                byline = byline.Or(page.Byline(at));
                end = at + 1;
            }
            else if (Names(page, heading, at, byline.Or(above)) is { } named)
            {
                byline = byline.Or(named);
                names++;
                end = at + 1;
            }
            else if (!page.Is(at, Traits.Boilerplate))
            {
                break;
            }
        }

        header = new ArticleHeader(first, heading, end, byline.Or(above), names);
        return true;
    }

    private static bool MetaFollows(Page page, int heading, int at) => NextMeta(page, at) >= 0 || Names(page, heading, at, default) is not null;

    private static int NextMeta(Page page, int at)
    {
        for (var i = at; i < at + 2; i++)
        {
            if (page.Is(i, Traits.Meta))
            {
                return i;
            }

            if (!page.Is(i, Traits.Boilerplate))
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>A line under the headline that is only a name: the author before the headline's colon, or an outlet beside a date.</summary>
    private static Byline? Names(Page page, int heading, int at, Byline known)
    {
        if (at >= page.Count || page.Paragraphs[at].Length > 80)
        {
            return null;
        }

        var words = page.Words(at);
        var prefix = HeadingText.Prefix(page.Words(heading));
        if (!prefix.IsEmpty && HeadingText.Same(prefix, words))
        {
            var name = words.ToString();
            return new Byline(name, OrganisationNames.IsOrganisation(words) ? name : null, null);
        }

        // An outlet's line closes a header that has a date or an author already, or is a web address.
        return OrganisationNames.IsName(words, 6) && OrganisationNames.IsOrganisation(words) && !ParagraphScanner.EndsSentence(words) && !words.Contains(':') &&
            (known.Strength > 0 || page.Is(at + 1, Traits.Meta) && at == heading + 1) && known.Outlet is null && (page.IsBody(at + 1) || page.Is(at + 1, Traits.Meta | Traits.Boilerplate))
            ? new Byline(null, words.ToString(), null) : null;
    }
}
