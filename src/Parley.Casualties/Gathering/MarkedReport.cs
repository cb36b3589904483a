using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>A report's words with the phrases of the tables and the persons named in it: read once, whoever asks. Immutable.</summary>
internal sealed class MarkedReport
{
    /// <summary>Words that stand with a name are at most so many words from it.</summary>
    public const int Near = 6;

    private const int MostBetweenNames = 8;
    private const int FarthestPredicate = 14;

    private readonly List<FoundPhrase>?[] _phrases;
    private readonly int[] _nextPerson;
    private readonly int[] _blockEnds;
    private readonly ILookup<int, NamedPerson> _bySentence;
    private readonly Dictionary<int, int> _sentenceStarts = [];

    /// <summary>Reads an article.</summary>
    public MarkedReport(Article article)
    {
        Article = article;
        Text = ReportText.Of(article);
        _phrases = new List<FoundPhrase>?[Words.Count];
        var inPhrase = new bool[Words.Count];
        var inOccupation = new bool[Words.Count];
        for (var i = 0; i < Words.Count; i++)
        {
            foreach (var phrase in GatheringTables.At(Words, i))
            {
                (_phrases[i] ??= []).Add(phrase);
                var marks = phrase.Phrase.Kind switch
                {
                    "rank" or "status" or "death" or "farewell" or "burial" or "speaker" or "office" or "relative" or "category" or "service" or "source" or "born" or "age" or "spared" or "bereaved" => inPhrase,
                    "occupation" => inOccupation,
                    _ => null,
                };
                marks?.AsSpan(phrase.First..(phrase.Last + 1)).Fill(true);
            }
        }

        Persons = PersonNameFinder.Find(Text, (i, inName) => inPhrase[i] || (!inName && inOccupation[i]));
        _bySentence = Persons.ToLookup(p => Words[p.First].Sentence);
        _nextPerson = new int[Words.Count + 1];
        _nextPerson[^1] = Persons.Count;
        _blockEnds = new int[Words.Count];
        for (var i = Words.Count - 1; i >= 0; i--)
        {
            _sentenceStarts[Words[i].Sentence] = i;
            var next = _nextPerson[i + 1];
            _nextPerson[i] = next > 0 && Persons[next - 1].First >= i ? next - 1 : next;
            _blockEnds[i] = i + 1 < Words.Count && Words[i + 1].Block == Words[i].Block ? _blockEnds[i + 1] : i;
        }
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>Its text.</summary>
    public ReportText Text { get; }

    /// <summary>Its words in order.</summary>
    public IReadOnlyList<ReportWord> Words => Text.Words;

    /// <summary>The persons named in it, in order.</summary>
    public List<NamedPerson> Persons { get; }

    /// <summary>Whether the report is an obituary by its own words.</summary>
    public bool IsObituary => Array.Exists(_phrases, p => p?.Exists(f => f.Phrase.Kind == "source") == true);

    /// <summary>The phrases that begin at a word.</summary>
    public IEnumerable<FoundPhrase> At(int word) => _phrases[word] ?? Enumerable.Empty<FoundPhrase>();

    /// <summary>Whether a phrase of a kind begins at a word; false beyond the report.</summary>
    public bool Has(int word, string kind) => word >= 0 && word < Words.Count && At(word).Any(f => f.Phrase.Kind == kind);

    /// <summary>The person to whose name a word belongs, or null.</summary>
    public NamedPerson? PersonAt(int word) => PersonBefore(word + 1, mayHoldIt: true) is { } person && person.Last >= word ? person : null;

    /// <summary>The first person named after a word, or null.</summary>
    public NamedPerson? PersonAfter(int word) => _nextPerson[word + 1] < Persons.Count ? Persons[_nextPerson[word + 1]] : null;

    /// <summary>The last person whose name ends before a word, or null.</summary>
    public NamedPerson? PersonBefore(int word) => PersonBefore(word, mayHoldIt: false);

    /// <summary>The persons named in a sentence, in order.</summary>
    public IEnumerable<NamedPerson> PersonsIn(int sentence) => _bySentence[sentence];

    /// <summary>Indices of a sentence's words.</summary>
    public IEnumerable<int> WordsOf(int sentence)
    {
        for (var i = _sentenceStarts.GetValueOrDefault(sentence, Words.Count); i < Words.Count && Words[i].Sentence == sentence; i++)
        {
            yield return i;
        }
    }

    /// <summary>Whether a word belongs to a person's name.</summary>
    public bool IsInName(int word) => PersonAt(word) is not null;

    /// <summary>The last word of a word's block.</summary>
    public int BlockEnd(int word) => _blockEnds[word];

    /// <summary>The first word of a word's line.</summary>
    public int LineStart(int word)
    {
        while (word > 0 && !EndsLine(word - 1))
        {
            word--;
        }

        return word;
    }

    /// <summary>The last word of a word's line.</summary>
    public int LineEnd(int word)
    {
        while (!EndsLine(word))
        {
            word++;
        }

        return word;
    }

    /// <summary>Whether a phrase of a kind ends right before a word.</summary>
    public bool EndsBefore(int word, string kind) => Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(i => At(i).Any(f => f.Phrase.Kind == kind && f.Last == word - 1));

    /// <summary>Whoever speaks, holds an office, mourns or came through is no casualty of the report, unless it says so of him.</summary>
    public bool CanBeCasualty(NamedPerson person)
    {
        if (PredicateBehind(person) is { } said)
        {
            return said.Phrase.Kind is "status" or "death" && !Has(said.First - 1, "negator");
        }

        return !IsRelative(person) && !(!person.IsKnown && EndsBefore(person.First, "place")) && !IsSpeakerOrOfficial(person) && PredicateBefore(person)?.Phrase.Kind is not ("spared" or "bereaved");
    }

    /// <summary>Whether a word for a relative stands before the name.</summary>
    public bool IsRelative(NamedPerson person) => person.First > 0 && Words[person.First].Gap is "" or "," && Words[person.First - 1].Sentence == Words[person.First].Sentence && Has(person.First - 1, "relative");

    /// <summary>Names in a row, with a comma, a semicolon or "and" between them and nothing that is said of one alone: what holds for one holds for the other.</summary>
    public bool AreJoined(NamedPerson one, NamedPerson other)
    {
        if (other.First - one.Last - 1 > MostBetweenNames || Words[one.Last].Sentence != Words[other.First].Sentence || other.First <= one.Last)
        {
            return false;
        }

        var isParted = false;
        for (var i = one.Last + 1; i <= other.First; i++)
        {
            if (Words[i].Gap.IndexOfAny(['.', ':', '!', '?']) >= 0 || (i < other.First && (IsPredicate(i) || Has(i, "contrast") || Has(i, "place"))))
            {
                return false;
            }

            isParted |= Words[i].Gap.IndexOfAny([',', ';', '—', '–', '\n']) >= 0 || (i < other.First && Has(i, "and"));
        }

        return isParted;
    }

    /// <summary>A spokesman, Elias Khoury, denied; глава Ржевского района Иван Петров: an office may be some words before the name.</summary>
    private bool IsSpeakerOrOfficial(NamedPerson person)
    {
        for (var i = person.First - 1; i >= Math.Max(0, person.First - 4) && Words[i].Sentence == Words[person.First].Sentence; i--)
        {
            if (Has(i, "office") || Has(i, "speaker"))
            {
                return true;
            }

            if (Has(i, "rank") || Has(i, "status") || Has(i, "death") || Has(i, "farewell") || Has(i, "burial") || IsInName(i) || !(Words[i].Follows || Words[i + 1].Follows))
            {
                break;
            }
        }

        var after = person.Last + 1;
        return after < Words.Count && Words[after].Sentence == Words[person.First].Sentence && Words[after].Gap is "" or "," or "\"," or "”," or "»," && (Has(after, "office") || Has(after, "speaker"));
    }

    /// <summary>What the report says of a person behind the name: the next phrase of what people did or became, before any other person and any new clause.</summary>
    public FoundPhrase? PredicateBehind(NamedPerson person)
    {
        var last = person;
        for (var i = person.Last + 1; i < Words.Count && Words[i].Sentence == Words[person.First].Sentence && i - last.Last <= FarthestPredicate; i++)
        {
            if (Words[i].Gap.IndexOfAny([';', ':']) >= 0)
            {
                return null;
            }

            if (PersonAt(i) is { } other)
            {
                if (!AreJoined(last, other))
                {
                    return null;
                }

                (last, i) = (other, other.Last);
            }
            else if (PredicateAt(i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private FoundPhrase? PredicateBefore(NamedPerson person)
    {
        for (var i = person.First - 1; i >= 0 && Words[i].Sentence == Words[person.First].Sentence; i--)
        {
            if (PredicateAt(i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private bool IsPredicate(int word) => PredicateAt(word) is not null;

    /// <summary>The phrase of what people did or became at a word; what became of them goes before what else the same word may say.</summary>
    private FoundPhrase? PredicateAt(int word) => At(word).Where(f => f.Phrase.Kind is "status" or "death" or "spared" or "bereaved" or "speaker" or "denial")
        .MinBy(f => f.Phrase.Kind switch { "status" => 0, "death" => 1, _ => 2 });

    private bool EndsLine(int word) => word + 1 >= Words.Count || Words[word + 1].Block != Words[word].Block || Text.After(word).Contains('\n');

    /// <summary>The sentence that holds a word.</summary>
    public TextSpan SentenceOf(int word)
    {
        var (first, last) = (word, word);
        while (first > 0 && Words[first - 1].Sentence == Words[word].Sentence)
        {
            first--;
        }

        while (last + 1 < Words.Count && Words[last + 1].Sentence == Words[word].Sentence)
        {
            last++;
        }

        return Text.Between(first, last);
    }

    /// <summary>The last person whose name begins before a word; unless it may hold the word, it must end before it.</summary>
    private NamedPerson? PersonBefore(int word, bool mayHoldIt)
    {
        var index = _nextPerson[word] - 1;
        index -= index >= 0 && !mayHoldIt && Persons[index].Last >= word ? 1 : 0;
        return index < 0 ? null : Persons[index];
    }
}
