using System.Buffers;
using System.Collections.Immutable;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>
/// Finds the casualties that a report names, with the words for each field. A person counts if a phrase for what became of people stands
/// with the name, or follows it; who speaks in the report, or mourns, does not.
/// </summary>
internal sealed class CasualtyFinder
{
    private const int FarthestPerson = 250;
    private const int MostLookedBack = 40;
    private const int MostListings = 8;
    private const int LongestCircumstances = 400;
    private const int YearsOfAWar = 60;

    /// <summary>Later states go over earlier ones, and the finer word over the plainer.</summary>
    private static readonly ImmutableArray<string> Statuses = ["alive", "presumed", "died-of-wounds", "killed", "missing", "captured"];

    private static readonly SearchValues<char> s_marks = SearchValues.Create("-–—•*·▪");

    private readonly MarkedReport _report;
    private readonly List<FoundPhrase> _cues = [];
    private readonly ReportedCasualties _casualties;
    private readonly ILookup<FoundPhrase, NamedPerson> _behind;
    private readonly Dictionary<int, bool> _history = [];
    private readonly Dictionary<int, string> _circumstances = [];
    private readonly HashSet<int> _rowed = [];
    private readonly Dictionary<int, bool> _ofLists = [];
    private readonly Dictionary<int, int> _listings = [];

    private CasualtyFinder(MarkedReport report)
    {
        (_report, _casualties) = (report, new ReportedCasualties(report));
        _behind = report.Persons.Where(p => report.Predicates.Behind(p) is not null).DistinctBy(p => (report.Predicates.Behind(p), p.Surname, p.GivenName, p.Patronymic))
            .ToLookup(p => report.Predicates.Behind(p)!);
    }

    /// <summary>The casualties in the order in which they are named, each with the values of its fields in the order of the fields.</summary>
    public static ImmutableArray<ImmutableArray<MentionValue>> Find(Article article) => Find(new MarkedReport(article), out _);

    /// <summary>The casualties of a report that is read already; whether it holds more than are read from one.</summary>
    public static ImmutableArray<ImmutableArray<MentionValue>> Find(MarkedReport report, out bool isCut)
    {
        var finder = new CasualtyFinder(report);
        finder.FindCues();
        finder.FindInSentences();
        finder.FindInLists();
        CasualtyFields.Find(report, finder._cues, finder._casualties);
        isCut = finder._casualties.IsCut;
        return [.. finder._casualties.All.OrderBy(c => c.Names[0].First).Select(c => c.Values.Values.ToImmutableArray())];
    }

    private void FindCues()
    {
        var speaksOfWar = Enumerable.Range(0, _report.Words.Count).Any(i => _report.Has(i, "war") || _report.Has(i, "status") || _report.Has(i, "rank") || ReportUnit.At(_report.Words, i) is not null);
        var denied = -1; // the sentence in which somebody denies what follows
        for (var i = 0; i < _report.Words.Count; i++)
        {
            var isDenied = denied == _report.Words[i].Sentence;
            denied = _report.Has(i, "denial") ? _report.Words[i].Sentence : denied;
            if (isDenied || IsHistory(_report.Words[i].Sentence))
            {
                continue;
            }

            foreach (var phrase in _report.At(i).Where(f => f.Phrase.Kind == "status" || (f.Phrase.Kind is "death" or "farewell" or "burial" && speaksOfWar && !_report.Has(i, "status"))))
            {
                if (!_report.Has(i - 1, "negator") || _report.Words[i - 1].Sentence != _report.Words[i].Sentence)
                {
                    _cues.Add(phrase);
                }
            }
        }
    }

    /// <summary>Whether a sentence tells of a death in another war: by its words, or by a date too long before the report.</summary>
    private bool IsHistory(int sentence)
    {
        if (!_history.TryGetValue(sentence, out var isHistory))
        {
            var words = _report.WordsOf(sentence);
            _history[sentence] = isHistory = words.Any(i => _report.Has(i, "history")) || (_report.Article.Published is { } published && words.Any(i =>
                ReportDate.At(_report.Words, i, null) is { } date && published.First.Year - date.Date.Last.Year > YearsOfAWar && !CasualtyFields.IsBirth(_report, date)));
        }

        return isHistory;
    }

    private void FindInSentences()
    {
        foreach (var cue in _cues)
        {
            var (first, past) = _report.PersonsNear(cue.First, FarthestPerson);
            var named = _report.Persons[first..past];
            var certain = named.ConvertAll(p => _report.Predicates.CanBeCasualty(p) && (p.IsKnown || IsBeside(p, cue) || _casualties.Find(p) is not null) && !IsOfAnother(p, cue));
            // Huda Osman and Salma Adam; Milan Jurić and his father Ante Jurić: what is said of one is said of the other.
            for (var i = named.Count - 2; i >= 0; i--)
            {
                certain[i] |= certain[i + 1] && Joins(named[i + 1], cue, named[i]);
            }

            for (var i = 1; i < named.Count; i++)
            {
                certain[i] |= certain[i - 1] && Joins(named[i], cue, named[i]);
            }

            if (certain.Contains(true))
            {
                for (var i = 0; i < named.Count; i++)
                {
                    if (certain[i])
                    {
                        Add(named[i], cue);
                    }
                }

                AddRow(certain[0], first, -1, cue);
                AddRow(certain[^1], past - 1, 1, cue);
            }
            else if (named.TrueForAll(p => !p.IsKnown) && Antecedent(cue) is { } before)
            {
                Add(before, cue);
            }
        }
    }

