using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>One named death, or one person missing or captured, with the evidence for every value.</summary>
public sealed record CasualtyRecord
{
    /// <summary>Identifier, unique in a register.</summary>
    public required string Id { get; init; }

    /// <summary>Who it is.</summary>
    public required CasualtyPerson Person { get; init; }

    /// <summary>What happened to the person.</summary>
    public CasualtyStatus Status { get; init; } = CasualtyStatus.Unknown;

    /// <summary>Where and when it happened, as far as is known.</summary>
    public CasualtyIncident Incident { get; init; } = new(null, null, null);

    /// <summary>What the record rests on, in the order in which it was found.</summary>
    public ImmutableArray<CasualtyEvidence> Evidence { get; init; } = [];
}

/// <summary>A person of the register; what is not known is null.</summary>
public sealed record CasualtyPerson
{
    /// <summary>Family name as first given; other forms stand in the evidence.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>Patronymic.</summary>
    public string? Patronymic { get; init; }

    /// <summary>Date of birth with its precision.</summary>
    public PartialDate? Birth { get; init; }

    /// <summary>Age at the incident in full years, 0 to 120, if it was given rather than a date of birth.</summary>
    public int? Age { get; init; }

    /// <summary>Sex.</summary>
    public PersonSex Sex { get; init; } = PersonSex.Unknown;

    /// <summary>Home place.</summary>
    public string? Home { get; init; }

    /// <summary>Military unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Military rank.</summary>
    public string? Rank { get; init; }

    /// <summary>
    /// The youngest age that the person may have had at a date, in full years; null if neither date of birth nor age is known.
    /// </summary>
    public int? YoungestAgeAt(PartialDate? date)
    {
        if (Birth is not { } birth || date is not { } at)
        {
            return Age;
        }

        var (born, then) = (birth.Last, at.First);
        return Math.Max(0, then.Year - born.Year - (then < born.AddYears(Math.Max(0, then.Year - born.Year)) ? 1 : 0));
    }
}

/// <summary>Where and when it happened.</summary>
/// <param name="Date">The date with its precision, or null.</param>
/// <param name="Place">The place, or null.</param>
/// <param name="Circumstances">In the words of the source, or null.</param>
public sealed record CasualtyIncident(PartialDate? Date, string? Place, string? Circumstances);

/// <summary>What is known to have become of a person.</summary>
public enum CasualtyStatus
{
    /// <summary>Not known; a value, not a gap.</summary>
    Unknown,

    /// <summary>Killed.</summary>
    Killed,

    /// <summary>Died of wounds.</summary>
    DiedOfWounds,

    /// <summary>Missing.</summary>
    Missing,

    /// <summary>Presumed dead, as by a court's decision.</summary>
    Presumed,

    /// <summary>Captured and, as far as is known, alive.</summary>
    Captured,
}

/// <summary>Sex as the source gives it.</summary>
public enum PersonSex
{
    /// <summary>Not given.</summary>
    Unknown,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,
}
