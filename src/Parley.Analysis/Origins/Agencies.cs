using Parley.Records;

namespace Parley.Analysis;

/// <summary>Names of news agencies, and their tags in an article's first lines, byline, outlet and last line.</summary>
internal static class Agencies
{
    private const int HeadLength = 240;
    private const int TailLength = 120;
    private const int LeastPlace = 3;
    private const int LongestDateline = 90;

    // The name, then how tags write it.
    private static readonly (string Name, string[] Tags)[] s_agencies =
    [
        ("Associated Press", ["AP", "Associated Press"]), ("Reuters", ["Reuters", "REUTERS"]), ("Agence France-Presse", ["AFP", "Agence France-Presse"]),
        ("TASS", ["TASS"]), ("RIA Novosti", ["RIA Novosti", "RIA"]), ("Interfax", ["Interfax"]), ("Interfax-Ukraine", ["Interfax-Ukraine"]), ("Ukrinform", ["Ukrinform"]),
        ("Xinhua", ["Xinhua"]), ("DPA", ["dpa", "DPA"]), ("EFE", ["EFE"]), ("ANSA", ["ANSA"]), ("Kyodo", ["Kyodo"]), ("Yonhap", ["Yonhap"]), ("KCNA", ["KCNA"]),
        ("Anadolu", ["AA", "Anadolu", "Anadolu Agency"]), ("IRNA", ["IRNA"]), ("SANA", ["SANA"]), ("WAFA", ["WAFA"]), ("SUNA", ["SUNA"]), ("SPA", ["SPA"]),
        ("MENA", ["MENA"]), ("PTI", ["PTI"]), ("ANI", ["ANI"]), ("APP", ["APP"]), ("UPI", ["UPI"]), ("Bloomberg", ["Bloomberg", "Bloomberg News"]),
        ("Armenpress", ["Armenpress"]), ("Azertac", ["Azertac"]), ("Belta", ["BelTA", "Belta"]), ("PAP", ["PAP"]), ("Tanjug", ["Tanjug"]), ("Lusa", ["Lusa"]), ("APA", ["APA"]),
    ];

    /// <summary>The agency whose report an article prints, or null.</summary>
    public static string? Of(Article article)
    {
        var text = article.Text;
        var head = text.AsSpan(0, Math.Min(text.Length, HeadLength));
        var tail = text.AsSpan(Math.Max(0, text.Length - TailLength));
        foreach (var (name, tags) in s_agencies)
        {
            foreach (var tag in tags)
            {
                if (Names(article.Outlet, tag) || Names(article.Byline, tag) || HasTag(head, tag) || HasTag(tail, tag))
                {
                    return name;
                }
            }
        }

        return InDateline(head);
    }

    /// <summary>The agency of a dateline, known or not: "ODRIN, March 2 (Meridian) —".</summary>
    private static string? InDateline(ReadOnlySpan<char> head)
    {
        foreach (var line in head.EnumerateLines())
        {
            var (open, close) = (line.IndexOf('('), line.IndexOf(')'));
            if (open < LeastPlace || close < open + LeastPlace || close > LongestDateline || !IsCapitals(line[..LeastPlace]) || !char.IsUpper(line[open + 1]))
            {
                continue;
            }

            if (line[(close + 1)..].TrimStart() is ['—' or '–' or '-', ..])
            {
                return line[(open + 1)..close].ToString();
            }
        }

        return null;
    }

    private static bool IsCapitals(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (!char.IsUpper(letter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One name for the ways in which a report is called: "the Reuters news agency" is "reuters".</summary>
    public static string Key(string name)
    {
        foreach (var (agency, tags) in s_agencies)
        {
            if (tags.Contains(name, StringComparer.Ordinal))
            {
                return agency.ToLowerInvariant();
            }
        }

        var words = ContentWords.Words(name).Where(w => w is not ("the" or "news" or "agency" or "newspaper" or "daily" or "magazine" or "website" or "channel" or "tv" or "com" or "s")).ToList();
        return words.Count == 0 ? name.ToLowerInvariant() : string.Join(' ', words);
    }

    private static bool Names(string? field, string tag) => field is not null &&
        (field.Equals(tag, StringComparison.OrdinalIgnoreCase) || field.EndsWith("/" + tag, StringComparison.Ordinal) || field.EndsWith(", " + tag, StringComparison.Ordinal) ||
         field.EndsWith("| " + tag, StringComparison.Ordinal) || field.StartsWith(tag + "/", StringComparison.Ordinal) || field.EndsWith("(" + tag + ")", StringComparison.Ordinal));

    /// <summary>A tag stands in brackets or before a dash: "(AP)", "Reuters —".</summary>
    private static bool HasTag(ReadOnlySpan<char> text, string tag)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(tag, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            at += from;
            var before = at == 0 ? '\n' : text[at - 1];
            var after = text[(at + tag.Length)..];
            if ((before is '(' or '[' && after.StartsWith(before == '(' ? ")" : "]")) ||
                (before is '\n' or '/' && (after.StartsWith(" -") || after.StartsWith(" –") || after.StartsWith(" —"))))
            {
                return true;
            }

            from = at + tag.Length;
        }

        return false;
    }
}
