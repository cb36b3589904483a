using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>A report's words with the phrases of the tables and the persons named in it: read once, whoever asks. Immutable.</summary>
internal sealed class MarkedReport
{
    /// <summary>Words that stand with a name are at most so many words from it.</summary>
    public const int Near = 6;

    private readonly List<FoundPhrase>?[] _phrases;
    private readonly int[] _nextPerson;
    private readonly int[] _blockEnds;
    private readonly int[] _lineStarts;
    private readonly int[] _lineEnds;
    private readonly Dictionary<int, (int First, int Last)> _sentences = [];

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
        _nextPerson = new int[Words.Count + 1];
        _nextPerson[^1] = Persons.Count;
        (_blockEnds, _lineStarts, _lineEnds) = (new int[Words.Count], new int[Words.Count], new int[Words.Count]);
        for (var i = Words.Count - 1; i >= 0; i--)
        {
            _sentences[Words[i].Sentence] = (i, _sentences.TryGetValue(Words[i].Sentence, out var sentence) ? sentence.Last : i);
            var next = _nextPerson[i + 1];
            _nextPerson[i] = next > 0 && Persons[next - 1].First >= i ? next - 1 : next;
            _blockEnds[i] = i + 1 < Words.Count && Words[i + 1].Block == Words[i].Block ? _blockEnds[i + 1] : i;
            _lineEnds[i] = EndsLine(i) ? i : _lineEnds[i + 1];
        }

        for (var i = 0; i < Words.Count; i++)
        {
            _lineStarts[i] = i == 0 || _lineEnds[i - 1] == i - 1 ? i : _lineStarts[i - 1];
        }

        Predicates = new PersonPredicates(this);
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>Its text.</summary>
    public ReportText Text { get; }

    /// <summary>Its words in order.</summary>
    public IReadOnlyList<ReportWord> Words => Text.Words;

    /// <summary>The persons named in it, in order.</summary>
    public List<NamedPerson> Persons { get; }

    /// <summary>What it says of the persons.</summary>
    public PersonPredicates Predicates { get; }

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

    /// <summary>Index among the persons of one of them.</summary>
    public int IndexOf(NamedPerson person) => _nextPerson[person.First];

    /// <summary>The persons named in a word's sentence, at most so many words from it.</summary>
    /// <param name="word">Index of the word.</param>
    /// <param name="reach">The farthest that a name may begin from it, in words.</param>
    /// <returns>The index of the first and the index past the last of them among the persons.</returns>
    public (int First, int Past) PersonsNear(int word, int reach)
    {
        var (first, last) = _sentences[Words[word].Sentence];
        return (_nextPerson[Math.Max(first, word - reach)], _nextPerson[Math.Min(last, word + reach) + 1]);
    }

    /// <summary>Indices of a sentence's words.</summary>
    public IEnumerable<int> WordsOf(int sentence) => _sentences.TryGetValue(sentence, out var words) ? Enumerable.Range(words.First, words.Last - words.First + 1) : [];

    /// <summary>Whether a word belongs to a person's name.</summary>
    public bool IsInName(int word) => PersonAt(word) is not null;

    /// <summary>The last word of a word's block.</summary>
    public int BlockEnd(int word) => _blockEnds[word];

    /// <summary>The first word of a word's line.</summary>
    public int LineStart(int word) => _lineStarts[word];

    /// <summary>The last word of a word's line.</summary>
    public int LineEnd(int word) => _lineEnds[word];

    /// <summary>Whether a phrase of a kind ends right before a word.</summary>
    public bool EndsBefore(int word, string kind) => Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(i => At(i).Any(f => f.Phrase.Kind == kind && f.Last == word - 1));

    private bool EndsLine(int word) => word + 1 >= Words.Count || Words[word + 1].Block != Words[word].Block || Text.After(word).Contains('\n');

    /// <summary>The sentence that holds a word.</summary>
    public TextSpan SentenceOf(int word)
    {
        var (first, last) = _sentences[Words[word].Sentence];
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
