using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>What a line such as "By NAME, OUTLET, 1/27/25" tells.</summary>
internal readonly record struct Byline(string? Name, string? Outlet, PartialDate? Published)
{
    /// <summary>How many of the three are there.</summary>
    public int Strength => (Name is null ? 0 : 1) + (Outlet is null ? 0 : 1) + (Published is null ? 0 : 1);

    /// <summary>This line, and what it leaves open taken from a further one.</summary>
    public Byline Or(Byline next) => new(Name ?? next.Name, Outlet ?? next.Outlet, Published ?? next.Published);
}

/// <summary>Reads byline lines: author, outlet and date in the shapes that news pages print.</summary>
internal static class BylineText
{
    private const int MaxLine = 200;

    private static readonly string[] AuthorWords =
    [
        "Written by ", "Posted by ", "Analysis by ", "Story by ", "Opinion by ", "Interview by ", "Text by ", "By: ", "By ", "Author: ", "Authors: ",
        "Автор: ", "Авторы: ", "Автор ", "Текст: ", "Автори: ", "Par ", "Von ", "Por ", "Di ", "Autor: ", "Autorin: ", "Auteur : ", "Yazan: ", "作者：", "بقلم ",
    ];

    private static readonly string[] OutletWords =
    [
        "Source: ", "Sources: ", "Published by ", "Published in ", "Originally published by ", "Originally published in ", "Via ", "Источник: ", "Джерело: ", "Quelle: ",
        "Fuente: ", "Fonte: ", "Source : ", "Kaynak: ", "Źródło: ", "来源：",
    ];

    private static readonly string[] DateWords =
    [
        "Published date: ", "Publication date: ", "Last update: ", "Published on ", "Published: ", "Published ", "Posted on ", "Posted: ", "Posted ", "Updated: ", "Updated ", "Last updated ", "Date: ", "Publié le ",
        "Опубликовано: ", "Опубликовано ", "Дата: ", "Veröffentlicht am ", "Publicado el ", "Pubblicato il ", "Yayınlanma: ", "on ", "On ", "le ", "am ",
    ];

    private static readonly string[] TimeWords = ["at ", "à ", "um ", "в ", "о ", "a las ", "alle ", "às ", "o godz. "];

    private static readonly string[] Weekdays =
    [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ];

