using System.Collections.Frozen;

namespace Parley.Documents.Articles;

/// <summary>Knows the buttons, notes and menus that news pages carry between the reports.</summary>
internal static class BoilerplateText
{
    private const int MaxLine = 220;

    private static readonly FrozenSet<string> WholeLines = new[]
    {
        "share", "share this", "share this article", "share this story", "share this post", "share the post", "share on", "share via", "share on facebook", "share on twitter",
        "share on x", "share on linkedin", "share on whatsapp", "tweet", "tweet this", "facebook", "twitter", "linkedin", "whatsapp", "telegram", "reddit", "pinterest",
        "pocket", "email", "e-mail", "email this page", "email this", "email this article", "print", "print this page", "print this article", "print page", "copy link",
        "save", "save this", "like this", "like", "loading", "advertisement", "advertisements", "ad", "sponsored", "sponsored content", "subscribe", "subscribe now",
        "sign up", "sign in", "log in", "login", "register", "donate", "donate now", "support us", "menu", "home", "search", "skip to content", "skip to main content",
        "back to top", "comments", "leave a comment", "leave a reply", "no comments", "view comments", "read more", "listen to this article", "listen", "listen now",
        "next", "previous", "next article", "previous article", "newsletter", "newsletters", "privacy policy", "cookie policy", "terms of use", "accept", "accept all cookies",
        "all rights reserved", "follow us", "contact us", "gift this article", "add to favorites", "bookmark", "tags", "topics", "more", "close", "open",
        "поделиться", "реклама", "подписаться", "комментарии", "читать далее", "распечатать", "подпишитесь на нас", "поділитися",
        "partager", "publicité", "imprimer", "s'abonner", "commentaires", "teilen", "anzeige", "drucken", "abonnieren", "werbung", "compartir", "publicidad", "imprimir",
        "condividi", "pubblicità", "udostępnij", "reklama", "paylaş",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of sections, which make a menu where several stand on one line.</summary>
    private static readonly FrozenSet<string> Rubrics = new[]
    {
        "news", "world", "politics", "business", "economy", "sport", "sports", "opinion", "culture", "video", "videos", "live", "about", "about us", "contact", "tech", "science", "health",
        "travel", "podcasts", "analysis", "features", "europe", "asia", "africa", "americas", "middle east", "новости", "политика", "экономика", "общество", "в мире", "спорт", "мир",
        "actualités", "monde", "politique", "économie", "politik", "wirtschaft", "kultur",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Openings =
    [
        "share this ", "share this:", "share the post", "share the article", "share the story",  "share on ", "click to share", "click to email", "click to print", "click here to subscribe", "sign up for ", "sign up to ", "subscribe to ",
        "follow us on ", "follow @", "join our ", "get our ", "download our app", "this site uses cookies", "this website uses cookies", "we use cookies", "by continuing to use this",
        "by clicking accept", "photo: ", "photo credit", "photo by ", "image: ", "image credit", "image by ", "photograph: ", "photograph by ", "picture: ", "фото: ", "photo : ", "foto: ",
        "getty images", "©", "copyright ©", "(c) 20", "copyright 20", "all rights reserved", "already a subscriber", "to continue reading", "enable javascript",
        "please enable javascript", "your email address will not be published", "tags: ", "filed under: ", "filed under ", "topics: ", "views: ", "reading time", "estimated reading time",
        "время чтения", "temps de lecture", "lesezeit", "подписывайтесь на ", "abonnez-vous", "melden sie sich", "suscríbete", "iscriviti",
    ];

    private static readonly FrozenSet<string> ListHeads = new[]
    {
        "related", "related articles", "related stories", "related posts", "related news", "related content", "related topics", "read also", "see also", "also read", "read next", "up next",
        "more stories", "more from", "more news", "more on this", "more on this story", "most read", "most popular", "popular", "popular now", "trending", "trending now",
        "latest", "latest news", "latest stories", "latest posts", "latest articles", "recent posts", "recent articles", "recommended", "recommended for you", "you may also like",
        "you might also like", "editor's picks", "editors' picks", "editor’s picks", "top stories", "in other news", "other headlines", "other news", "other stories", "don't miss", "don’t miss",
        "more headlines", "headlines", "читайте также", "другие новости", "главные новости", "читайте ещё", "читайте также по теме", "популярное", "lire aussi", "à lire aussi",
        "les plus lus", "lesen sie auch", "mehr zum thema", "meistgelesen", "lea también", "te puede interesar", "leggi anche", "czytaj także", "ilgili haberler",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True if <paramref name="line"/> is no part of any report.</summary>
    public static bool IsBoilerplate(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > MaxLine)
        {
            return false;
        }

        var words = Bare(line);
        return WholeLines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words) || IsReadingTime(words) || IsCount(words) ||
            StartsWithAny(line, Openings) || IsButtonRow(line) || IsFollowMe(line);
    }

    /// <summary>True for a line such as "Related articles" that a list of other headlines follows.</summary>
    public static bool OpensHeadlineList(ReadOnlySpan<char> line) =>
        line.Length <= 60 && (ListHeads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Bare(line)) ||
            (line.Length <= 40 && line.StartsWith("More from ", StringComparison.OrdinalIgnoreCase)));

