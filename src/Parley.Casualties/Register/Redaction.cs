namespace Parley.Casualties.Register;

/// <summary>For whom an export is made.</summary>
public enum PublicationProfile
{
    /// <summary>Anyone: no minors' names, no living persons, no homes, no citations of persons.</summary>
    Public,

    /// <summary>A partner team: everything but the living.</summary>
    Partner,

    /// <summary>The team itself.</summary>
    Internal,
}

/// <summary>Makes the copy of a record that a profile may show; the record itself stays as it is.</summary>
public static class Redaction
{
    /// <summary>Age from which a person is an adult.</summary>
    public const int AdultAge = 18;

    /// <summary>The copy, or null if the profile may not show the record at all.</summary>
    public static CasualtyRecord? Apply(CasualtyRecord record, PublicationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (profile == PublicationProfile.Internal)
        {
            return record;
        }

        // Whoever may be alive is shown to nobody outside.
        if (record.Status is CasualtyStatus.Captured or CasualtyStatus.Missing or CasualtyStatus.Unknown)
        {
            return null;
        }

        if (profile == PublicationProfile.Partner)
        {
            return record;
        }

        var youngest = record.Person.YoungestAgeAt(record.Incident.Date);
        var person = record.Person with { Home = null };
        if (youngest < AdultAge)
        {
            person = new CasualtyPerson { Age = youngest, Sex = person.Sex };
        }

        return record with
        {
            Person = person,
            Incident = record.Incident with { Circumstances = null },
            Evidence = [.. record.Evidence.Where(e => e.Source.Kind is not (SourceKind.Relative or SourceKind.Volunteer) && IsPublic(e.Field, youngest))],
        };
    }

    private static bool IsPublic(string field, int? youngest) => youngest < AdultAge
        ? field is "status" or "death_date"
        : field is not ("home" or "circumstances" or "name");
}
