using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Parley.Language;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>A name in an article's running text and who bears it.</summary>
/// <param name="Span">The name itself, without title.</param>
/// <param name="Actor">Who it is.</param>
/// <param name="Gender">Of a person.</param>
/// <param name="Title">Title before the name or post in apposition, or null.</param>
/// <param name="Plural">A body of people, so that "they" may stand for it.</param>
internal sealed record Mention(TextSpan Span, ActorReference Actor, Gender Gender, string? Title, bool Plural);

/// <summary>Everyone whom an article names, in text order: persons in full and by surname, bodies, states.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, (string Full, int Start)> _fullNames = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal);
    private readonly int[] _sentenceStarts;
    private readonly Dictionary<string, Post> _parsedPosts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string?> _appositives = [];
    private const int FarthestMention = 2000;

    private static readonly SearchValues<char> s_stops = SearchValues.Create(".!?\n");

    private HashSet<string>? _lowerCase;
    private Dictionary<string, Mention>? _byInitials;
    private Dictionary<string, Mention>? _bodiesByInitials;
    private ILookup<string, int>? _places;

    public Cast(ParsedArticle parsed, ActorDirectory directory)
    {
        var article = parsed.Article;
        (Text, Directory) = (article.Text, directory);
        Published = article.Published;
        _sentenceStarts = [.. parsed.Sentences.Where(sentence => !sentence.IsEmpty).Select(sentence => parsed.Tokens[sentence.Start].Start)];
        Words = Actors.Words.Of(Text, new TextSpan(0, Text.Length));
        var reader = new NameReader(this);
        var runs = new NameWords(Text).Runs(Words);
        foreach (var run in runs)
        {
            reader.CollectFullNames(run);
        }

        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (var run in runs)
        {
            foreach (var name in reader.Read(Words, run.Start, run.End))
            {
                if (name.Mention is { } mention)
                {
                    mentions.Add(mention);
                }
            }
        }

        Mentions = mentions.ToImmutable();
        Addressee = AddresseeIn(article.Title);
    }

    /// <summary>The person to whom the article is written ("A memo for President Name"), or null.</summary>
    public Mention? Addressee { get; }

    public string Text { get; }

    public ActorDirectory Directory { get; }

    public PartialDate? Published { get; }

    public List<Word> Words { get; }

    public ImmutableArray<Mention> Mentions { get; }

    private Mention? AddresseeIn(string? title)
    {
        if (title is null || Text.IndexOf(title, StringComparison.Ordinal) is not (>= 0 and var start))
        {
            return null;
        }

        foreach (var form in (ReadOnlySpan<string>)["memo for ", "memo to ", "letter to ", "message to ", "note to "])
        {
            if (title.IndexOf(form, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                var from = start + at + form.Length;
                return Mentions.FirstOrDefault(mention => mention.Actor.Kind == ActorKind.Person && mention.Span.Start >= from && mention.Span.End <= start + title.Length);
            }
        }

        return null;
    }

    /// <summary>True when the article writes the word without a capital somewhere.</summary>
    public bool IsAlsoLowerCase(string word)
    {
        _lowerCase ??= [.. Words.Where(other => !other.IsCapitalised(Text)).Select(other => other.TextIn(Text))];
        return _lowerCase.Contains(word.ToLowerInvariant());
    }

    /// <summary>The surname with the given name that stands before it somewhere in the article, or null.</summary>
    public string? FullNameAround(string surname)
    {
        _places ??= Enumerable.Range(0, Words.Count).Where(i => Words[i].IsCapitalised(Text)).ToLookup(i => Words[i].TextIn(Text));
        foreach (var i in _places[surname])
        {
            if (i == 0 || Words[i].BreakBefore != '\0' || !Words[i - 1].IsCapitalised(Text) || Words[i - 1].IsPossessive)
            {
                continue;
            }

            var given = Words[i - 1].TextIn(Text);
            if (!Lexicon.IsTitle(given) && !Lexicon.FunctionWords.Contains(given) && !Lexicon.OrganisationHeads.Contains(given) && !Lexicon.TitleModifiers.Contains(given) &&
                !Lexicon.TitleObjects.Contains(given) && Directory.CountryOf(given) is null)
            {
                return $"{given} {surname}";
            }
        }

        return null;
    }

    /// <summary>The first person of the article whose initials these are, as transcripts mark turns ("JM:"); null if it is no such mark.</summary>
    public Mention? PersonByInitials(ReadOnlySpan<char> initials)
    {
        if (initials.Length is not (2 or 3) || Directory.Known(initials.ToString()) is not null || Directory.CountryNamed(initials.ToString()) is not null)
        {
            return null;
        }

        _byInitials ??= ByInitials(ActorKind.Person);
        return _byInitials.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(initials, out var person) ? person : null;
    }

    /// <summary>The first body of the article whose initials these are: "TNLA" for the Ta'ang National Liberation Army; null if there is none.</summary>
    public Mention? BodyByInitials(ReadOnlySpan<char> initials)
    {
        if (initials.Length is < 3 or > 8)
        {
            return null;
        }

        _bodiesByInitials ??= ByInitials(ActorKind.Organisation);
        return _bodiesByInitials.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(initials, out var body) ? body : null;
    }

    private Dictionary<string, Mention> ByInitials(ActorKind kind)
    {
        var found = new Dictionary<string, Mention>(StringComparer.Ordinal);
        foreach (var mention in Mentions)
        {
            if (mention.Actor.Kind == kind && InitialsOf(mention.Actor.Name) is { } initials)
            {
                found.TryAdd(initials, mention);
            }
        }

        return found;
    }

    /// <summary>The first letters of a name's words; null unless all are capitals.</summary>
    private static string? InitialsOf(string name)
    {
        var initials = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if ((i > 0 && name[i - 1] is not (' ' or '-')) || name.AsSpan(i) is ['o', 'f', ' ', ..] or ['f', 'o', 'r', ' ', ..] or ['a', 'n', 'd', ' ', ..] or ['t', 'h', 'e', ' ', ..])
            {
                continue;
            }

            if (!char.IsUpper(name[i]))
            {
                return null;
            }

            initials.Append(name[i]);
        }

        return initials.ToString();
    }

    /// <summary>Index of the first mention that begins at an offset or behind it.</summary>
    public int MentionFrom(int offset)
    {
        var (low, high) = (0, Mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Mentions[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether no sentence or line ends between a mention and an offset behind it.</summary>
    public bool IsInSentence(Mention mention, int offset) => !Text.AsSpan(mention.Span.End, Math.Max(0, offset - mention.Span.End)).ContainsAny(s_stops);

    /// <summary>The nearest mention that ends at an offset or before it and fits; far ones are not looked at.</summary>
    public Mention? LastMention(int offset, Func<Mention, bool> fits)
    {
        var from = MentionFrom(offset) - 1;
        for (var i = from; i >= Math.Max(0, from - FarthestMention); i--)
        {
            if (Mentions[i].Span.End <= offset && fits(Mentions[i]))
            {
                return Mentions[i];
            }
        }

        return null;
    }

    /// <summary>Keeps the post that the article gives a person.</summary>
    public void Appoint(ActorReference actor, string post) => _posts.TryAdd(actor.Id, post);

    /// <summary>Notes the country that a person's post names, for when the name comes again.</summary>
    public void Settle(ActorReference actor, string country) => _countries.TryAdd(actor.Id, country);

    /// <summary>The country that the article gives a person whom no table knows, or null.</summary>
    public string? CountryOf(ActorReference actor) => _countries.GetValueOrDefault(actor.Id);

    /// <summary>Offset of the sentence that holds an offset.</summary>
    public int SentenceStart(int offset) => SentenceAt(offset) is >= 0 and var at ? _sentenceStarts[at] : 0;

    /// <summary>Index of the sentence that holds an offset, -1 before the first.</summary>
    public int SentenceAt(int offset)
    {
        var at = Array.BinarySearch(_sentenceStarts, offset);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>Offsets of the sentences that a span stands in.</summary>
    public IEnumerable<int> SentencesIn(TextSpan span)
    {
        yield return SentenceStart(span.Start);
        var at = Array.BinarySearch(_sentenceStarts, span.Start);
        for (var i = at >= 0 ? at + 1 : ~at; i < _sentenceStarts.Length && _sentenceStarts[i] < span.End; i++)
        {
            yield return _sentenceStarts[i];
        }
    }

    /// <summary>Keeps a full name found in the article, by its surname; the first one counts.</summary>
    public void Introduce(string fullName, int start)
    {
        var key = NameKey.Of(fullName);
        for (var blank = key.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = key.IndexOf(' ', blank + 1))
        {
            _fullNames.TryAdd(key[(blank + 1)..], (fullName, start));
        }

        // Of two surnames the first is the one that is used: Maria Gomez Ruiz, Gomez.
        var parts = key.Split(' ');
        if (parts.Length > 2 && parts[^2].Length > 3)
        {
            _fullNames.TryAdd(parts[^2], (fullName, start));
        }

        // Where the first name is the one that is used ("Meles Zenawi": Mr Meles), it leads to the person too.
        if (key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first && GivenNames.GenderOf(fullName.Split(' ')[0]) == Gender.Unknown)
        {
            _fullNames.TryAdd(key[..first], (fullName, start));
        }
    }

    /// <summary>Keeps another name by which the article knows a person.</summary>
    public void Alias(string alias, string fullName, int start) => _fullNames.TryAdd(NameKey.Of(alias), (fullName, start));

    /// <summary>The post that the article or the tables give a person at this mention, or null.</summary>
    public Post? PostOf(Mention mention)
    {
        var role = mention.Title ?? Appositive(mention) ?? _posts.GetValueOrDefault(mention.Actor.Id) ?? mention.Actor.Role;
        if (role is null)
        {
            return null;
        }

        if (!_parsedPosts.TryGetValue(role, out var post))
        {
            _parsedPosts[role] = post = Post.Of(role.Split((char[])[' ', '\u00A0', '-'], StringSplitOptions.RemoveEmptyEntries));
        }

        return post;
    }

    /// <summary>The post that the article gave a person before, or null.</summary>
    public string? PostOf(ActorReference actor) => _posts.GetValueOrDefault(actor.Id);

    /// <summary>True when the article itself gives the person's post.</summary>
    public bool GivesPost(Mention mention) => mention.Title is not null || _posts.ContainsKey(mention.Actor.Id) || Appositive(mention) is not null;

    /// <summary>The post in apposition after a name, up to the comma that closes it.</summary>
    private string? Appositive(Mention mention)
    {
        var at = mention.Span.End;
        if (_appositives.TryGetValue(at, out var known))
        {
            return known;
        }

        return _appositives[at] = AppositiveAt(at);
    }

    private string? AppositiveAt(int at)
    {
        if (at + 2 >= Text.Length || Text[at] != ',' || !char.IsWhiteSpace(Text[at + 1]))
        {
            return null;
        }

        var end = at + 2;
        while (end < Text.Length && end < at + 120 && Text[end] is not (',' or '.' or ';' or '\n'))
        {
            end++;
        }

        var words = Text[(at + 2)..end];
        return words.Split(' ').Any(Lexicon.IsTitle) ? words : null;
    }

    /// <summary>The full name that the article gives for a surname, or null.</summary>
    public string? FullNameOf(string surname) => _fullNames.TryGetValue(NameKey.Of(surname), out var name) ? name.Full : null;
}
