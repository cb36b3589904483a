using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Casualties.Register;

/// <summary>A field of the register that a column, a JSON member or words of a report can be read into.</summary>
public enum RegisterField
{
    /// <summary>Not read.</summary>
    Ignored,

    /// <summary>What the source calls its item.</summary>
    Id,

    /// <summary>The whole name, to be split.</summary>
    Name,

    /// <summary>Family name.</summary>
    Surname,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Patronymic.</summary>
    Patronymic,

    /// <summary>Date of birth: YYYY, YYYY-MM, YYYY-MM-DD or DD.MM.YYYY.</summary>
    BirthDate,

    /// <summary>Age in full years, 0 to 120.</summary>
    Age,

    /// <summary>male or female.</summary>
    Sex,

    /// <summary>ISO 3166 code or name of the country.</summary>
    Nationality,

    /// <summary>Home place.</summary>
    Home,

    /// <summary>Region of the home place.</summary>
    Region,

    /// <summary>A civilian or what else; see <see cref="PersonCategory"/>.</summary>
    Category,

    /// <summary>How a soldier came to serve; see <see cref="ServiceKind"/>.</summary>
    Service,

    /// <summary>Military unit.</summary>
    Unit,

    /// <summary>Military rank.</summary>
    Rank,

    /// <summary>killed, died-of-wounds, missing, presumed, captured, alive, unknown.</summary>
    Status,

    /// <summary>Date of the death.</summary>
    DeathDate,

    /// <summary>Place of the incident.</summary>
    DeathPlace,

    /// <summary>What killed; see <see cref="DeathCause"/>.</summary>
    Cause,

    /// <summary>Circumstances, in the source's words.</summary>
    Circumstances,

    /// <summary>Place of burial.</summary>
    BurialPlace,

    /// <summary>Date of a court's decision that declares the person dead; beside it stands the presumed date of death.</summary>
    DeclaredDate,

    /// <summary>Date since which the person is missing or a prisoner.</summary>
    MissingDate,

    /// <summary>When the source published it.</summary>
    Reported,

    /// <summary>Name of the source.</summary>
    Source,

    /// <summary>Kind of the source.</summary>
    SourceKind,

    /// <summary>Grade of the source, A to F.</summary>
    Reliability,

    /// <summary>Independence group of the source.</summary>
    Group,

    /// <summary>Where the source says it.</summary>
    Citation,
}

/// <summary>Names of the register's fields as files have them.</summary>
internal static class RegisterFields
{
    private static readonly FrozenDictionary<string, RegisterField> ByName = Enum.GetValues<RegisterField>()
        .SelectMany(f => new[] { (FileName(f), f), (FileName(f).Replace("_", "", StringComparison.Ordinal), f) }).DistinctBy(p => p.Item1)
        .ToFrozenDictionary(p => p.Item1, p => p.f, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields that tell of the person and the death, in the order in which they are shown.</summary>
    public static IReadOnlyList<RegisterField> OfRecords { get; } =
        [.. Enum.GetValues<RegisterField>().Where(f => f is > RegisterField.Name and < RegisterField.Reported)];

    /// <summary>The name of a field in files: <c>birth_date</c>.</summary>
    public static string FileName(RegisterField field) => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.ToString());

    /// <summary>The field with a name, or <see cref="RegisterField.Ignored"/>.</summary>
    public static RegisterField Named(string name) => ByName.GetValueOrDefault(name.Trim());
}

/// <summary>Writes a field as files name it: <c>birth_date</c>.</summary>
internal sealed class RegisterFieldConverter() : JsonStringEnumConverter<RegisterField>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
