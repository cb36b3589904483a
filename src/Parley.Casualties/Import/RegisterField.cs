using System.Collections.Frozen;

namespace Parley.Casualties.Import;

/// <summary>A field of the register that a column or JSON member can be read into.</summary>
public enum RegisterField
{
    /// <summary>Not read.</summary>
    Ignored,

    /// <summary>Identifier of the record.</summary>
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

    /// <summary>Home place.</summary>
    Home,

    /// <summary>Military unit.</summary>
    Unit,

    /// <summary>Military rank.</summary>
    Rank,

    /// <summary>killed, died-of-wounds, missing, presumed, captured, unknown.</summary>
    Status,

    /// <summary>Date of the incident.</summary>
    DeathDate,

    /// <summary>Place of the incident.</summary>
    DeathPlace,

    /// <summary>Circumstances.</summary>
    Circumstances,

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

    /// <summary>The name of a field in files: <c>birth_date</c>.</summary>
    public static string FileName(RegisterField field) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(field.ToString());

    /// <summary>The field with a name, or <see cref="RegisterField.Ignored"/>.</summary>
    public static RegisterField Named(string name) => ByName.GetValueOrDefault(name.Trim());
}
