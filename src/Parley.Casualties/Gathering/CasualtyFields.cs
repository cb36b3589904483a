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

    private readonly MarkedReport _report;
    private readonly ILookup<int, FoundPhrase> _cues;
    private readonly List<ReportedCasualty> _casualties;
    private readonly Dictionary<(string?, string?, string?), ReportedCasualty?> _named = [];

    private CasualtyFields(MarkedReport report, List<FoundPhrase> cues, List<ReportedCasualty> casualties) =>
        (_report, _cues, _casualties) = (report, cues.ToLookup(c => report.Words[c.First].Sentence), casualties);

    /// <summary>Sets the fields of casualties.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cues">The phrases for what became of people, in order.</param>
    /// <param name="casualties">The casualties, in the order in which they were found.</param>
    public static void Find(MarkedReport report, List<FoundPhrase> cues, List<ReportedCasualty> casualties) => new CasualtyFields(report, cues, casualties).FindFields();

    private void FindFields()
    {
        if (_casualties.Count == 0)
        {
            return;
        }

        FindDates();
        foreach (var casualty in _casualties)
        {
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
                Set(Owner(phrase.First, phrase.Last), RegisterField.Age, phrase.Number.ToString(CultureInfo.InvariantCulture), phrase.First, phrase.Last);
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
                && Owner(phrase.First, listed.Last) is { } local && !CuesBeside(phrase.First).Any():
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
        return (name is not null && before - name.Last <= MarkedReport.Near && CuesBeside(phrase.First).All(c => c.First < name.Last || c.First > phrase.First)) || char.IsAsciiDigit(_report.Words[before].Text[0]) || _report.Has(before, "years") || _report.Has(before, "category") || _report.Has(before, "service") || _report.Has(before, "rank")
            || _report.At(Math.Max(0, before - 1)).Concat(_report.At(before)).Any(f => f.Phrase.Kind is "age" or "rank" && f.Last == before)
            || (place.Last + 1 < _report.Words.Count && _report.IsInName(place.Last + 1) && _report.Words[phrase.First].IsCyrillic);
    }

    private void FindPlace(FoundPhrase phrase)
    {
        var cue = CuesBeside(phrase.First).Where(c => c.Phrase.Kind != "farewell").OrderBy(c => c.First > phrase.First).ThenBy(c => Math.Abs(c.First - phrase.First)).FirstOrDefault();
        if (cue is null || ReportPlace.At(_report.Words, phrase.Last + 1, phrase.Phrase.Governs, IsTaken) is not { } place)
        {
            return;
        }

        var text = place.Name is null ? place.Region : place.Region is null ? place.Name : $"{place.Name}, {place.Region}";
        foreach (var casualty in _casualties.Where(c => c.Cues.Contains(cue)))
        {
            Set(casualty, RegisterField.DeathPlace, text, place.First, place.Last);
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

            if (IsBirth(date) || (IsLongBefore(date) && date.First > 0 && _report.IsInName(date.First - 1)))
            {
                Set(Owner(date.First, date.Last), RegisterField.BirthDate, date.Date.ToString(), date.First, date.Last);
            }
            else if (!IsLongBefore(date))
            {
                var near = CuesBeside(date.First).Where(c => c.Phrase.Kind != "farewell").MinBy(c => Math.Abs(c.First - date.First));
                foreach (var casualty in near is null ? [] : _casualties.Where(c => c.Cues.Contains(near)))
                {
                    SetDeath(casualty, date);
                }
            }

            i = date.Last;
        }
    }

    /// <summary>A date to the day goes over one to the month that stood before it.</summary>
    private void SetDeath(ReportedCasualty casualty, ReportDate date)
    {
        if (casualty.Values.TryGetValue(RegisterField.DeathDate, out var earlier) && PartialDate.TryParse(earlier.Value, out var known) && known.Grain == Grain.Year && date.Date.Grain != Grain.Year)
        {
            casualty.Values.Remove(RegisterField.DeathDate);
        }

        Set(casualty, RegisterField.DeathDate, date.Date.ToString(), date.First, date.Last);
    }

    /// <summary>Nobody is reported dead half a generation later; such a date beside a name is one of birth.</summary>
    private bool IsLongBefore(ReportDate date) => _report.Article.Published is { } published && published.First.Year - date.Date.Last.Year >= YearsBefore;

    private bool IsBirth(ReportDate date)
    {
        for (var i = Math.Max(0, date.First - 3); i < date.First; i++)
        {
            if (_report.At(i).Any(f => f.Phrase.Kind == "born" && f.Last < date.First) && _report.Words[i].Sentence == _report.Words[date.First].Sentence)
            {
                return true;
            }
        }

        return _report.Has(date.Last + 1, "born-year") && _report.Words[date.Last + 1].Sentence == _report.Words[date.First].Sentence;
    }

    /// <summary>The phrases for what became of people in a word's sentence.</summary>
    private IEnumerable<FoundPhrase> CuesBeside(int word) => _cues[_report.Words[word].Sentence];

    private ReportedCasualty? Find(NamedPerson person)
    {
        var name = (person.Surname, person.GivenName, person.Patronymic);
        if (!_named.TryGetValue(name, out var casualty))
        {
            _named[name] = casualty = _casualties.Find(c => c.IsNamed(person));
        }

        return casualty;
    }

    /// <summary>The casualty that words speak of: whose name follows them closely, or else who was named last before them.</summary>
    private ReportedCasualty? Owner(int first, int last)
    {
        var next = _report.PersonAfter(last);
        if (next is not null && next.First - last <= MarkedReport.Near && _report.Words[next.First].Sentence == _report.Words[first].Sentence && StandsBefore(last, next) && Find(next) is { } following && _report.CanBeCasualty(next))
        {
            return following;
        }

        var before = _report.PersonBefore(first);
        if (before is not null)
        {
            // Words beside the name of somebody else speak of him.
            return Find(before) is { } named && _report.CanBeCasualty(before) ? named
                : _report.Words[before.First].Sentence == _report.Words[first].Sentence ? null
                : LastNamed(first);
        }

        return next is not null && _report.Words[next.First].Sentence == _report.Words[first].Sentence ? Find(next) : _casualties.Count == 1 ? _casualties[0] : null;
    }

    private ReportedCasualty? LastNamed(int word) => _casualties.Where(c => c.Names.Exists(n => n.First < word)).MaxBy(c => c.Names.Where(n => n.First < word).Max(n => n.First));

    /// <summary>No comma and no phrase of a status parts words from the name that follows them.</summary>
    private bool StandsBefore(int last, NamedPerson next)
    {
        for (var i = last + 1; i <= next.First; i++)
        {
            if (_report.Words[i].Gap.IndexOfAny([',', ';', '(', ')', ':']) >= 0 && !(_report.Words[i].Gap == "," && i < next.First && _report.Has(i, "rank")))
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
