using System.Collections.Frozen;

namespace Parley.Documents.Formats.Html;

/// <summary>What HTML says of its elements by name.</summary>
internal static class HtmlNames
{
    /// <summary>Elements without content.</summary>
    internal static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    /// <summary>Elements whose content is text up to their end tag, markup or not.</summary>
    internal static readonly FrozenSet<string> RawText = Set("script style xmp iframe noembed noframes textarea title");

    /// <summary>Elements that begin a new block of text.</summary>
    internal static readonly FrozenSet<string> Block = Set(
        "html body head address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
        "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul");

    /// <summary>Elements that end an open paragraph.</summary>
    internal static readonly FrozenSet<string> EndsParagraph = Set(
        "address article aside blockquote center details dialog dir div dl dt dd li fieldset figcaption figure footer form " +
        "h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul");

    /// <summary>Elements beyond which an end tag does not reach.</summary>
    internal static readonly FrozenSet<string> Scope = Set("html table td th caption template");

    /// <summary>Elements without any text of the report.</summary>
    internal static readonly FrozenSet<string> NeverText = Set(
        "head script style template noscript noframes iframe object svg math canvas audio video map select button input textarea datalist dialog " +
        "nav aside menu form label figcaption");

    /// <summary>Headings.</summary>
    internal static readonly FrozenSet<string> Heading = Set("h1 h2 h3 h4 h5 h6");

    /// <summary>For an element whose end tag may be left out: which open ones its start tag closes, and where the search for them stops.</summary>
    internal static readonly FrozenDictionary<string, (FrozenSet<string> Closes, FrozenSet<string> Within)> ImpliedEnd =
        new Dictionary<string, (FrozenSet<string>, FrozenSet<string>)>
        {
            ["li"] = (Set("li"), Set("ul ol menu dir")),
            ["dt"] = (Set("dt dd"), Set("dl")),
            ["dd"] = (Set("dt dd"), Set("dl")),
            ["tr"] = (Set("tr td th"), Set("table")),
            ["td"] = (Set("td th"), Set("tr table")),
            ["th"] = (Set("td th"), Set("tr table")),
            ["tbody"] = (Set("tbody thead tfoot tr td th"), Set("table")),
            ["thead"] = (Set("tbody thead tfoot tr td th"), Set("table")),
            ["tfoot"] = (Set("tbody thead tfoot tr td th"), Set("table")),
            ["option"] = (Set("option"), Set("select datalist")),
            ["body"] = (Set("head"), Set("html")),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Void.Concat(RawText).Concat(Block).Concat(NeverText).Concat(
            ["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
             "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "picture", "label"])
        .Distinct().ToFrozenDictionary(name => name).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name in lower case, without a new string for the names of HTML.</summary>
    internal static string Intern(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[32];
        if (name.Length > lower.Length)
        {
            return "";
        }

        lower = lower[..name.ToLowerInvariant(lower)];
        return Known.TryGetValue(lower, out var known) ? known : lower.ToString();
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
