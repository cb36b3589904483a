namespace Parley.Resolution.Actors;

/// <summary>A post by its content words, so that "Military Intel Chief" and "head of military intelligence" agree.</summary>
internal sealed class Post
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _core;

    private Post(HashSet<string> words, string? title) => (_words, _core, Title) = (words, CoreOf(words), title);

    /// <summary>The post as the tables call it, or null.</summary>
    public string? Title { get; }

    /// <summary>Held once in the world, so that no country need be named.</summary>
    public bool IsWorldly => Title is "NATO Secretary General" or "UN Secretary-General" or "EU Foreign Policy Chief" or "Pope" or "Republican nominee" or "Democratic nominee";

    /// <summary>Nothing but "leader", with the country left aside.</summary>
    public bool IsLeaderOnly => _words.Contains("head") && _words.Count <= 2 && Title is null;

    public static Post Of(IEnumerable<string> words)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var folded = Level(NameKey.Fold(word));
            if (folded.Length > 0 && !Lexicon.Openers.Contains(folded) && folded is not ("of" or "for" or "and" or "to" or "in"))
            {
                content.Add(folded);
            }
        }

        if (content.Contains("press") && content.Remove("secretary"))
        {
            content.Add("spokesperson");
        }

        return new Post(content, TitleOf(content));
    }

    /// <summary>True when all words of <paramref name="post"/>, two at least, are among the words of this one.</summary>
    public bool Holds(Post post) => post._words.Count >= 2 && post._words.IsSubsetOf(_words);

    /// <summary>True when all words of the shorter post are in the longer one.</summary>
    public bool Agrees(Post other)
    {
        if (_words.Count == 0 || other._words.Count == 0)
        {
            return false;
        }

        if (Title is not null && Title == other.Title)
        {
            return true;
        }

        return _core.IsSubsetOf(other._words) || (other._words.Count > 1 && other._core.IsSubsetOf(_words));
    }

    private static HashSet<string> CoreOf(HashSet<string> words)
    {
        if (!words.Any(IsBesideThePoint))
        {
            return words;
        }

        var core = words.Where(word => !IsBesideThePoint(word)).ToHashSet(StringComparer.Ordinal);
        return core.Count == 0 ? words : core;
    }

    private static bool IsBesideThePoint(string word) => word is "current" or "sitting" or "top" or "russian" or "ukrainian" or "american";

    private static string? TitleOf(HashSet<string> words)
    {
        if (words.Contains("deputy") || words.Contains("former") || words.Contains("ex"))
        {
            return null;
        }

        return words switch
        {
            _ when words.Contains("nominee") && words.Contains("republican") => "Republican nominee",
            _ when words.Contains("nominee") && words.Contains("democratic") => "Democratic nominee",
            _ when words.Contains("vice") && words.Contains("president") => "Vice President",
            _ when words.Contains("spokesperson") && words.Contains("kremlin") => "Kremlin Spokesperson",
            _ when words.Contains("spokesperson") && words.Contains("foreign") => "Foreign Ministry Spokesperson",
            _ when words.Contains("secretary") && words.Contains("state") => "Foreign Minister",
            _ when words.Contains("top") && words.Contains("diplomat") => "Foreign Minister",
            _ when words.Contains("foreign") && (words.Contains("minister") || words.Contains("secretary")) => "Foreign Minister",
            _ when words.Contains("defense") && (words.Contains("minister") || words.Contains("secretary")) => "Defence Minister",
            _ when words.Contains("prime") && words.Contains("minister") || words.Contains("premier") => "Prime Minister",
            _ when words.Contains("secretary") && words.Contains("general") => words.Contains("nato") ? "NATO Secretary General" : "UN Secretary-General",
            _ when words.Contains("foreign") && words.Contains("policy") && words.Contains("head") => "EU Foreign Policy Chief",
            _ when words.Contains("supreme") && words.Contains("leader") => "Supreme Leader",
            _ when words.Contains("chancellor") => "Chancellor",
            _ when words.Contains("president") => "President",
            _ when words.Contains("pope") => "Pope",
            _ => null,
        };
    }

    private static string Level(string word) => word switch
    {
        "intel" => "intelligence",
        "chief" or "boss" or "director" or "leader" => "head",
        "defence" => "defense",
        "spokesman" or "spokeswoman" => "spokesperson",
        "adviser" => "advisor",
        "kremlins" => "kremlin",
        "secretarygeneral" => "secretary",
        _ => word,
    };
}
