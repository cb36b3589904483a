namespace Parley.Casualties.Register;

/// <summary>How well a record is confirmed.</summary>
public enum ConfirmationLevel
{
    /// <summary>It was in the register and was removed.</summary>
    Withdrawn,

    /// <summary>Reviewers rejected it.</summary>
    Rejected,

    /// <summary>One item of a source that is not credible, or whose credibility is not known.</summary>
    Reported,

    /// <summary>One credible source, or several of one group; or more that awaits its reviewers.</summary>
    Probable,

    /// <summary>
    /// Two independent sources, or one document of an authority, a court or a relative; a name in full with something that rules out a
    /// namesake; and as many reviewers as the policy wants.
    /// </summary>
    Confirmed,
}

/// <summary>How far the review of a record has come.</summary>
public enum ReviewState
{
    /// <summary>Too few have looked.</summary>
    Open,

    /// <summary>Reviewers disagree.</summary>
    Disputed,

    /// <summary>Enough confirmed it.</summary>
    Confirmed,

    /// <summary>Enough rejected it.</summary>
    Rejected,
}

/// <summary>The fixed rule that gives a record its level of confirmation.</summary>
public static class Confirmation
{
    /// <summary>Grades from this letter on are not credible.</summary>
    private const char NotCredible = 'D';

    /// <summary>The level that a record's evidence bears, whoever reviewed it.</summary>
    public static ConfirmationLevel LevelOf(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var sources = record.Evidence.Select(e => e.Source).Distinct().ToArray();
        var credible = sources.Where(s => s.Reliability < NotCredible).ToArray();
        var groups = credible.Select(GroupOf).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        // A namesake can be ruled out only if more than the family name is known.
        var identified = record.Person is { FamilyName: not null, GivenName: not null }
            && (record.Person.Birth is not null || record.Person.Age is not null || record.Person.Home is not null || record.Person.Unit is not null);
        var document = credible.Any(s => s.Kind is SourceKind.Official or SourceKind.Court or SourceKind.Relative);
        return identified && (groups >= 2 || document) ? ConfirmationLevel.Confirmed
            : groups >= 1 || sources.Length >= 2 ? ConfirmationLevel.Probable
            : ConfirmationLevel.Reported;
    }

    /// <summary>The level by evidence and reviewers together.</summary>
    /// <param name="record">The record, with those who confirmed and rejected it.</param>
    /// <param name="reviewers">How many reviewers must have confirmed it.</param>
    public static ConfirmationLevel LevelOf(CasualtyRecord record, int reviewers)
    {
        var byEvidence = LevelOf(record);
        return StateOf(record, reviewers) switch
        {
            ReviewState.Rejected => ConfirmationLevel.Rejected,
            ReviewState.Disputed or ReviewState.Open when byEvidence == ConfirmationLevel.Confirmed => ConfirmationLevel.Probable,
            _ => byEvidence,
        };
    }

    /// <summary>
    /// How far the review of a record has come. So many persons as the policy wants must say the same, and more than say the opposite: where
    /// two disagree, a third decides.
    /// </summary>
    /// <param name="record">The record, with those who confirmed and rejected it.</param>
    /// <param name="reviewers">How many persons the policy wants.</param>
    public static ReviewState StateOf(CasualtyRecord record, int reviewers)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (confirmed, rejected) = (record.ConfirmedBy.Length, record.RejectedBy.Length);
        return confirmed > rejected && confirmed >= reviewers ? ReviewState.Confirmed
            : rejected > confirmed && rejected >= Math.Max(1, reviewers) ? ReviewState.Rejected
            : confirmed > 0 && rejected > 0 ? ReviewState.Disputed
            : reviewers == 0 ? ReviewState.Confirmed
            : ReviewState.Open;
    }

    /// <summary>Sources of one group count as one; one without a group is its own.</summary>
    internal static string GroupOf(CasualtySource source) => source.Group.Length > 0 ? source.Group : source.Name;
}
