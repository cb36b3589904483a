using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Casualties.Linkage;

/// <summary>One column of a record file.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Kind">What it holds.</param>
public sealed record MappedColumn(string Name, FieldKind Kind);

/// <summary>
/// Says what each column of a record file holds: by a mapping file (a line <c>heading = kind</c> each, <c>#</c> for comments), or else
/// by the heading, in English, Russian or Ukrainian. Columns that nothing is known of are not compared.
/// </summary>
public sealed class ColumnMap
{
    private static readonly FrozenDictionary<string, FieldKind> Headings = Table().ToFrozenDictionary(StringComparer.Ordinal);

    private ColumnMap(ImmutableArray<MappedColumn> columns) => Columns = columns;

    /// <summary>The columns in their order.</summary>
    public ImmutableArray<MappedColumn> Columns { get; }

    /// <summary>Headings that nothing is known of; their columns are not compared.</summary>
    public IEnumerable<string> Unknown => Columns.Where(c => c.Kind == FieldKind.Ignored && !Headings.ContainsKey(Key(c.Name))).Select(c => c.Name);

    /// <summary>Works out the kinds from headings.</summary>
    /// <param name="headings">The headings of a file.</param>
    /// <param name="overrides">Kinds that a mapping file gives, by heading.</param>
    public static ColumnMap Of(IEnumerable<string> headings, IReadOnlyDictionary<string, FieldKind>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var columns = headings.Select(h => new MappedColumn(h,
            overrides is not null && overrides.TryGetValue(h, out var given) ? given : Headings.GetValueOrDefault(Key(h)))).ToList();
        // "id" is a person's number where another column numbers the records.
        if (columns.Count(c => c.Kind == FieldKind.RecordId) > 1)
        {
            var first = columns.FindIndex(c => c.Kind == FieldKind.RecordId && Key(c.Name) != "id");
            first = first < 0 ? columns.FindIndex(c => c.Kind == FieldKind.RecordId) : first;
            for (var i = 0; i < columns.Count; i++)
            {
                if (i != first && columns[i].Kind == FieldKind.RecordId)
                {
                    columns[i] = columns[i] with { Kind = FieldKind.Ignored };
                }
            }
        }

        return new ColumnMap([.. columns]);
    }

    /// <summary>Reads a mapping file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="origin">Its name, for the message.</param>
    /// <exception cref="FormatException">A line is not <c>heading = kind</c> with a known kind.</exception>
    public static IReadOnlyDictionary<string, FieldKind> ReadOverrides(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var overrides = new Dictionary<string, FieldKind>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#')
            {
                continue;
            }

            var equals = trimmed.LastIndexOf('=');
            var kind = trimmed[(equals + 1)..].Trim().ToString();
            if (equals < 1 || Enum.GetValues<FieldKind>().Where(k => EnumName.Of(k) == kind).ToArray() is not [var known])
            {
                throw new FormatException($"{origin}: line {number}: 'heading = kind' is expected, kind one of {string.Join(", ", Enum.GetValues<FieldKind>().Select(EnumName.Of))}");
            }

            overrides[trimmed[..equals].Trim().ToString()] = known;
        }

        return overrides;
    }

    private static string Key(string heading) =>
        string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant().Replace('ё', 'е');

    private static IEnumerable<KeyValuePair<string, FieldKind>> Table()
    {
        foreach (var (kind, names) in new (FieldKind, string)[]
        {
            (FieldKind.RecordId, "recid recordid id record recordno rowid uid key номер ид"),
            (FieldKind.Source, "source list sourcelist listname dataset origin database file источник список джерело"),
            (FieldKind.FullName, "name fullname personname fio фио пиб имяполностью"),
            (FieldKind.FamilyName, "surname familyname lastname family last sname lname secondname фамилия прізвище"),
            (FieldKind.GivenName, "givenname firstname forename given first gname fname имя ім'я імя"),
            (FieldKind.Patronymic, "patronymic middlename middle fathersname fathername fathers отчество побатькові"),
            (FieldKind.BirthDate, "dateofbirth birthdate dob born birth birthday birthyear yearofbirth yob датарождения рождения годрождения датанародження"),
            (FieldKind.DeathDate, "dateofdeath deathdate dod died death deathyear killedon датасмерти датагибели датазагибелі"),
            (FieldKind.Age, "age ageatdeath ageyears возраст вік"),
            (FieldKind.Identifier, "socsecid ssn socialsecuritynumber passport taxid inn snils servicenumber personalnumber phone email nationalid pin инн снилс паспорт телефон"),
            (FieldKind.Code, "postcode zip zipcode postalcode streetnumber housenumber house sex gender state phoneprefix пол стать индекс"),
            (FieldKind.Text, "address address1 address2 addressline1 addressline2 street suburb city town place region province oblast district village settlement "
                + "homeplace home residence placeofbirth birthplace placeofdeath deathplace burialplace cemetery unit militaryunit regiment brigade rank category status "
                + "occupation adresse locality municipality country регион область город село место звание часть подразделение місто звання"),
            // Known, and never to be compared: the truth of a test file, remarks, and where the record was read.
            (FieldKind.Ignored, "person personid personno entity entityid cluster clusterid truth trueid truecluster matchid url link note notes comment remark remarks text date regionkind published"),
        })
        {
            foreach (var name in names.Split(' '))
            {
                yield return new(name.Replace("'", "", StringComparison.Ordinal), kind);
            }
        }
    }
}
