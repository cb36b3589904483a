
namespace Parley.Casualties.Register;

/// <summary>Which records to show; whatever is null does not restrict.</summary>
public sealed record RegisterFilter
{
    /// <summary>Words of the name, unit, home or place, whatever the case of the letters.</summary>
    public string? Text { get; init; }

    /// <summary>Status.</summary>
    public CasualtyStatus? Status { get; init; }

    /// <summary>Least level of confirmation; withdrawn and rejected records are left out if null.</summary>
    public ConfirmationLevel? Level { get; init; }

    /// <summary>The incident may have been on this day or later. Records without a date are left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The incident may have been on this day or earlier. Records without a date are left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Name of a source that gives it, whatever the case of the letters.</summary>
    public string? Source { get; init; }

    /// <summary>Only those whose sources contradict each other.</summary>
    public bool OnlyConflicts { get; init; }

    /// <summary>Only those that meet these criteria.</summary>
    public InclusionPolicy? Policy { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether a record is wanted.</summary>
    public bool Admits(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Level >= (Level ?? ConfirmationLevel.Reported)
            && (Status is null || record.Status == Status)
            && (From is null || (record.Incident.Date is { } later && later.Last >= From))
            && (To is null || (record.Incident.Date is { } sooner && sooner.First <= To))
            && (Source is null || record.Evidence.Any(e => e.Source.Name.Equals(Source, StringComparison.OrdinalIgnoreCase)))
            && (!OnlyConflicts || record.Conflicts.Any())
            && (Policy is null || Policy.Failed(record).IsEmpty)
            && (Text is null || Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Texts(record).Any(t => t?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)));
    }

    private static IEnumerable<string?> Texts(CasualtyRecord record) =>
    [
        record.Person.FamilyName, record.Person.GivenName, record.Person.Patronymic, record.Person.Unit, record.Person.Home, record.Person.Region,
        record.Incident.Place, .. record.OtherNames,
    ];
}
