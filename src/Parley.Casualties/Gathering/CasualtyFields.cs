using System.Buffers;
using System.Globalization;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>
/// Finds what a report says of its casualties beside their state: age, rank, unit, home, dates and place, each given to the casualty that its
/// words stand with.
/// </summary>
internal sealed class CasualtyFields
{
    private const int YearsBefore = 15;

    private static readonly SearchValues<char> s_partingMarks = SearchValues.Create(",;():");

    private readonly MarkedReport _report;
    private readonly ReportedCasualties _casualties;
    private readonly HashSet<int> _sentencesWithCues;
    private readonly HashSet<FoundPhrase> _cues;
    private readonly GoverningPhrases _ofPlaces;
    private readonly GoverningPhrases _ofDates;
    private readonly HashSet<(FoundPhrase Cue, RegisterField Field)> _settled = [];
    private readonly HashSet<(FoundPhrase Cue, RegisterField Field)> _years = [];

    private CasualtyFields(MarkedReport report, List<FoundPhrase> cues, ReportedCasualties casualties)
    {
        (_report, _casualties, _cues) = (report, casualties, [.. cues]);
        _sentencesWithCues = [.. cues.Select(c => report.Words[c.First].Sentence)];
        _ofPlaces = new GoverningPhrases(report, f => f.Phrase.Kind == "speaker" || _cues.Contains(f));
        _ofDates = new GoverningPhrases(report, f => f.Phrase.Kind is "event" or "born" || _cues.Contains(f));
    }

    /// <summary>Sets the fields of casualties.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cues">The phrases for what became of people, in order.</param>
    /// <param name="casualties">The casualties.</param>
    public static void Find(MarkedReport report, List<FoundPhrase> cues, ReportedCasualties casualties)
    {
        if (casualties.All.Count > 0)
        {
            new CasualtyFields(report, cues, casualties).FindFields();
        }
    }

    private void FindFields()
    {
        FindDates();
        foreach (var casualty in _casualties.All)
        {
            foreach (var name in casualty.Listed)
            {
                FindHomeInList(casualty, name);
            }

            foreach (var name in casualty.Names)
            {
                if (ReportAge.After(_report, name) is { } age)
                {
                    Set(casualty, RegisterField.Age, age.Years.ToString(CultureInfo.InvariantCulture), age.First, age.Last);
                }
            }
        }

        for (var i = 0; i < _report.Words.Count; i++)
        {
            if (ReportUnit.At(_report.Words, i) is { } unit)
            {
                SetUnit(Owner(unit.First, unit.Last), unit.First, unit.Last);
            }

            foreach (var phrase in _report.At(i))
            {
                FindField(phrase);
            }
        }
    }

    private void FindField(FoundPhrase phrase)
    {
        var (kind, value) = (phrase.Phrase.Kind, phrase.Phrase.Value);
        switch (kind)
        {
            case "age" when phrase.Number is >= 1 and <= RegisterValue.OldestAge:
                // In his 44th year he is 43.
                var years = value == "running" ? phrase.Number - 1 : phrase.Number;
                Set(Owner(phrase.First, phrase.Last), RegisterField.Age, years.ToString(CultureInfo.InvariantCulture), phrase.First, phrase.Last);
                break;
            case "rank" when !(phrase.First > 0 && _report.At(phrase.First - 1).Any(f => f.Phrase.Kind == "rank" && f.Last >= phrase.Last)):
                Set(Owner(phrase.First, phrase.Last), RegisterField.Rank, value, phrase.First, phrase.Last);
                break;
            case "service":
                var owner = Owner(phrase.First, phrase.Last);
                Set(owner, RegisterField.Service, value, phrase.First, phrase.Last);
                if (value == "private-company" && ReportUnit.Quoted(_report.Words, phrase.Last) is { } end)
                {
                    SetUnit(owner, phrase.First, end);
                }

                break;
            case "category":
                Set(Owner(phrase.First, phrase.Last), RegisterField.Category, value, phrase.First, phrase.Last);
                break;
            case "home" when ReportPlace.At(_report.Words, phrase.Last + 1, phrase.Phrase.Governs, IsTaken) is { } home && IsHome(phrase, home):
                var dweller = Owner(phrase.First, home.Last);
                Set(dweller, RegisterField.Home, home.Name, home.First, home.Last);
                Set(dweller, RegisterField.Region, home.Region, home.First, home.Last);
                break;
            case "settlement" when _report.Words[phrase.First].Gap == "," && _report.Words[phrase.First].IsCyrillic && ReportPlace.At(_report.Words, phrase.First, "nom", IsTaken) is { } listed
                && Owner(phrase.First, listed.Last) is { } local && !_sentencesWithCues.Contains(_report.Words[phrase.First].Sentence):
                Set(local, RegisterField.Home, listed.Name, listed.First, listed.Last);
                Set(local, RegisterField.Region, listed.Region, listed.First, listed.Last);
                break;
            case "place" when !_report.Has(phrase.First, "home"):
                FindPlace(phrase);
                break;
        }
    }

