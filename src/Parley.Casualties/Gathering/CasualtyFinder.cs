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

    /// <summary>Later states go over earlier ones, and the finer word over the plainer.</summary>
    private static readonly ImmutableArray<string> Statuses = ["alive", "presumed", "died-of-wounds", "killed", "missing", "captured"];

    private readonly MarkedReport _report;
    private readonly List<FoundPhrase> _cues = [];
    private readonly List<ReportedCasualty> _casualties = [];

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
            if (IsDenied(i))
            {
                continue;
            }

            foreach (var phrase in _report.At(i).Where(f => f.Phrase.Kind == "status" || (f.Phrase.Kind is "death" or "farewell" && speaksOfWar && !_report.Has(i, "status"))))
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

    private void FindInSentences()
    {
        foreach (var cue in _cues)
        {
            var sentence = _report.Words[cue.First].Sentence;
            var named = _report.PersonsIn(sentence).Where(_report.CanBeCasualty).ToList();
            var certain = named.Where(p => p.IsKnown || IsBeside(p, cue) || Find(p) is not null).ToList();
            for (var i = named.Count - 2; i >= 0; i--)
            {
                if (!certain.Contains(named[i]) && certain.Contains(named[i + 1]) && AreJoined(named[i], named[i + 1]))
                {
                    certain.Insert(0, named[i]);
                }
            }

            if (certain.Count > 0)
            {
                certain.ForEach(p => Add(p, cue));
            }
            else if (named.TrueForAll(p => !p.IsKnown) && Antecedent(cue) is { } before)
            {
                Add(before, cue);
            }
        }
    }

    /// <summary>Huda Osman and Salma Adam; Milan Jurić and his father Ante Jurić: what is said of the second is said of the first.</summary>
    private bool AreJoined(NamedPerson one, NamedPerson other)
    {
        var between = Enumerable.Range(one.Last + 1, Math.Max(0, other.First - one.Last - 1)).ToList();
        return between.Count is > 0 and <= 3 && _report.Has(between[0], "and") && between.TrueForAll(i => _report.Words[i].Gap.Length == 0);
    }

    /// <summary>"The dead:", or "List of the dead", and then a name at the beginning of every line.</summary>
    private void FindInLists()
    {
        foreach (var cue in _cues)
        {
            var (first, last) = (_report.LineStart(cue.First), _report.LineEnd(cue.Last));
            if (!_report.Text.After(last).TrimStart().StartsWith(":", StringComparison.Ordinal)
                && !Enumerable.Range(first, cue.First - first).Any(i => _report.Has(i, "list")))
            {
                continue;
            }

            for (var start = last + 1; start < _report.Words.Count; start = _report.LineEnd(start) + 1)
            {
                if (FirstNamed(start) is not { } person)
                {
                    break;
                }

                Add(person, cue);
            }
        }
    }

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

    private bool IsDescribed(NamedPerson person) => ReportAge.After(_report, person) is not null
        || Enumerable.Range(Math.Max(0, person.First - 4), Math.Min(4, person.First)).Any(i => _report.At(i).Any(f => f.Phrase.Kind is "rank" or "age" && f.Last == person.First - 1));

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
            SetName(casualty, casualty.Names.MaxBy(n => (n.Patronymic is null ? 0 : 1, n.GivenName is { Length: > 1 } ? 1 : 0, -n.First))!);
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
