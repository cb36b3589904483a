using System.Collections.Immutable;
using System.Globalization;
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
    private const int WordsBeforeName = 6;
    private const int YearsBefore = 15;

    /// <summary>Later states go over earlier ones, and the finer word over the plainer.</summary>
    private static readonly ImmutableArray<string> Statuses = ["alive", "presumed", "died-of-wounds", "killed", "missing", "captured"];

    private readonly Article _article;
    private readonly ReportText _report;
    private readonly IReadOnlyList<ReportWord> _words;
    private readonly List<FoundPhrase>?[] _phrases;
    private readonly List<NamedPerson> _persons;
    private readonly List<FoundPhrase> _cues = [];
    private readonly bool[] _inName;
    private readonly List<Casualty> _casualties = [];

    private CasualtyFinder(Article article)
    {
        _article = article;
        _report = ReportText.Of(article);
        _words = _report.Words;
        _phrases = new List<FoundPhrase>?[_words.Count];
        var inPhrase = new bool[_words.Count];
        for (var i = 0; i < _words.Count; i++)
        {
            foreach (var phrase in GatheringTables.At(_words, i))
            {
                (_phrases[i] ??= []).Add(phrase);
                if (phrase.Phrase.Kind is "rank" or "status" or "death" or "farewell" or "speaker" or "relative" or "category" or "service" or "source" or "born")
                {
                    inPhrase.AsSpan(phrase.First..(phrase.Last + 1)).Fill(true);
                }
            }
        }

        _persons = PersonNameFinder.Find(_report, i => inPhrase[i]);
        _inName = new bool[_words.Count];
        _persons.ForEach(p => _inName.AsSpan(p.First..(p.Last + 1)).Fill(true));
    }

    /// <summary>The casualties in the order in which they are named, each with the values of its fields in the order of the fields.</summary>
    public static ImmutableArray<ImmutableArray<MentionValue>> Find(Article article)
    {
        var finder = new CasualtyFinder(article);
        finder.FindCues();
        finder.FindInSentences();
        finder.FindInLists();
        finder.FindFields();
        return [.. finder._casualties.OrderBy(c => c.Names[0].First).Select(c => c.Values.Values.ToImmutableArray())];
    }

    /// <summary>Whether the report is an obituary by its own words.</summary>
    public static bool IsObituary(Article article)
    {
        var report = ReportText.Of(article);
        return Enumerable.Range(0, report.Words.Count).Any(i => GatheringTables.At(report.Words, i).Any(f => f.Phrase.Kind == "source"));
    }

    private IEnumerable<FoundPhrase> At(int word) => _phrases[word] ?? Enumerable.Empty<FoundPhrase>();

    private bool Has(int word, string kind) => word >= 0 && word < _words.Count && At(word).Any(f => f.Phrase.Kind == kind);

    /// <summary>Whether a phrase of a kind ends right before a word.</summary>
    private bool EndsBefore(int word, string kind) => Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(i => At(i).Any(f => f.Phrase.Kind == kind && f.Last == word - 1));

    private void FindCues()
    {
        var speaksOfWar = Enumerable.Range(0, _words.Count).Any(i => Has(i, "war") || Has(i, "rank") || ReportUnit.At(_words, i) is not null);
        for (var i = 0; i < _words.Count; i++)
        {
            foreach (var phrase in At(i).Where(f => f.Phrase.Kind == "status" || (f.Phrase.Kind is "death" or "farewell" && speaksOfWar && !Has(i, "status"))))
            {
                if (!Has(i - 1, "negator") || _words[i - 1].Sentence != _words[i].Sentence)
                {
                    _cues.Add(phrase);
                }
            }
        }
    }

    private void FindInSentences()
    {
        foreach (var cue in _cues)
        {
            var sentence = _words[cue.First].Sentence;
            var named = _persons.Where(p => _words[p.First].Sentence == sentence && CanBeCasualty(p)).ToList();
            var certain = named.Where(p => p.IsKnown || IsBeside(p, cue) || Find(p) is not null).ToList();
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

    /// <summary>"The dead:" and then a name at the beginning of every paragraph or list item.</summary>
    private void FindInLists()
    {
        foreach (var cue in _cues)
        {
            var last = cue.Last;
            while (last + 1 < _words.Count && _words[last + 1].Block == _words[cue.First].Block)
            {
                last++;
            }

            if (!_report.After(last).TrimStart().StartsWith(":", StringComparison.Ordinal))
            {
                continue;
            }

            for (var start = last + 1; start < _words.Count;)
            {
                var block = _words[start].Block;
                var person = _persons.Find(p => _words[p.First].Block == block && p.First - start < WordsBeforeName && CanBeCasualty(p));
                if (person is null)
                {
                    break;
                }

                Add(person, cue);
                while (start < _words.Count && _words[start].Block == block)
                {
                    start++;
                }
            }
        }
    }

    /// <summary>Whoever speaks, holds an office or mourns is no casualty of the report.</summary>
    private bool CanBeCasualty(NamedPerson person)
    {
        if ((Has(person.First - 1, "relative") && _words[person.First].Follows) || (!person.IsKnown && EndsBefore(person.First, "place")))
        {
            return false;
        }

        // An office may be three words long: глава Ржевского района Иван Петров.
        for (var i = person.First - 1; i >= Math.Max(0, person.First - 4) && _words[i].Sentence == _words[person.First].Sentence && _words[i + 1].Follows; i--)
        {
            if (Has(i, "speaker"))
            {
                return false;
            }

            if (Has(i, "rank") || Has(i, "status") || Has(i, "death") || Has(i, "farewell") || _inName[i])
            {
                break;
            }
        }

        var after = person.Last + 1;
        return !(after < _words.Count && _words[after].Sentence == _words[person.First].Sentence && _words[after].Gap is "" or "," or "\"," or "”," or "»," && Has(after, "speaker")
            && !At(after).Any(f => f.Phrase.Kind == "status"));
    }

    /// <summary>For a name that only its capitals show to be one: a rank or an age at it, or the phrase right beside it.</summary>
    private bool IsBeside(NamedPerson person, FoundPhrase cue)
    {
        return IsDescribed(person) || (cue.First > person.Last && cue.First - person.Last <= WordsBeforeName) || cue.Last == person.First - 1;
    }

    private bool IsDescribed(NamedPerson person) => AgeAfter(person) is not null
        || Enumerable.Range(Math.Max(0, person.First - 4), Math.Min(4, person.First)).Any(i => At(i).Any(f => f.Phrase.Kind is "rank" or "age" && f.Last == person.First - 1));

    /// <summary>Whom a phrase without a name speaks of: the casualty, or else the only person, named last before it.</summary>
    private NamedPerson? Antecedent(FoundPhrase cue)
    {
        var known = _casualties.SelectMany(c => c.Names).Where(n => n.First < cue.First).MaxBy(n => n.First);
        var near = _persons.Where(p => p.First < cue.First && (p.IsKnown || IsDescribed(p)) && CanBeCasualty(p) && _words[cue.First].Sentence - _words[p.First].Sentence <= 3).MaxBy(p => p.First);
        return near ?? known;
    }

    private Casualty? Find(NamedPerson person) => _casualties.Find(c => c.Names.Exists(n => n.IsSameAs(person)));

    private void Add(NamedPerson person, FoundPhrase cue)
    {
        if (Find(person) is not { } casualty)
        {
            if (_casualties.Count == MostCasualties || (person.Surname is null && person.Patronymic is null))
            {
                return;
            }

            // All mentions of the name in the report, so that what follows any of them is found.
            _casualties.Add(casualty = new Casualty([.. _persons.Where(p => p.IsSameAs(person) && CanBeCasualty(p)).Append(person).Distinct().OrderBy(p => p.First)]));
            SetName(casualty, casualty.Names.MaxBy(n => (n.Patronymic is null ? 0 : 1, n.GivenName is { Length: > 1 } ? 1 : 0, -n.First))!);
        }

        casualty.Cues.Add(cue);
        var status = casualty.Values.GetValueOrDefault(RegisterField.Status);
        if (status is null || Statuses.IndexOf(cue.Phrase.Value) < Statuses.IndexOf(status.Value))
        {
            var span = _report.Between(cue.First, cue.Last);
            casualty.Values[RegisterField.Status] = new MentionValue(RegisterField.Status, cue.Phrase.Value, _report.Quote(span), span);
            var sentence = SentenceOf(cue.First);
            casualty.Values[RegisterField.Circumstances] = new MentionValue(RegisterField.Circumstances, Clip(_report.Quote(sentence)), null, sentence);
        }
    }

    private void SetName(Casualty casualty, NamedPerson person)
    {
        var span = _report.Between(person.First, person.Last);
        var words = _report.Quote(span);
        Set(casualty, RegisterField.Surname, person.Surname, words, span);
        Set(casualty, RegisterField.GivenName, person.GivenName, words, span);
        Set(casualty, RegisterField.Patronymic, person.Patronymic, words, span);
        Set(casualty, RegisterField.Sex, person.Sex == PersonSex.Unknown ? null : EnumName.Of(person.Sex), words, span);
    }

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
                if (AgeAfter(name) is { } age)
                {
                    Set(casualty, RegisterField.Age, age.Number.ToString(CultureInfo.InvariantCulture), age.First, age.Last);
                }
            }
        }

        for (var i = 0; i < _words.Count; i++)
        {
            if (ReportUnit.At(_words, i) is { } unit)
            {
                SetUnit(Owner(unit.First, unit.Last), unit.First, unit.Last);
            }

            foreach (var phrase in At(i))
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
            case "rank" when !(phrase.First > 0 && At(phrase.First - 1).Any(f => f.Phrase.Kind == "rank" && f.Last >= phrase.Last)):
                Set(Owner(phrase.First, phrase.Last), RegisterField.Rank, value, phrase.First, phrase.Last);
                break;
            case "service":
                var owner = Owner(phrase.First, phrase.Last);
                Set(owner, RegisterField.Service, value, phrase.First, phrase.Last);
                if (value == "private-company" && ReportUnit.Quoted(_words, phrase.Last) is { } end)
                {
                    SetUnit(owner, phrase.First, end);
                }

                break;
            case "category":
                Set(Owner(phrase.First, phrase.Last), RegisterField.Category, value, phrase.First, phrase.Last);
                break;
            case "home" when ReportPlace.At(_words, phrase.Last + 1, phrase.Phrase.Governs, IsTaken) is { } home && IsHome(phrase, home):
                var dweller = Owner(phrase.First, home.Last);
                Set(dweller, RegisterField.Home, home.Name, home.First, home.Last);
                Set(dweller, RegisterField.Region, home.Region, home.First, home.Last);
                break;
            case "settlement" when _words[phrase.First].Gap == "," && _words[phrase.First].IsCyrillic && ReportPlace.At(_words, phrase.First, "nom", IsTaken) is { } listed
                && Owner(phrase.First, listed.Last) is { } local && _cues.TrueForAll(c => _words[c.First].Sentence != _words[phrase.First].Sentence):
                Set(local, RegisterField.Home, listed.Name, listed.First, listed.Last);
                Set(local, RegisterField.Region, listed.Region, listed.First, listed.Last);
                break;
            case "place" when !Has(phrase.First, "home"):
                FindPlace(phrase);
                break;
        }
    }

    private void SetUnit(Casualty? casualty, int first, int last)
    {
        var span = _report.Between(first, last);
        if (_report.After(last) is ['»' or '"' or '”', ..])
        {
            span = new TextSpan(span.Start, span.Length + 1);
        }

        Set(casualty, RegisterField.Unit, _report.Quote(span), _report.Quote(span), span);
    }

    /// <summary>"From" and "of" name a home only right after a name or an age, "из" before it or after a word for a person.</summary>
    private bool IsHome(FoundPhrase phrase, ReportPlace place)
    {
        if (phrase.Phrase.Length > 1 || _words[phrase.First].Lower is not ("from" or "of" or "из" or "з" or "із"))
        {
            return true;
        }

        var before = phrase.First - 1;
        if (before < 0 || _words[before].Sentence != _words[phrase.First].Sentence)
        {
            return false;
        }

        var name = _persons.FindLast(p => p.Last < phrase.First && _words[p.First].Sentence == _words[phrase.First].Sentence);
        return (name is not null && before - name.Last <= WordsBeforeName && _cues.TrueForAll(c => c.First < name.Last || c.First > phrase.First)) || char.IsAsciiDigit(_words[before].Text[0]) || Has(before, "years") || Has(before, "category") || Has(before, "service") || Has(before, "rank")
            || At(Math.Max(0, before - 1)).Concat(At(before)).Any(f => f.Phrase.Kind is "age" or "rank" && f.Last == before)
            || (place.Last + 1 < _words.Count && _inName[place.Last + 1] && _words[phrase.First].IsCyrillic);
    }

    private void FindPlace(FoundPhrase phrase)
    {
        var cue = _cues.Where(c => c.Phrase.Kind != "farewell" && _words[c.First].Sentence == _words[phrase.First].Sentence).OrderBy(c => c.First > phrase.First).ThenBy(c => Math.Abs(c.First - phrase.First)).FirstOrDefault();
        if (cue is null || ReportPlace.At(_words, phrase.Last + 1, phrase.Phrase.Governs, IsTaken) is not { } place)
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
        for (var i = 0; i < _words.Count; i++)
        {
            if (ReportDate.At(_words, i, _article.Published) is not { } date)
            {
                continue;
            }

            // (05.05.1990 – 03.02.2023): a life.
            if (date.Last + 1 < _words.Count && _words[date.Last + 1].Gap is "-" or "–" or "—" && ReportDate.At(_words, date.Last + 1, null) is { } end && end.Date.First >= date.Date.Last
                && end.Date.Last.Year - date.Date.First.Year is > 0 and <= RegisterValue.OldestAge && Owner(date.First, end.Last) is { } person)
            {
                Set(person, RegisterField.BirthDate, date.Date.ToString(), date.First, date.Last);
                Set(person, RegisterField.DeathDate, end.Date.ToString(), end.First, end.Last);
                i = end.Last;
                continue;
            }

            if (IsBirth(date) || (IsLongBefore(date) && date.First > 0 && _inName[date.First - 1]))
            {
                Set(Owner(date.First, date.Last), RegisterField.BirthDate, date.Date.ToString(), date.First, date.Last);
            }
            else if (!IsLongBefore(date))
            {
                var near = _cues.Where(c => c.Phrase.Kind != "farewell" && _words[c.First].Sentence == _words[date.First].Sentence).MinBy(c => Math.Abs(c.First - date.First));
                foreach (var casualty in near is null ? [] : _casualties.Where(c => c.Cues.Contains(near)))
                {
                    SetDeath(casualty, date);
                }
            }

            i = date.Last;
        }
    }

    /// <summary>A date to the day goes over one to the month that stood before it.</summary>
    private void SetDeath(Casualty casualty, ReportDate date)
    {
        if (casualty.Values.TryGetValue(RegisterField.DeathDate, out var earlier) && PartialDate.TryParse(earlier.Value, out var known) && known.Grain == Grain.Year && date.Date.Grain != Grain.Year)
        {
            casualty.Values.Remove(RegisterField.DeathDate);
        }

        Set(casualty, RegisterField.DeathDate, date.Date.ToString(), date.First, date.Last);
    }

    /// <summary>Nobody is reported dead half a generation later; such a date beside a name is one of birth.</summary>
    private bool IsLongBefore(ReportDate date) => _article.Published is { } published && published.First.Year - date.Date.Last.Year >= YearsBefore;

    private bool IsBirth(ReportDate date)
    {
        for (var i = Math.Max(0, date.First - 3); i < date.First; i++)
        {
            if (At(i).Any(f => f.Phrase.Kind == "born" && f.Last < date.First) && _words[i].Sentence == _words[date.First].Sentence)
            {
                return true;
            }
        }

        return Has(date.Last + 1, "born-year") && _words[date.Last + 1].Sentence == _words[date.First].Sentence;
    }

    /// <summary>The casualty that words speak of: whose name follows them closely, or else who was named last before them.</summary>
    private Casualty? Owner(int first, int last)
    {
        var next = _persons.Find(p => p.First > last);
        if (next is not null && next.First - last <= WordsBeforeName && _words[next.First].Sentence == _words[first].Sentence && StandsBefore(last, next) && Find(next) is { } following && CanBeCasualty(next))
        {
            return following;
        }

        var before = _persons.FindLast(p => p.Last < first);
        if (before is not null)
        {
            // Words beside the name of somebody else speak of him.
            return Find(before) is { } named && CanBeCasualty(before) ? named
                : _words[before.First].Sentence == _words[first].Sentence ? null
                : LastNamed(first);
        }

        return next is not null && _words[next.First].Sentence == _words[first].Sentence ? Find(next) : _casualties.Count == 1 ? _casualties[0] : null;
    }

    private Casualty? LastNamed(int word) => _casualties.Where(c => c.Names.Exists(n => n.First < word)).MaxBy(c => c.Names.Where(n => n.First < word).Max(n => n.First));

    /// <summary>No comma and no phrase of a status parts words from the name that follows them.</summary>
    private bool StandsBefore(int last, NamedPerson next)
    {
        for (var i = last + 1; i <= next.First; i++)
        {
            if (_words[i].Gap.IndexOfAny([',', ';', '(', ')', ':']) >= 0 && !(_words[i].Gap == "," && i < next.First && Has(i, "rank")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Иванов, 25 лет; Carter, 25, of Leeds; Carter (25).</summary>
    private FoundAge? AgeAfter(NamedPerson person)
    {
        var at = person.Last + 1;
        if (at >= _words.Count || _words[at].Block != _words[person.First].Block || _words[at].Gap is not ("," or "(" or "" or "–" or "—")
            || !int.TryParse(_words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > RegisterValue.OldestAge)
        {
            return null;
        }

        if (Has(at + 1, "years") && _words[at + 1].Follows)
        {
            return new FoundAge(number, at, at + 1);
        }

        if (ReportDate.At(_words, at, _article.Published) is not null)
        {
            return null;
        }

        var after = _report.After(at).TrimStart();
        return _words[at].Gap is "," or "(" && (after.IsEmpty || after[0] is ',' or ')' or '.' or ';' || Has(at + 1, "home")) ? new FoundAge(number, at, at) : null;
    }

    private bool IsTaken(int word) => _inName[word] && _persons.Exists(p => p.IsKnown && p.First <= word && p.Last >= word)
        || At(word).Any(f => f.Phrase.Kind is "status" or "rank" or "service") || GatheringTables.IsUnitHead(_words[word].Lower);

    private void Set(Casualty? casualty, RegisterField field, string? value, int first, int last)
    {
        var span = _report.Between(first, last);
        Set(casualty, field, value, _report.Quote(span), span);
    }

    private static void Set(Casualty? casualty, RegisterField field, string? value, string words, TextSpan span)
    {
        if (casualty is not null && value is { Length: > 0 })
        {
            casualty.Values.TryAdd(field, new MentionValue(field, value, words == value ? null : words, span));
        }
    }

    private TextSpan SentenceOf(int word)
    {
        var (first, last) = (word, word);
        while (first > 0 && _words[first - 1].Sentence == _words[word].Sentence)
        {
            first--;
        }

        while (last + 1 < _words.Count && _words[last + 1].Sentence == _words[word].Sentence)
        {
            last++;
        }

        return _report.Between(first, last);
    }

    private static string Clip(string text) => text.Length <= LongestCircumstances ? text : string.Concat(text.AsSpan(0, LongestCircumstances), "…");

    private sealed record FoundAge(int Number, int First, int Last);

    /// <summary>A casualty: where the report names it, what is said to have become of it, and its fields.</summary>
    private sealed class Casualty(List<NamedPerson> names)
    {
        public List<NamedPerson> Names { get; } = names;

        public HashSet<FoundPhrase> Cues { get; } = [];

        public SortedDictionary<RegisterField, MentionValue> Values { get; } = [];
    }
}