    /// <summary>Reads <paramref name="line"/> if it is nothing but author, outlet or date.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, DayMonthOrder order, out Byline byline)
    {
        byline = default;
        if (line.Length is 0 or > MaxLine || line.Contains('?') || line.Contains('!'))
        {
            return false;
        }

        line = Unwrap(line);
        PartialDate? published = null;
        var rest = line.ToString();
        if (DateText.TryFind(line, order, out var span, out var date))
        {
            published = date;
            rest = string.Concat(line[..span.Start], "|", line[span.End..]);
        }

        // "Posted on January 26, 2024 by NAME": the author comes to the front.
        var by = rest.IndexOf("| by ", StringComparison.OrdinalIgnoreCase);
        rest = by >= 0 ? $"By {rest[(by + 5)..]}|{rest[..by]}" : rest;
        var hasAuthor = TakePrefix(ref rest, AuthorWords);
        var hasOutlet = !hasAuthor && TakePrefix(ref rest, OutletWords);
        if (!hasAuthor && !hasOutlet && published is null)
        {
            return false;
        }

        var parts = Parts(rest);
        if (parts is null)
        {
            return false;
        }

        (string? Name, string? Outlet)? who = hasAuthor ? Author(parts) : hasOutlet ? Outlet(parts) : Unmarked(parts);
        if (who is null)
        {
            return false;
        }

        byline = new Byline(who.Value.Name, who.Value.Outlet, published);
        return byline.Strength > 0;
    }

    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> line)
    {
        line = line.Trim("*_ \u00A0—–-#\t");
        return line.Length > 2 && line[0] is '(' or '[' && line[^1] is ')' or ']' ? line[1..^1].Trim() : line;
    }

    private static bool TakePrefix(ref string rest, string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (rest.StartsWith(prefix, StringComparison.Ordinal) ||
                (prefix is "By " && rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                rest = rest[prefix.Length..].TrimStart();
                return true;
            }
        }

        return false;
    }

    /// <summary>The names between the commas, bars and dashes; null if a part is no name but running text.</summary>
    private static List<string>? Parts(string rest)
    {
        var parts = new List<string>();
        foreach (var piece in rest.Replace(" - ", "|", StringComparison.Ordinal).Replace(" / ", "|", StringComparison.Ordinal)
            .Split([',', '|', '•', '·', '–', '—', '\n', '(', ')', ';', '\u2028']))
        {
            var part = piece.Trim().Trim('*', '_', '\u00A0', ' ');
            TakePrefix(ref part, DateWords);
            part = part.TrimEnd(':', '.').Trim();
            TakePrefix(ref part, TimeWords);
            if (part.Length == 0 || part is "on" or "On" or "at" or "г" or "р" || part.EndsWith(" ago", StringComparison.Ordinal) || IsTime(part) || Weekdays.Contains(part, StringComparer.OrdinalIgnoreCase) ||
                DateWords.Any(w => w.AsSpan().TrimEnd(": ").Equals(part, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            // The words after "for" or "of" are judged apart.
            if (!OrganisationNames.IsName(part, 10) && !IsRole(part))
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.Count <= 6 ? parts : null;
    }

    private static (string?, string?)? Author(List<string> parts)
    {
        if (parts.Count == 0 || IsRole(parts[0]) || Weekdays.Contains(parts[0], StringComparer.Ordinal))
        {
            return null;
        }

        var name = parts[0];
        foreach (var link in (ReadOnlySpan<string>)[" for ", " of ", " pour ", " für ", " para "])
        {
            var at = name.IndexOf(link, StringComparison.Ordinal);
            if (at > 0 && (link == " for " || OrganisationNames.IsOrganisation(name.AsSpan(at + link.Length))) &&
                !OrganisationNames.IsOrganisation(name.AsSpan(0, at)))
            {
                return (name[..at].TrimEnd(), name[(at + link.Length)..].Trim());
            }
        }

        var place = name.IndexOf(" in ", StringComparison.Ordinal);
        name = place > 0 ? name[..place].TrimEnd() : name;
        string? outlet = null;
        for (var i = 1; i < parts.Count; i++)
        {
            var part = parts[i].StartsWith("for ", StringComparison.Ordinal) ? parts[i][4..] : parts[i];
            if (IsRole(part) || (OrganisationNames.IsPlace(part) && !OrganisationNames.IsOrganisation(part)))
            {
                continue;
            }

            // "By A, B and C": further persons, not outlets.
            var further = part.StartsWith("and ", StringComparison.Ordinal) ||
                (part.Contains(" and ", StringComparison.Ordinal) && !OrganisationNames.IsOrganisation(part)) ||
                (i + 1 < parts.Count && outlet is null && !OrganisationNames.IsOrganisation(part) && parts[i + 1].Contains("and ", StringComparison.Ordinal));
            if (further)
            {
                name = $"{name}, {part}";
            }
            else
            {
                outlet = part;
            }
        }

        return (name, outlet);
    }

    private static (string?, string?)? Outlet(List<string> parts) =>
        parts.Count is 1 or 2 && !IsRole(parts[^1]) ? (parts.Count == 2 ? parts[0] : null, parts[^1]) : null;

    /// <summary>Names beside a date, without a word that says which is which.</summary>
    private static (string?, string?)? Unmarked(List<string> parts)
    {
        if (parts.Exists(IsRole))
        {
            return null;
        }

        parts.RemoveAll(p => OrganisationNames.IsPlace(p) && !OrganisationNames.IsOrganisation(p));
        return parts.Count switch
        {
            0 => (null, null),
            1 => (null, parts[0]),
            2 when OrganisationNames.IsOrganisation(parts[0]) && !OrganisationNames.IsOrganisation(parts[1]) => (parts[1], parts[0]),
            2 => (parts[0], parts[1]),
            3 => (parts[0], parts[2]),
            _ => null,
        };
    }

    /// <summary>"senior fellow", "chief correspondent": words in small letters that follow a name.</summary>
    private static bool IsRole(string part) => part.Length <= 60 && char.IsLower(part[0]) && !part.Contains('.') &&
        part.AsSpan().Count(' ') <= 4 && !part.StartsWith("for ", StringComparison.Ordinal) && !part.StartsWith("and ", StringComparison.Ordinal);

    private static bool IsTime(string part) => char.IsAsciiDigit(part[0]) && part.Length <= 24 && part.AsSpan().IndexOfAny(":h.") is > 0 and <= 2;
}
