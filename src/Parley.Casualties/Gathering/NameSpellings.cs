namespace Parley.Casualties.Gathering;

/// <summary>The names in a report, each spelling once with the persons so named: spellings are few where mentions are many. Immutable.</summary>
internal sealed class NameSpellings
{
    private readonly MarkedReport _report;
    private readonly int[] _spellings;
    private readonly List<NameForms> _forms = [];
    private readonly List<List<NamedPerson>> _persons = [];

    /// <summary>Collects the names of a report.</summary>
    public NameSpellings(MarkedReport report)
    {
        _report = report;
        var known = new Dictionary<(string?, string?, string?), int>();
        _spellings = new int[report.Persons.Count];
        for (var i = 0; i < _spellings.Length; i++)
        {
            var person = report.Persons[i];
            if (known.TryAdd((person.Surname, person.GivenName, person.Patronymic), _forms.Count))
            {
                _forms.Add(NameForms.Of(person));
                _persons.Add([]);
            }

            _spellings[i] = known[(person.Surname, person.GivenName, person.Patronymic)];
            _persons[_spellings[i]].Add(person);
        }
    }

    /// <summary>How many spellings there are.</summary>
    public int Count => _forms.Count;

    /// <summary>Which spelling a person is named by.</summary>
    public int Of(NamedPerson person) => _spellings[_report.IndexOf(person)];

    /// <summary>The forms of a spelling.</summary>
    public NameForms Forms(int spelling) => _forms[spelling];

    /// <summary>The persons named by a spelling, in order.</summary>
    public IReadOnlyList<NamedPerson> Persons(int spelling) => _persons[spelling];

    /// <summary>Whether two mentions can name the same person.</summary>
    public bool AreSame(NamedPerson one, NamedPerson other) => Of(one) == Of(other) || _forms[Of(one)].IsSameAs(_forms[Of(other)]);
}
