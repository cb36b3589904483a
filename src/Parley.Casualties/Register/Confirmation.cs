namespace Parley.Casualties.Register;

/// <summary>How well a record is confirmed.</summary>
public enum ConfirmationLevel
{
    /// <summary>One item of a source that is not credible, or whose credibility is not known.</summary>
    Reported,

    /// <summary>One credible source, or several of one group.</summary>
    Probable,

    /// <summary>Two independent sources, or one document of an authority, a court or a relative; and a name in full.</summary>
    Confirmed,
}

/// <summary>The fixed rule that gives a record its level of confirmation from its evidence.</summary>
public static class Confirmation
{
    /// <summary>Grades from this letter on are not credible.</summary>
    private const char NotCredible = 'D';

    /// <summary>The level of a record.</summary>
    public static ConfirmationLevel LevelOf(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var sources = record.Evidence.Select(e => e.Source).Distinct().ToArray();
        var credible = sources.Where(s => s.Reliability < NotCredible).ToArray();
        var groups = credible.Select(s => s.Group.Length > 0 ? s.Group : s.Name).Distinct(StringComparer.Ordinal).Count();
        // A namesake can be ruled out only if more than the family name is known.
        var identified = record.Person is { FamilyName: not null, GivenName: not null }
            && (record.Person.Birth is not null || record.Person.Age is not null || record.Person.Home is not null || record.Person.Unit is not null);
        var document = credible.Any(s => s.Kind is SourceKind.Official or SourceKind.Court or SourceKind.Relative);
        return identified && (groups >= 2 || document) ? ConfirmationLevel.Confirmed
            : groups >= 1 || sources.Length >= 2 ? ConfirmationLevel.Probable
            : ConfirmationLevel.Reported;
    }
}