    private void SetUnit(ReportedCasualty? casualty, int first, int last)
    {
        var span = _report.Text.Between(first, last);
        if (_report.Text.After(last) is ['»' or '"' or '”', ..])
        {
            span = new TextSpan(span.Start, span.Length + 1);
        }

        casualty?.Set(RegisterField.Unit, _report.Text.Quote(span), _report.Text.Quote(span), span);
    }

    /// <summary>"From" and "of" name a home only right after a name or an age, "из" before it or after a word for a person.</summary>
    private bool IsHome(FoundPhrase phrase, ReportPlace place)
    {
        if (phrase.Phrase.Length > 1 || _report.Words[phrase.First].Lower is not ("from" or "of" or "из" or "з" or "із"))
        {
            return true;
        }

        var before = phrase.First - 1;
        if (before < 0 || _report.Words[before].Sentence != _report.Words[phrase.First].Sentence)
        {
            return false;
        }

        var name = _report.PersonBefore(phrase.First) is { } last && _report.Words[last.First].Sentence == _report.Words[phrase.First].Sentence ? last : null;
        return (name is not null && before - name.Last <= MarkedReport.Near && !Enumerable.Range(name.Last, phrase.First - name.Last + 1).Any(i => _report.At(i).Any(_cues.Contains))) || char.IsAsciiDigit(_report.Words[before].Text[0]) || _report.Has(before, "years") || _report.Has(before, "category") || _report.Has(before, "service") || _report.Has(before, "rank")
            || _report.At(Math.Max(0, before - 1)).Concat(_report.At(before)).Any(f => f.Phrase.Kind is "age" or "rank" && f.Last == before)
            || (place.Last + 1 < _report.Words.Count && _report.IsInName(place.Last + 1) && _report.Words[phrase.First].IsCyrillic);
    }

    private void FindPlace(FoundPhrase phrase)
    {
        if (_ofPlaces.Of(phrase.First) is not { } cue || cue.Phrase.Kind is "farewell" or "speaker"
            || ReportPlace.At(_report.Words, phrase.Last + 1, phrase.Phrase.Governs, IsTaken) is not { } place)
        {
            return;
        }

        var text = place.Name is null ? place.Region : place.Region is null ? place.Name : $"{place.Name}, {place.Region}";
        var field = cue.Phrase.Kind == "burial" ? RegisterField.BurialPlace : RegisterField.DeathPlace;
        foreach (var casualty in _settled.Add((cue, field)) ? _casualties.Of(cue) : [])
        {
            Set(casualty, field, text, place.First, place.Last);
        }
    }

    /// <summary>Аверин Павел, 24 года, Дербент: in a list the home stands after the age by itself.</summary>
    private void FindHomeInList(ReportedCasualty casualty, NamedPerson name)
    {
        for (var i = name.Last + 1; i < _report.Words.Count && i - name.Last <= MarkedReport.Near && _report.Words[i].Sentence == _report.Words[name.First].Sentence; i++)
        {
            if (_report.Words[i].Gap.EndsWith(',') && _report.Words[i].IsCapital && !GatheringTables.IsStop(_report.Words[i].Lower) && !_report.At(i).Any()
                && ReportPlace.At(_report.Words, i, "nom", IsTaken) is { } home && (_report.Text.After(home.Last).TrimStart() is [] or [',' or ';' or '.', ..] || _report.LineEnd(i) == home.Last))
            {
                Set(casualty, RegisterField.Home, home.Name, home.First, home.Last);
                Set(casualty, RegisterField.Region, home.Region, home.First, home.Last);
                return;
            }
        }
    }

