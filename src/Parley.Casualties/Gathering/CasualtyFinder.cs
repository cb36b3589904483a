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
    private const int MostCasualties = 2000;
    private const int LongestCircumstances = 400;
    private const int YearsOfAWar = 60;

    /// <summary>Later states go over earlier ones, and the finer word over the plainer.</summary>
    private static readonly ImmutableArray<string> Statuses = ["alive", "presumed", "died-of-wounds", "killed", "missing", "captured"];

    private static readonly SearchValues<char> s_marks = SearchValues.Create("-–—•*·▪");

    private readonly MarkedReport _report;
    private readonly List<FoundPhrase> _cues = [];
    private readonly List<ReportedCasualty> _casualties = [];
    private readonly Dictionary<int, bool> _history = [];

    private CasualtyFinder(MarkedReport report) => _report = report;

    /// <summary>The casualties in the order in which they are named, each with the values of its fields in the order of the fields.</summary>
    public static ImmutableArray<ImmutableArray<MentionValue>> Find(Article article) => Find(new MarkedReport(article));

    /// <summary>The casualties of a report that is read already.</summary>
    public static ImmutableArray<ImmutableArray<MentionValue>> Find(MarkedReport report)
    {
        var finder = new CasualtyFinder(report);
        finder.FindCues();
        finder.FindInSentences();
        finder.FindInLists();
        CasualtyFields.Find(report, finder._cues, finder._casualties);
        return [.. finder._casualties.OrderBy(c => c.Names[0].First).Select(c => c.Values.Values.ToImmutableArray())];
    }

    private void FindCues()
    {
        var speaksOfWar = Enumerable.Range(0, _report.Words.Count).Any(i => _report.Has(i, "war") || _report.Has(i, "rank") || ReportUnit.At(_report.Words, i) is not null);
        for (var i = 0; i < _report.Words.Count; i++)
        {
            if (IsDenied(i) || IsHistory(_report.Words[i].Sentence))
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

    /// <summary>Whether somebody denies, earlier in the sentence, what a word says.</summary>
    private bool IsDenied(int word)
    {
        for (var i = word - 1; i >= 0 && _report.Words[i].Sentence == _report.Words[word].Sentence; i--)
        {
            if (_report.Has(i, "denial"))
            {
                return true;
            }
        }

        return false;
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
            var sentence = _report.Words[cue.First].Sentence;
            var named = _report.PersonsIn(sentence).ToList();
            var certain = named.ConvertAll(p => _report.CanBeCasualty(p) && (p.IsKnown || IsBeside(p, cue) || Find(p) is not null) && !IsOfAnother(p, cue));
            // Huda Osman and Salma Adam; Milan Jurić and his father Ante Jurić: what is said of one is said of the other.
            for (var i = named.Count - 2; i >= 0; i--)
            {
                certain[i] |= certain[i + 1] && Joins(named[i], named[i + 1], cue);
            }

            for (var i = 1; i < named.Count; i++)
            {
                certain[i] |= certain[i - 1] && Joins(named[i - 1], named[i], cue, named[i]);
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
            }
            else if (named.TrueForAll(p => !p.IsKnown) && Antecedent(cue) is { } before)
            {
                Add(before, cue);
            }
        }
    }

    private bool Joins(NamedPerson one, NamedPerson other, FoundPhrase cue) => Joins(one, other, cue, one);

    private bool Joins(NamedPerson one, NamedPerson other, FoundPhrase cue, NamedPerson added) =>
        _report.AreJoined(one, other) && (_report.CanBeCasualty(added) || _report.IsRelative(added)) && !IsOfAnother(added, cue);

    /// <summary>Whether something else became of the person by the same sentence: A was killed and B captured.</summary>
    private bool IsOfAnother(NamedPerson person, FoundPhrase cue) => _report.PredicateBehind(person) is { Phrase.Kind: "status" } own && own != cue
        && own.Phrase.Value != cue.Phrase.Value && _report.PersonsIn(_report.Words[cue.First].Sentence).Any(p => !p.IsSameAs(person) && _report.PredicateBehind(p) == cue);

    /// <summary>
    /// "The dead:", or "List of the dead", and then a name at the beginning of every line; or "Killed were:" and the names in the same line.
    /// </summary>
    private void FindInLists()
    {
        foreach (var cue in _cues.Where(c => c.Phrase.Value is not "alive"))
        {
            var (first, last) = (_report.LineStart(cue.First), _report.LineEnd(cue.Last));
            FindBehindColon(cue, last);
            if (!_report.Text.After(last).TrimStart().StartsWith(":", StringComparison.Ordinal)
                && !(_report.Words[last].Sentence == _report.Words[cue.First].Sentence && Enumerable.Range(first, last - first + 1).Any(i => _report.Has(i, "list"))))
            {
                continue;
            }

            for (var start = last + 1; start < _report.Words.Count; start = _report.LineEnd(start) + 1)
            {
                if (FirstNamed(start) is not { } person)
                {
                    if (IsItem(start))
                    {
                        continue;
                    }

                    break;
                }

                Add(person, cue);
                Find(person)?.Listed.Add(person);
            }
        }
    }

    private void FindBehindColon(FoundPhrase cue, int lineEnd)
    {
        var start = cue.Last + 1;
        while (start <= lineEnd && !_report.Words[start].Gap.Contains(':', StringComparison.Ordinal))
        {
            start++;
        }

        for (var person = start <= lineEnd ? _report.PersonAfter(start - 1) : null; person is not null && person.First <= lineEnd; person = _report.PersonAfter(person.Last))
        {
            // Items end with semicolons, whatever full stops stand in them; a new sentence ends the list.
            if (_report.Words[person.First].Sentence != _report.Words[start].Sentence && !Enumerable.Range(person.First - 3, 4).Any(i => i > start && _report.Words[i].Gap.Contains(';', StringComparison.Ordinal)))
            {
                break;
            }

            if (_report.CanBeCasualty(person) && (person.IsKnown || IsDescribed(person)))
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
            if (_report.CanBeCasualty(person))
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
        for (var near = _report.PersonBefore(cue.First); near is not null && _report.Words[cue.First].Sentence - _report.Words[near.First].Sentence <= 3; near = _report.PersonBefore(near.First))
        {
            if ((near.IsKnown || IsDescribed(near)) && _report.CanBeCasualty(near))
            {
                return near;
            }
        }

        return _casualties.SelectMany(c => c.Names).Where(n => n.First < cue.First).MaxBy(n => n.First);
    }

    private ReportedCasualty? Find(NamedPerson person) => _casualties.Find(c => c.IsNamed(person));

    private void Add(NamedPerson person, FoundPhrase cue)
    {
        if (Find(person) is not { } casualty)
        {
            if (_casualties.Count == MostCasualties || (person.Surname is null && person.Patronymic is null))
            {
                return;
            }

            // All mentions of the name in the report, so that what follows any of them is found.
            _casualties.Add(casualty = new ReportedCasualty([.. _report.Persons.Where(p => p.IsSameAs(person) && _report.CanBeCasualty(p)).Append(person).Distinct().OrderBy(p => p.First)]));
            // The fullest naming first; what it lacks (Денис Александрович) another one may have (Ерохин Денис).
            foreach (var name in casualty.Names.OrderByDescending(n => (n.Patronymic is { Length: > 1 } ? 1 : 0, n.GivenName is { Length: > 1 } ? 1 : 0, n.Last - n.First, -n.First)))
            {
                SetName(casualty, name);
            }
        }

        casualty.Cues.Add(cue);
        var status = casualty.Values.GetValueOrDefault(RegisterField.Status);
        if (status is null || Statuses.IndexOf(cue.Phrase.Value) < Statuses.IndexOf(status.Value))
        {
            var span = _report.Text.Between(cue.First, cue.Last);
            casualty.Values[RegisterField.Status] = new MentionValue(RegisterField.Status, cue.Phrase.Value, _report.Text.Quote(span), span);
            var sentence = _report.SentenceOf(cue.First);
            casualty.Values[RegisterField.Circumstances] = new MentionValue(RegisterField.Circumstances, Clip(_report.Text.Quote(sentence)), null, sentence);
        }
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

    private static string Clip(string text) => text.Length <= LongestCircumstances ? text : string.Concat(text.AsSpan(0, LongestCircumstances), "…");
}
