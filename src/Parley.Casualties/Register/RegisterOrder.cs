namespace Parley.Casualties.Register;

/// <summary>
/// The order in which events of several teams are taken: by the time at which they were done, and within a team always as its own ledger
/// has them, even if its clock was set back. So two registers that hold the same events follow from them in the same way, whichever came
/// first. Of an event that packages told several times the last telling is taken, which is the fullest.
/// </summary>
internal static class RegisterOrder
{
    /// <summary>Name of the team that keeps the register, while it has not named itself.</summary>
    private const string Nameless = "";

    /// <summary>The events in their order; those that are not in a ledger yet follow the last one of it.</summary>
    /// <param name="events">In the order of the ledger's history.</param>
    public static IReadOnlyList<RegisterEvent> Of(IEnumerable<RegisterEvent> events)
    {
        var all = events.ToList();
        var last = 0L;
        for (var i = 0; i < all.Count; i++)
        {
            all[i] = all[i].Sequence == 0 ? all[i] with { Sequence = last + 1 } : all[i];
            last = Math.Max(last, all[i].Sequence);
        }

        if (all.TrueForAll(e => e.ByTeam is null))
        {
            return all;
        }

        var told = new Dictionary<EventOrigin, long>();
        foreach (var what in all.Where(e => e.ByTeam is not null))
        {
            told[what.ByTeam!] = Math.Max(what.Sequence, told.GetValueOrDefault(what.ByTeam!));
        }

        all.RemoveAll(e => e.ByTeam is not null && e.Sequence < told[e.ByTeam]);
        var team = all.OfType<TeamNamed>().LastOrDefault(t => t.ByTeam is null)?.Team ?? Nameless;
        var times = Times(all);
        return [.. all.Select((e, i) => (Event: e, Time: times[i], Sequence: e.ByTeam?.Sequence ?? e.Sequence, Team: e.ByTeam?.Team ?? team))
            .OrderBy(e => e.Time).ThenBy(e => e.Sequence).ThenBy(e => e.Team, StringComparer.Ordinal).Select(e => e.Event)];
    }

    /// <summary>For each event when it was done; for those done here, in the ledger's order, never earlier than the one before.</summary>
    public static IReadOnlyList<DateTimeOffset> Times(IReadOnlyList<RegisterEvent> events)
    {
        var times = new DateTimeOffset[events.Count];
        var latest = DateTimeOffset.MinValue;
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = events[i].ByTeam is not null || events[i].When > latest ? events[i].When : latest;
            latest = events[i].ByTeam is null ? times[i] : latest;
        }

        return times;
    }
}