    /// <summary>A row of names longer than a phrase reaches is followed to its end, by the first phrase that comes to it.</summary>
    private void AddRow(bool isCertain, int from, int step, FoundPhrase cue)
    {
        for (var i = from + step; isCertain && i >= 0 && i < _report.Persons.Count && _rowed.Add(i); i += step)
        {
            isCertain = Joins(_report.Persons[Math.Max(i, i - step)], cue, _report.Persons[i]);
            if (isCertain)
            {
                Add(_report.Persons[i], cue);
            }
        }
    }

    /// <summary>Whether a phrase that speaks of one of two persons in a row speaks of the other.</summary>
    /// <param name="second">The second of them.</param>
    /// <param name="cue">The phrase.</param>
    /// <param name="added">The one of whom it is asked.</param>
    private bool Joins(NamedPerson second, FoundPhrase cue, NamedPerson added) =>
        _report.Predicates.IsJoinedToPrevious(second) && (_report.Predicates.CanBeCasualty(added) || _report.Predicates.IsRelative(added)) && !IsOfAnother(added, cue);

    /// <summary>Whether something else became of the person by the same sentence: A was killed and B captured.</summary>
    private bool IsOfAnother(NamedPerson person, FoundPhrase cue) => _report.Predicates.Behind(person) is { Phrase.Kind: "status" } own && own != cue
        && own.Phrase.Value != cue.Phrase.Value && _behind[cue].Any(p => !_casualties.AreSame(p, person));

    /// <summary>
    /// "The dead:", or "List of the dead", and then a name at the beginning of every line; or "Killed were:" and the names in the same line.
    /// </summary>
    private void FindInLists()
    {
        var listed = new Dictionary<string, int>(StringComparer.Ordinal); // how far the lists of a state were read
        var colons = Colons();
        foreach (var cue in _cues.Where(c => c.Phrase.Value is not "alive"))
        {
            var (first, last) = (_report.LineStart(cue.First), _report.LineEnd(cue.Last));
            FindBehindColon(cue, last, colons);
            if (last < listed.GetValueOrDefault(cue.Phrase.Value, -1) || !(EndsWithColon(last) || (_report.Words[last].Sentence == _report.Words[cue.First].Sentence && SpeaksOfList(first, last))))
            {
                continue;
            }

            for (var start = last + 1; start < _report.Words.Count; start = _report.LineEnd(start) + 1)
            {
                if (FirstNamed(start) is { } person)
                {
                    Add(person, cue);
                    _casualties.Find(person)?.Listed.Add(person);
                }
                else if (!IsItem(start))
                {
                    break;
                }

                listed[cue.Phrase.Value] = _report.LineEnd(start);
            }
        }
    }

    private bool EndsWithColon(int last) => _report.Text.After(last).TrimStart().StartsWith(":", StringComparison.Ordinal);

    private bool SpeaksOfList(int first, int last)
    {
        if (!_ofLists.TryGetValue(first, out var speaks))
        {
            _ofLists[first] = speaks = Enumerable.Range(first, last - first + 1).Any(i => _report.Has(i, "list"));
        }

        return speaks;
    }

    /// <summary>For each word the next one with a colon before it, itself too; past the last word if there is none.</summary>
    private int[] Colons()
    {
        var colons = new int[_report.Words.Count + 1];
        colons[^1] = _report.Words.Count;
        for (var i = _report.Words.Count - 1; i >= 0; i--)
        {
            colons[i] = _report.Words[i].Gap.Contains(':', StringComparison.Ordinal) ? i : colons[i + 1];
        }

        return colons;
    }

    private void FindBehindColon(FoundPhrase cue, int lineEnd, int[] colons)
    {
        var start = colons[cue.Last + 1];
        for (var person = start <= lineEnd ? _report.PersonAfter(start - 1) : null; person is not null && person.First <= lineEnd; person = _report.PersonAfter(person.Last))
        {
            var times = _listings[person.First] = _listings.GetValueOrDefault(person.First) + 1;
            if (times > MostListings)
            {
                break;
            }

            // Items end with semicolons, whatever full stops stand in them; a new sentence ends the list.
            if (_report.Words[person.First].Sentence != _report.Words[start].Sentence && !Enumerable.Range(person.First - 3, 4).Any(i => i > start && _report.Words[i].Gap.Contains(';', StringComparison.Ordinal)))
            {
                break;
            }

            if (_report.Predicates.CanBeCasualty(person) && (person.IsKnown || IsDescribed(person)))
            {
                Add(person, cue);
            }
        }
    }

