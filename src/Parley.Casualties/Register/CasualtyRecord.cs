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

    /// <summary>How well it is confirmed, by the evidence and by those who reviewed it.</summary>
    public ConfirmationLevel Level { get; init; }

    /// <summary>For each field that is known the value taken, the rule by which, and the values that contradict it.</summary>
    public ImmutableArray<FieldChoice> Choices { get; init; } = [];

    /// <summary>The mentions that count, in the order in which they came.</summary>
    public ImmutableArray<string> Mentions { get; init; } = [];

    /// <summary>Other forms of the name in the sources, each once.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>When a source first published it, as far as is known.</summary>
    public PartialDate? Reported { get; init; }

    /// <summary>The day (UTC) on which its first mention was recorded; null outside a register.</summary>
    public DateOnly? Recorded { get; init; }

    /// <summary>Reviewers who confirmed it, in the order of their names.</summary>
    public ImmutableArray<string> ConfirmedBy { get; init; } = [];

    /// <summary>Reviewers who rejected it.</summary>
    public ImmutableArray<string> RejectedBy { get; init; } = [];

    /// <summary>Fields in which the sources contradict each other.</summary>
    public IEnumerable<FieldChoice> Conflicts => Choices.Where(c => !c.Against.IsEmpty);

    /// <summary>Contradictions that no person has decided, or that teams have decided differently.</summary>
    public IEnumerable<FieldChoice> OpenConflicts => Conflicts.Where(c => c.Rule is not (ChoiceRule.Correction or ChoiceRule.LaterState));
}

/// <summary>The value that a record takes for a field, and why.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value.</param>
/// <param name="Rule">The rule that chose it.</param>
/// <param name="Against">Values that contradict it, each once.</param>
public sealed record FieldChoice(RegisterField Field, string Value, ChoiceRule Rule, ImmutableArray<string> Against)
{
    /// <summary>Whether what a source gives agrees with the value taken.</summary>
    public bool IsBorneOutBy(string given) => ValueAgreement.Agree(Field, given, Value);
}

/// <summary>Why a value was taken.</summary>
public enum ChoiceRule
{
    /// <summary>One source gives it.</summary>
    OnlySource,

    /// <summary>All sources that give one agree.</summary>
    Agreement,

    /// <summary>A person set it.</summary>
    Correction,

    /// <summary>Persons of two teams set it differently; this is what was set last.</summary>
    LaterCorrection,

    /// <summary>It follows a state that others give: missing, then found dead.</summary>
    LaterState,

    /// <summary>The best graded source gives it.</summary>
    BestSource,

    /// <summary>Most independent sources give it.</summary>
    MostSources,

    /// <summary>Nothing tells the values apart; it came first.</summary>
    FirstGiven,
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

    /// <summary>Nationality, as given.</summary>
    public string? Nationality { get; init; }

    /// <summary>Home place.</summary>
    public string? Home { get; init; }

    /// <summary>Region of the home place.</summary>
    public string? Region { get; init; }

    /// <summary>A civilian or what else.</summary>
    public PersonCategory Category { get; init; } = PersonCategory.Unknown;

    /// <summary>How a soldier came to serve.</summary>
    public ServiceKind Service { get; init; } = ServiceKind.Unknown;

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
public sealed record CasualtyIncident(PartialDate? Date, string? Place, string? Circumstances)
{
    /// <summary>What killed.</summary>
    public DeathCause Cause { get; init; } = DeathCause.Unknown;

    /// <summary>Place of burial, or null.</summary>
    public string? BurialPlace { get; init; }

    /// <summary>When a court declared the person dead, or null; <see cref="Date"/> is then the presumed day.</summary>
    public PartialDate? Declared { get; init; }

    /// <summary>Since when the person is, or was, missing or a prisoner, or null.</summary>
    public PartialDate? Missing { get; init; }
}

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

    /// <summary>Found alive after having been missing or taken for dead.</summary>
    Alive,
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

/// <summary>The status of a person under the law of war, as casualty recording has it.</summary>
public enum PersonCategory
{
    /// <summary>Not known; a value, not a gap.</summary>
    Unknown,

    /// <summary>A civilian.</summary>
    Civilian,

    /// <summary>Medical or religious personnel, or another protected person.</summary>
    OtherProtected,

    /// <summary>A member of armed forces.</summary>
    ArmedForces,

    /// <summary>A civilian taking direct part in hostilities.</summary>
    DirectParticipation,
}

/// <summary>How a soldier came to serve.</summary>
public enum ServiceKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A soldier by contract or profession.</summary>
    Regular,

    /// <summary>A conscript.</summary>
    Conscript,

    /// <summary>Called up from the reserve.</summary>
    Mobilised,

    /// <summary>A volunteer.</summary>
    Volunteer,

    /// <summary>Taken from a prison.</summary>
    Prisoner,

    /// <summary>In a private military company.</summary>
    PrivateCompany,

    /// <summary>Of a national guard or border guard.</summary>
    Guard,
}

/// <summary>What killed, in the classes of the indicator SDG 16.1.2.</summary>
public enum DeathCause
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Heavy weapons and explosive munitions.</summary>
    HeavyWeapons,

    /// <summary>Planted explosives and unexploded remnants.</summary>
    PlantedExplosives,

    /// <summary>Small arms and light weapons.</summary>
    SmallArms,

    /// <summary>Incendiary weapons.</summary>
    Incendiary,

    /// <summary>Chemical, biological, radiological or nuclear weapons.</summary>
    Cbrn,

    /// <summary>Electromagnetic weapons.</summary>
    Electromagnetic,

    /// <summary>Less lethal weapons.</summary>
    LessLethal,

    /// <summary>Denial of, or destruction of, what is needed to survive.</summary>
    DenialOfEssentials,

    /// <summary>Accidents related to the conflict.</summary>
    Accident,

    /// <summary>Other objects.</summary>
    OtherObjects,
}