    private void FindDates()
    {
        for (var i = 0; i < _report.Words.Count; i++)
        {
            if (ReportDate.At(_report.Words, i, _report.Article.Published) is not { } date)
            {
                continue;
            }

            // (05.05.1990 – 03.02.2023): a life.
            if (date.Last + 1 < _report.Words.Count && _report.Words[date.Last + 1].Gap is "-" or "–" or "—" && ReportDate.At(_report.Words, date.Last + 1, null) is { } end && end.Date.First >= date.Date.Last
                && end.Date.Last.Year - date.Date.First.Year is > 0 and <= RegisterValue.OldestAge && Owner(date.First, end.Last) is { } person)
            {
                Set(person, RegisterField.BirthDate, date.Date.ToString(), date.First, date.Last);
                Set(person, RegisterField.DeathDate, end.Date.ToString(), end.First, end.Last);
                i = end.Last;
                continue;
            }

            if (IsBirth(_report, date) || (IsLongBefore(date) && date.First > 0 && _report.IsInName(date.First - 1)))
            {
                Set(Owner(date.First, date.Last), RegisterField.BirthDate, date.Date.ToString(), date.First, date.Last);
            }
            else if (_ofDates.Of(date.First) is { Phrase.Kind: "status" or "death" } cue)
            {
                SetDate(cue, date);
            }

            i = date.Last;
        }
    }

    /// <summary>A date to the day or month goes over a year alone that stood before it.</summary>
    private void SetDate(FoundPhrase cue, ReportDate date)
    {
        var field = cue.Phrase.Value is "missing" or "captured" ? RegisterField.MissingDate : cue.Phrase.Value is "presumed" ? RegisterField.DeclaredDate : RegisterField.DeathDate;
        if (_settled.Contains((cue, field)) || (date.Date.Grain == Grain.Year && !_years.Add((cue, field))))
        {
            return;
        }

        if (date.Date.Grain != Grain.Year)
        {
            _settled.Add((cue, field));
        }

        foreach (var casualty in _casualties.Of(cue))
        {
            if (casualty.Values.TryGetValue(field, out var earlier) && PartialDate.TryParse(earlier.Value, out var known) && known.Grain == Grain.Year && date.Date.Grain != Grain.Year)
            {
                casualty.Values.Remove(field);
            }

            Set(casualty, field, date.Date.ToString(), date.First, date.Last);
        }
    }

    /// <summary>Nobody is reported dead half a generation later; such a date beside a name is one of birth.</summary>
    private bool IsLongBefore(ReportDate date) => _report.Article.Published is { } published && published.First.Year - date.Date.Last.Year >= YearsBefore;

    /// <summary>Whether a date's words tell of a birth: born on 3 May, 1985 г.р.</summary>
    public static bool IsBirth(MarkedReport report, ReportDate date)
    {
        for (var i = Math.Max(0, date.First - 3); i < date.First; i++)
        {
            if (report.At(i).Any(f => f.Phrase.Kind == "born" && f.Last < date.First) && report.Words[i].Sentence == report.Words[date.First].Sentence)
            {
                return true;
            }
        }

        return report.Has(date.Last + 1, "born-year") && report.Words[date.Last + 1].Sentence == report.Words[date.First].Sentence;
    }

    /// <summary>The casualty that words speak of: whose name follows them closely, or else who was named last before them.</summary>
    private ReportedCasualty? Owner(int first, int last)
    {
        var next = _report.PersonAfter(last);
        if (next is not null && next.First - last <= MarkedReport.Near && _report.Words[next.First].Sentence == _report.Words[first].Sentence && StandsBefore(last, next) && _casualties.Find(next) is { } following && _report.Predicates.CanBeCasualty(next))
        {
            return following;
        }

        var before = _report.PersonBefore(first);
        if (before is not null)
        {
            // Words beside the name of somebody else speak of him.
            return _casualties.Find(before) is { } named && _report.Predicates.CanBeCasualty(before) ? named
                : _report.Words[before.First].Sentence == _report.Words[first].Sentence ? null
                : _casualties.LastMentioned(first);
        }

        return next is not null && _report.Words[next.First].Sentence == _report.Words[first].Sentence ? _casualties.Find(next) : _casualties.All is [var only] ? only : null;
    }

    /// <summary>No comma and no phrase of a status parts words from the name that follows them.</summary>
    private bool StandsBefore(int last, NamedPerson next)
    {
        for (var i = last + 1; i <= next.First; i++)
        {
            if (_report.Words[i].Gap.AsSpan().ContainsAny(s_partingMarks) && !(_report.Words[i].Gap == "," && i < next.First && _report.Has(i, "rank")))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsTaken(int word) => _report.PersonAt(word) is { IsKnown: true }
        || _report.At(word).Any(f => f.Phrase.Kind is "status" or "rank" or "service") || GatheringTables.IsUnitHead(_report.Words[word].Lower);

    private void Set(ReportedCasualty? casualty, RegisterField field, string? value, int first, int last)
    {
        var span = _report.Text.Between(first, last);
        casualty?.Set(field, value, _report.Text.Quote(span), span);
    }
}
