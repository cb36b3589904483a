namespace Parley.Documents.Articles;

/// <summary>Recognises an organisation's description of itself.</summary>
internal static class BlurbText
{
    private const int Window = 2500;

    private static readonly string[] Mission =
    [
        "we urge", "our mission", "our goal", "our vision", "our work", "our team", "we believe", "we are committed", "we work", "we strive", "we seek", "we aim", "we support", "we provide",
        "we can shift", "we call on", "this initiative", "its mission", "the mission of", "is dedicated to", "are dedicated to", "is committed to", "is a nonprofit", "is a non-profit",
        "is an independent", "is a nonpartisan", "is a non-partisan", "is a not-for-profit", "was founded in", "nonprofit organi", "non-profit organi", "nongovernmental organi",
        "non-governmental organi", "non-governmental, ", "nonpartisan", "non-partisan", "think tank", "501(c)(3)", "seeks to promote", "join us", "donate", "supporters like you",
        "некоммерческая", "независимая организация", "наша миссия", "неприбуткова", "notre mission", "organisation à but non lucratif", "unsere mission", "gemeinnützig", "nuestra misión",
        "sin ánimo de lucro", "sin fines de lucro", "senza scopo di lucro",
    ];

    private static readonly string[] SelfDescriptions =
    [
        " is a nonprofit", " is a non-profit", " is a nonpartisan", " is a non-partisan", " is an independent", " is a not-for-profit", " is a leading ", " is a global ", " is an international ",
        " is a think tank", " is a charity", " is a nongovernmental", " is a non-governmental", " is a research ", " is a policy ", " is a media ", " is a news ", " is a public ", " is the leading ",
        " is a tax-exempt", " is dedicated to", " is committed to", " was founded in ", " — независимая ", " — некоммерческая ", " est une organisation ", " est un institut ", " ist eine gemeinnützige ",
        " ist ein unabhängig", " es una organización ", " è un'organizzazione ",
    ];

    private static readonly string[] AboutWords = ["About ", "Who we are", "О нас", "О проекте", "Про нас", "À propos", "Über ", "Acerca de", "Sobre ", "Chi siamo", "Our mission", "Mission statement"];

    /// <summary>True for a line that is an organisation's name alone, or "About X".</summary>
    public static bool IsOrganisationHeading(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > 100)
        {
            return false;
        }

        return IsAbout(line) || (OrganisationNames.IsThinkTank(line) && line.IndexOfAny(":;?!") < 0);
    }

    /// <summary>True if the words under such a heading speak for the organisation itself.</summary>
    public static bool SpeaksForItself(ReadOnlySpan<char> paragraph) => ContainsAny(paragraph[..Math.Min(paragraph.Length, Window)], Mission);

    /// <summary>The organisation that a lone paragraph describes ("X is a nonprofit ..."), or null.</summary>
    public static string? DescribedOrganisation(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, 200)];
        foreach (var words in SelfDescriptions)
        {
            var at = head.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at <= 2)
            {
                continue;
            }

            var name = head[..at].Trim("*_ \u00A0");
            var bracket = name.IndexOf('(');
            name = bracket > 2 ? name[..bracket].TrimEnd() : name;
            if (OrganisationNames.IsName(name, 9) && OrganisationNames.IsOrganisation(name))
            {
                return (name.StartsWith("The ") ? name[4..] : name).ToString();
            }
        }

        return null;
    }

    /// <summary>The organisation that a heading names: "Wilson Center", "About the Wilson Center"; null for "About us".</summary>
    public static string? NameIn(ReadOnlySpan<char> heading)
    {
        if (!IsAbout(heading))
        {
            return heading.ToString();
        }

        var space = heading.IndexOf(' ');
        var name = heading[(space + 1)..].Trim(": ");
        name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return heading.StartsWith("About ") && OrganisationNames.IsName(name, 9) && !name.Equals("Us", StringComparison.OrdinalIgnoreCase) ? name.ToString() : null;
    }

    private static bool IsAbout(ReadOnlySpan<char> line)
    {
        foreach (var words in AboutWords)
        {
            if (line.StartsWith(words, StringComparison.Ordinal) && HeadingText.Words(line) <= 9 && line[^1] is not ('.' or '?' or '!'))
            {
                return words is not ("About " or "Über " or "Sobre ") || OrganisationNames.IsName(line[words.Length..], 9) || line[words.Length..] is "us" or "uns" or "nosotros";
            }
        }

        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
