using System.Buffers;

namespace Parley.Casualties.Gathering;

/// <summary>What a report says of the persons that it names: found once for each of them, in one pass from the last to the first. Immutable.</summary>
internal sealed class PersonPredicates
{
    private const int MostBetweenNames = 8;
    private const int FarthestPredicate = 14;

    private static readonly SearchValues<char> s_sentenceMarks = SearchValues.Create(".:!?");
    private static readonly SearchValues<char> s_rowMarks = SearchValues.Create(",;—–\n");
    private static readonly SearchValues<char> s_clauseMarks = SearchValues.Create(";:");

    private readonly MarkedReport _report;
    private readonly FoundPhrase?[] _at;
    private readonly FoundPhrase?[] _before;
    private readonly FoundPhrase?[] _behind;
    private readonly bool[] _isJoined;

    /// <summary>Reads what a report says of its persons.</summary>
    public PersonPredicates(MarkedReport report)
    {
        _report = report;
        var (words, persons) = (report.Words, report.Persons);
        (_at, _before) = (new FoundPhrase?[words.Count], new FoundPhrase?[words.Count + 1]);
        for (var i = 0; i < words.Count; i++)
        {
            _at[i] = PredicateAt(i);
            _before[i + 1] = _at[i] ?? _before[i];
        }

        (_behind, _isJoined) = (new FoundPhrase?[persons.Count], new bool[persons.Count]);
        for (var i = persons.Count - 1; i >= 0; i--)
        {
            _isJoined[i] = i > 0 && AreJoined(persons[i - 1], persons[i]);
            _behind[i] = FindBehind(i);
        }
    }

    /// <summary>What the report says of a person behind the name: the next phrase of what people did or became, before any other person and any new clause.</summary>
    public FoundPhrase? Behind(NamedPerson person) => _behind[_report.IndexOf(person)];

    /// <summary>
    /// Whether a person stands in a row with the one named before: a comma, a semicolon or "and" between the names and nothing that is said of
    /// one alone, so that what holds for one holds for the other.
    /// </summary>
    public bool IsJoinedToPrevious(NamedPerson person) => _isJoined[_report.IndexOf(person)];

    /// <summary>Whoever speaks, holds an office, mourns or came through is no casualty of the report, unless it says so of him.</summary>
    public bool CanBeCasualty(NamedPerson person)
    {
        if (Behind(person) is { } said)
        {
            return said.Phrase.Kind is "status" or "death" && !_report.Has(said.First - 1, "negator");
        }

        return !IsRelative(person) && !(!person.IsKnown && _report.EndsBefore(person.First, "place")) && !IsSpeakerOrOfficial(person) && Before(person)?.Phrase.Kind is not ("spared" or "bereaved");
    }

    /// <summary>Whether a word for a relative stands before the name.</summary>
    public bool IsRelative(NamedPerson person) => person.First > 0 && _report.Words[person.First].Gap is "" or "," && IsInSentence(person.First - 1, person) && _report.Has(person.First - 1, "relative");

    private bool AreJoined(NamedPerson one, NamedPerson other)
    {
        var words = _report.Words;
        if (other.First - one.Last - 1 > MostBetweenNames || words[one.Last].Sentence != words[other.First].Sentence)
        {
            return false;
        }

        var isParted = false;
        for (var i = one.Last + 1; i <= other.First; i++)
        {
            if (words[i].Gap.AsSpan().ContainsAny(s_sentenceMarks) || (i < other.First && (_at[i] is not null || _report.Has(i, "contrast") || _report.Has(i, "place"))))
            {
                return false;
            }

            isParted |= words[i].Gap.AsSpan().ContainsAny(s_rowMarks) || (i < other.First && _report.Has(i, "and"));
        }

        return isParted;
    }

    /// <summary>A spokesman, Elias Khoury, denied; глава Ржевского района Иван Петров: an office may be some words before the name.</summary>
    private bool IsSpeakerOrOfficial(NamedPerson person)
    {
        var words = _report.Words;
        for (var i = person.First - 1; i >= Math.Max(0, person.First - 4) && IsInSentence(i, person); i--)
        {
            if (_report.Has(i, "office") || _report.Has(i, "speaker"))
            {
                return true;
            }

            if (_report.Has(i, "rank") || _report.Has(i, "status") || _report.Has(i, "death") || _report.Has(i, "farewell") || _report.Has(i, "burial") || _report.IsInName(i) || !(words[i].Follows || words[i + 1].Follows))
            {
                break;
            }
        }

        var after = person.Last + 1;
        return after < words.Count && IsInSentence(after, person) && words[after].Gap is "" or "," or "\"," or "”," or "»," && (_report.Has(after, "office") || _report.Has(after, "speaker"));
    }

    private FoundPhrase? FindBehind(int index)
    {
        var person = _report.Persons[index];
        for (var i = person.Last + 1; i < _report.Words.Count && IsInSentence(i, person) && i - person.Last <= FarthestPredicate; i++)
        {
            if (_report.Words[i].Gap.AsSpan().ContainsAny(s_clauseMarks))
            {
                return null;
            }

            if (_report.PersonAt(i) is not null)
            {
                return _isJoined[index + 1] ? _behind[index + 1] : null;
            }

            if (_at[i] is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The last such phrase of the sentence before the name.</summary>
    private FoundPhrase? Before(NamedPerson person) => _before[person.First] is { } found && IsInSentence(found.First, person) ? found : null;

    private bool IsInSentence(int word, NamedPerson person) => _report.Words[word].Sentence == _report.Words[person.First].Sentence;

    /// <summary>The phrase of what people did or became at a word; what became of them goes before what else the same word may say.</summary>
    private FoundPhrase? PredicateAt(int word) => _report.At(word).Where(f => f.Phrase.Kind is "status" or "death" or "spared" or "bereaved" or "speaker" or "denial")
        .MinBy(f => f.Phrase.Kind switch { "status" => 0, "death" => 1, _ => 2 });
}
