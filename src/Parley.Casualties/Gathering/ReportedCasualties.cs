namespace Parley.Casualties.Gathering;

/// <summary>The casualties found in a report: found again by name, by what is said of them, and by where they are named.</summary>
/// <param name="report">The report.</param>
internal sealed class ReportedCasualties(MarkedReport report)
{
    private const int MostCasualties = 2000;
    private const int MostSpellings = 16;
    private const int MostMentions = 1000;

    private readonly NameSpellings _names = new(report);
    private readonly List<ReportedCasualty> _all = [];
    private readonly Dictionary<int, (ReportedCasualty? Casualty, int LookedAt)> _bySpelling = [];
    private readonly Dictionary<FoundPhrase, HashSet<ReportedCasualty>> _byCue = [];
    private readonly Dictionary<int, ReportedCasualty> _byMention = [];
    private readonly SortedSet<int> _mentions = [-1];

    /// <summary>True if there were more casualties than are read from one report.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The casualties in the order in which they were found.</summary>
    public IReadOnlyList<ReportedCasualty> All => _all;

    /// <summary>The casualty of a person's name, or null.</summary>
    public ReportedCasualty? Find(NamedPerson person)
    {
        var spelling = _names.Of(person);
        var (casualty, lookedAt) = _bySpelling.GetValueOrDefault(spelling);
        if (casualty is null && lookedAt < _all.Count)
        {
            var forms = _names.Forms(spelling);
            var index = _all.FindIndex(lookedAt, c => c.IsNamed(forms));
            casualty = index < 0 ? null : _all[index];
            _bySpelling[spelling] = (casualty, _all.Count);
        }

        return casualty;
    }

    /// <summary>The casualty of a person's name, new if there is none yet; null if the name is not enough, or if there are too many.</summary>
    public ReportedCasualty? FindOrAdd(NamedPerson person)
    {
        if (Find(person) is { } known)
        {
            return known;
        }

        if (person.Surname is null && person.Patronymic is null)
        {
            return null;
        }

        if (_all.Count == MostCasualties)
        {
            IsCut = true;
            return null;
        }

        // All mentions of the name in the report, so that what follows any of them is found.
        var forms = NameForms.Of(person);
        var spellings = Enumerable.Range(0, _names.Count).Where(s => _names.Forms(s).IsSameAs(forms)).Take(MostSpellings).ToList();
        var mentions = spellings.SelectMany(_names.Persons).Where(report.Predicates.CanBeCasualty).Take(MostMentions).Append(person).Distinct().OrderBy(p => p.First);
        var casualty = new ReportedCasualty([.. mentions], [.. spellings.Select(_names.Forms)]);
        _all.Add(casualty);
        foreach (var name in casualty.Names)
        {
            _mentions.Add(name.First);
            _byMention.TryAdd(name.First, casualty);
        }

        return casualty;
    }

    /// <summary>Notes that a phrase says what became of a casualty.</summary>
    public void Join(FoundPhrase cue, ReportedCasualty casualty)
    {
        if (!_byCue.TryGetValue(cue, out var casualties))
        {
            _byCue[cue] = casualties = [];
        }

        casualties.Add(casualty);
    }

    /// <summary>The casualties of which a phrase says what became of them.</summary>
    public IReadOnlyCollection<ReportedCasualty> Of(FoundPhrase cue) => _byCue.TryGetValue(cue, out var casualties) ? casualties : [];

    /// <summary>Whether two mentions can name the same person.</summary>
    public bool AreSame(NamedPerson one, NamedPerson other) => _names.AreSame(one, other);

    /// <summary>The last mention of a casualty before a word, or null.</summary>
    public NamedPerson? LastMention(int before) => _mentions.GetViewBetween(-1, before - 1).Max is >= 0 and var first ? report.PersonAt(first) : null;

    /// <summary>The casualty mentioned last before a word, or null.</summary>
    public ReportedCasualty? LastMentioned(int before) => LastMention(before) is { } mention ? _byMention[mention.First] : null;
}
