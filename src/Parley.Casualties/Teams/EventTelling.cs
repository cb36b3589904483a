using Parley.Casualties.Register;

namespace Parley.Casualties.Teams;

/// <summary>
/// Compares how two packages tell one event. What may be told of an event depends on the day: a mention stays unsaid while the person may be alive, a
/// reason while the record is hidden. So tellings are ordered, and a register keeps the fullest one that it heard, in whatever order they came.
/// </summary>
internal static class EventTelling
{
    /// <summary>Whether the second tells more than the first; null if they tell of different things.</summary>
    public static bool? IsFuller(RegisterEvent held, RegisterEvent told) => IsSame(held, told) ? false : (held, told) switch
    {
        (MentionAdded one, MentionAdded other) => !IsSame(one with { Mention = other.Mention, Reason = other.Reason }, other) ? null : IsFuller(one.Mention, other.Mention),
        _ when held.GetType() != told.GetType() || !IsSame(held with { Reason = "" }, told with { Reason = "" }) => null,
        _ => held.Reason.Length == 0 ? true : told.Reason.Length == 0 ? false : null,
    };

    private static bool? IsFuller(CasualtyMention held, CasualtyMention told) =>
        Redaction.IdOutside(held) == Redaction.IdOutside(told) ? (held.Withheld, told.Withheld) switch
        {
            (not null, null) => true,
            (null, not null) => false,
            _ => null,
        }
        : Redaction.ForAnyone(told).Any(c => c.Id == held.Id) ? true
        : Redaction.ForAnyone(held).Any(c => c.Id == told.Id) ? false
        : null;

    private static bool IsSame(RegisterEvent one, RegisterEvent other) =>
        one.GetType() == other.GetType() && RegisterHistory.Write(one).Json.AsSpan().SequenceEqual(RegisterHistory.Write(other).Json);
}
