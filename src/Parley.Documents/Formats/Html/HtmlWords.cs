using System.Buffers;
using System.Collections.Frozen;

namespace Parley.Documents.Formats.Html;

/// <summary>What the words in class names, ids and roles tell of an element.</summary>
internal static class HtmlWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Aside = Set(
        "nav navbar navigation menu submenu sidebar sidenav rail breadcrumb breadcrumbs pagination pager toolbar masthead skip " +
        "comment comments commentlist disqus respond replies discussion " +
        "related recommended recommendations recommend recirc recirculation trending popular mostread mostpopular morenews readmore " +
        "readnext upnext teaser teasers promo promos promotion outbrain taboola " +
        "share shares sharing sharebar social socials follow addthis sharethis " +
        "ad ads adv advert adverts advertisement advertising adsbygoogle adslot adbox dfp sponsor sponsored sponsors banner banners " +
        "newsletter newsletters subscribe subscription subscriptions signup donate donation paywall registration login " +
        "cookie cookies consent gdpr ccpa onetrust privacy popup modal overlay lightbox tooltip " +
        "footer footnav colophon copyright tags taglist tagcloud toc widget widgets carousel slideshow gallery caption credit credits " +
        "hidden invisible visuallyhidden screenreader noprint printonly authorbio aboutauthor").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Main = Set(
        "article articlebody articletext articlecontent body content entry entrycontent main maincontent post postbody postcontent " +
        "story storybody text richtext bodytext news report").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Maker = Set(
        "byline author authors writer dateline dates date datetime timestamp pubdate publishdate published posted postmeta articlemeta entrymeta")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> AsideRoles =
        "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tablist".Split(' ').ToFrozenSet();

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n\f-_:.,/");

    internal static bool IsAsideRole(string? role) => role is not null && AsideRoles.Contains(role.Trim().ToLowerInvariant());

    /// <summary>True if the names say that this is no part of the report: menus, comments, adverts, other headlines.</summary>
    internal static bool TellAside(string? names) => Any(names, Aside);

    /// <summary>True if the names say that this holds the report.</summary>
    internal static bool TellMain(string? names) => Any(names, Main);

    /// <summary>True if the names say that this names the author or the date.</summary>
    internal static bool TellMaker(string? names) => Any(names, Maker);

    // A name is looked up whole ("read-more" as readmore) and by its parts, split at separators and at capitals.
    private static bool Any(string? names, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        if (names is null)
        {
            return false;
        }

        Span<char> whole = stackalloc char[64];
        foreach (var range in names.AsSpan(0, Math.Min(names.Length, 1000)).Split(' '))
        {
            var name = names.AsSpan()[range].Trim();
            if (name.IsEmpty || name.Length > whole.Length)
            {
                continue;
            }

            int length = 0, partStart = 0;
            for (var i = 0; i <= name.Length; i++)
            {
                var atEnd = i == name.Length;
                var separator = !atEnd && Separators.Contains(name[i]);
                var capital = !atEnd && char.IsAsciiLetterUpper(name[i]) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
                if ((atEnd || separator || capital) && length > partStart)
                {
                    if (words.Contains(whole[partStart..length]))
                    {
                        return true;
                    }

                    partStart = length;
                }

                if (!atEnd && !separator)
                {
                    whole[length++] = char.ToLowerInvariant(name[i]);
                }
            }

            if (words.Contains(whole[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
