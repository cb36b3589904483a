namespace Parley.Casualties.Register;

/// <summary>A record's name as people write it.</summary>
public static class RecordName
{
    /// <summary>Family name, given name and patronymic, as far as they are known and may be shown.</summary>
    public static string Of(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Join(' ', new[] { record.Person.FamilyName, record.Person.GivenName, record.Person.Patronymic }.Where(p => p is not null)) is { Length: > 0 } name ? name : "(withheld)";
    }
}