    /// <summary>True for a line that leads to the full report elsewhere, which makes the piece before it an excerpt.</summary>
    public static bool LeadsToFullReport(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLine)
        {
            return false;
        }

        var words = line.TrimStart("[(>→»*_ ");
        return StartsWithAny(words, ReadFurther) || (StartsWithAny(words, FullText) && (words.Contains("http", StringComparison.OrdinalIgnoreCase) ||
            words.Contains("www.", StringComparison.OrdinalIgnoreCase) || words.TrimEnd(" .…→»>])").EndsWith("here", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>What leads on by itself.</summary>
    private static readonly string[] ReadFurther =
    [
        "for full report", "for the full report", "for the full text", "for the full article", "for the full story", "for the full assessment", "for the full analysis",
        "read full ", "read the full ", "read the rest", "read the whole", "read the entire", "read the original", "read more at", "read more here", "read it here",
        "continue reading", "click here for the full", "click here to read", "полный текст:", "читать полностью", "подробнее на", "повний текст:",
        "lire la suite", "lire l'article complet", "weiterlesen", "zum vollständigen", "leer más en", "continua a leggere", "czytaj całość", "devamını oku",
    ];

    /// <summary>What leads on if an address or "here" follows.</summary>
    private static readonly string[] FullText =
    [
        "full report", "full article", "full text", "full story", "for full text", "for full article", "link to full", "link to article", "see full ", "see the full ",
        "original article", "полный текст", "vollständiger bericht", "texto completo", "texte intégral",
    ];

    /// <summary>The words without trailing marks, brackets and emphasis.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line) => line.Trim(" \u00A0:.…!*_#[]()|•·»›→-–—\t");

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"7 mins read", "7 min read", "5 minute read", "7 минут чтения".</summary>
    private static bool IsReadingTime(ReadOnlySpan<char> words)
    {
        if (words.Length > 40 || !char.IsAsciiDigit(words.IsEmpty ? ' ' : words[0]))
        {
            return false;
        }

        var rest = words.TrimStart("0123456789 -\u00A0");
        return StartsWithAny(rest, ["min read", "mins read", "minute read", "minutes read", "min. read", "minutes to read", "min de lecture", "минут чтения", "мин чтения", "min lesezeit",
            "minuten lesezeit", "min de lectura", "min di lettura", "min to read", "мин. чтения"]);
    }

    /// <summary>"12 comments", "3,400 views", "15 shares".</summary>
    private static bool IsCount(ReadOnlySpan<char> words)
    {
        var rest = words.TrimStart("0123456789,.kK \u00A0");
        return rest.Length < words.Length && rest.Equals("comments", StringComparison.OrdinalIgnoreCase) || (rest.Length < words.Length &&
            (rest.Equals("comment", StringComparison.OrdinalIgnoreCase) || rest.Equals("views", StringComparison.OrdinalIgnoreCase) ||
            rest.Equals("shares", StringComparison.OrdinalIgnoreCase) || rest.Equals("likes", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>"Follow NAME on Twitter @name".</summary>
    private static bool IsFollowMe(ReadOnlySpan<char> line) =>
        line.Length <= 120 && line.StartsWith("Follow ", StringComparison.Ordinal) && line.Contains(" on ", StringComparison.OrdinalIgnoreCase) && line.Contains('@');

    /// <summary>Several buttons on one line: "Share | Tweet | Email", "Facebook Twitter WhatsApp".</summary>
    private static bool IsButtonRow(ReadOnlySpan<char> line)
    {
        if (line.Length > 100)
        {
            return false;
        }

        int buttons = 0, lookedAt = 0;
        var lookup = WholeLines.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in line.SplitAny(" |•·/,\t"))
        {
            if (!line[range].IsEmpty)
            {
                lookedAt++;
                buttons += lookup.Contains(line[range]) || Rubrics.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[range]) ? 1 : 0;
            }
        }

        return buttons >= 2 && buttons == lookedAt;
    }
}
