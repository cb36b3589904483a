namespace Parley.Casualties.Linkage;

/// <summary>What a column of a record file holds, which decides how its values are compared.</summary>
public enum FieldKind
{
    /// <summary>Not compared.</summary>
    Ignored,

    /// <summary>The record's own identifier, unique in the file.</summary>
    RecordId,

    /// <summary>Which list the record comes from.</summary>
    Source,

    /// <summary>The whole name in one cell; it is split into its parts.</summary>
    FullName,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Patronymic.</summary>
    Patronymic,

    /// <summary>Date of birth, to the day, month or year.</summary>
    BirthDate,

    /// <summary>Date of death, to the day, month or year.</summary>
    DeathDate,

    /// <summary>Age at death in full years; with the date of death it gives a birth interval.</summary>
    Age,

    /// <summary>A number or code given to one person (passport, service number): nearly unique.</summary>
    Identifier,

    /// <summary>A short code or number that many share (postcode, house number, sex).</summary>
    Code,

    /// <summary>A place, unit, address or other words.</summary>
    Text,
}