    /// <summary>Whether a line begins as items of lists do: with a number or a mark.</summary>
    private bool IsItem(int start) => char.IsAsciiDigit(_report.Words[start].Text[0]) || _report.Words[start].Gap.AsSpan().ContainsAny(s_marks);

    /// <summary>The person named at the beginning of a line, or null.</summary>
    private NamedPerson? FirstNamed(int start)
    {
        var last = Math.Min(_report.LineEnd(start), start + MarkedReport.Near - 1);
        for (var person = _report.PersonAfter(start - 1); person is not null && person.First <= last; person = _report.PersonAfter(person.Last))
        {
            if (_report.Predicates.CanBeCasualty(person))
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>For a name that only its capitals show to be one: a rank or an age at it, or the phrase right beside it.</summary>
    private bool IsBeside(NamedPerson person, FoundPhrase cue)
    {
        return IsDescribed(person) || (cue.First > person.Last && cue.First - person.Last <= MarkedReport.Near) || cue.Last == person.First - 1;
    }

    /// <summary>A rank, an age or an occupation stands at the name.</summary>
    private bool IsDescribed(NamedPerson person) => ReportAge.After(_report, person) is not null
        || (_report.Words[person.First].Follows && Enumerable.Range(Math.Max(0, person.First - 4), Math.Min(4, person.First)).Any(i => _report.At(i).Any(f => f.Phrase.Kind is "rank" or "age" or "occupation" && f.Last == person.First - 1)))
        || (person.Last + 1 < _report.Words.Count && _report.Words[person.Last + 1] is { Gap: ",", Lower: "a" or "an" or "the" } && Enumerable.Range(person.Last + 2, 5).Any(i => _report.Has(i, "occupation")));

    /// <summary>Whom a phrase without a name speaks of: the casualty, or else the only person, named last before it.</summary>
    private NamedPerson? Antecedent(FoundPhrase cue)
    {
        var near = _report.PersonBefore(cue.First);
        for (var i = 0; i < MostLookedBack && near is not null && _report.Words[cue.First].Sentence - _report.Words[near.First].Sentence <= 3; i++)
        {
            if ((near.IsKnown || IsDescribed(near)) && _report.Predicates.CanBeCasualty(near))
            {
                return near;
            }

            near = _report.PersonBefore(near.First);
        }

        return _casualties.LastMention(cue.First);
    }

    private void Add(NamedPerson person, FoundPhrase cue)
    {
        if (_casualties.FindOrAdd(person) is not { } casualty)
        {
            return;
        }

        if (casualty.Values.Count == 0)
        {
            // The fullest naming first; what it lacks (Денис Александрович) another one may have (Ерохин Денис).
            foreach (var name in casualty.Names.OrderByDescending(n => (n.Patronymic is { Length: > 1 } ? 1 : 0, n.GivenName is { Length: > 1 } ? 1 : 0, n.Last - n.First, -n.First)))
            {
                SetName(casualty, name);
            }
        }

        _casualties.Join(cue, casualty);
        var status = casualty.Values.GetValueOrDefault(RegisterField.Status);
        if (status is null || Statuses.IndexOf(cue.Phrase.Value) < Statuses.IndexOf(status.Value))
        {
            var span = _report.Text.Between(cue.First, cue.Last);
            casualty.Values[RegisterField.Status] = new MentionValue(RegisterField.Status, cue.Phrase.Value, _report.Text.Quote(span), span);
            casualty.Values[RegisterField.Circumstances] = new MentionValue(RegisterField.Circumstances, Circumstances(cue.First), null, _report.SentenceOf(cue.First));
        }
    }

    private string Circumstances(int word)
    {
        var sentence = _report.Words[word].Sentence;
        if (!_circumstances.TryGetValue(sentence, out var text))
        {
            var whole = _report.Text.Quote(_report.SentenceOf(word));
            _circumstances[sentence] = text = whole.Length <= LongestCircumstances ? whole : string.Concat(whole.AsSpan(0, LongestCircumstances), "…");
        }

        return text;
    }

    private void SetName(ReportedCasualty casualty, NamedPerson person)
    {
        var span = _report.Text.Between(person.First, person.Last);
        var words = _report.Text.Quote(span);
        casualty.Set(RegisterField.Surname, person.Surname, words, span);
        casualty.Set(RegisterField.GivenName, person.GivenName, words, span);
        casualty.Set(RegisterField.Patronymic, person.Patronymic, words, span);
        casualty.Set(RegisterField.Sex, person.Sex == PersonSex.Unknown ? null : EnumName.Of(person.Sex), words, span);
    }
}
