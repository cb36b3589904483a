using System.Collections.Immutable;
using Parley.Casualties.Gathering;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Parley.Ledger;

namespace Parley.Casualties.Updating;

/// <summary>
/// Brings a register up to date: reads the articles that were not read, links, estimates, and tells what moved since the last time and why,
/// also what people and other teams did meanwhile. A second run right after finds nothing.
/// </summary>
/// <param name="grades">What is known of the sources.</param>
/// <param name="options">How to link.</param>
/// <param name="when">When it is done, in UTC.</param>
public sealed class RegisterUpdater(SourceGrades grades, LinkageOptions options, DateTimeOffset when)
{
    private const string Who = "parley";

    /// <summary>Updates; appending the events is the caller's.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellation">Stops the run.</param>
    public UpdateReport Update(LedgerReader ledger, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var register = CasualtyRegister.Read(ledger);
        var last = register.Events.OfType<RegisterUpdated>().LastOrDefault();
        var before = last is null ? CasualtyRegister.Of([]) : CasualtyRegister.Read(ledger, last.Sequence);
        var gathering = new CasualtyGatherer(grades, when).Gather(ledger, register, again: false, cancellation);
        var events = ImmutableArray.CreateBuilder<RegisterEvent>();
        events.AddRange(gathering.Events);
        var after = CasualtyRegister.Of([.. register.Events, .. events]);
        var linkage = new RegisterLinker(options).Link(after, cancellation);
        if (linkage.ToEvent(when) is { } linked)
        {
            events.Add(linked);
            after = CasualtyRegister.Of([.. register.Events, .. events]);
        }

        var estimate = RegisterEstimate.Of(after);
        if (events.Count > 0 || last is null || register.LastSequence > last.Sequence)
        {
            events.Add(new RegisterUpdated { When = when, Who = Who, Estimate = estimate.Recorded });
        }

        var changes = RegisterComparison.Compare(before, after);
        return new UpdateReport
        {
            Since = last?.Sequence ?? 0,
            Articles = gathering.Articles,
            Mentions = gathering.Mentions,
            Linkage = linkage.Summary,
            Changes = Explained(changes, after, last?.Sequence ?? 0),
            Levels = Levels(before, after),
            EstimateBefore = last?.Estimate,
            Estimate = estimate.Recorded,
            EstimateCauses = last?.Estimate is { } was && was.HasSameCounts(estimate.Recorded) ? [] : Causes(RegisterEstimate.Of(before), estimate, changes),
            Queue = ReviewItems.Of(after).Count(),
            Events = events.ToImmutable(),
        };
    }

    private static ImmutableArray<ExplainedChange> Explained(ImmutableArray<RecordChange> changes, CasualtyRegister after, long since)
    {
        var about = new Dictionary<string, List<RegisterEvent>>(StringComparer.Ordinal);
        foreach (var what in after.Localised.Where(e => e.Sequence > since))
        {
            foreach (var record in what.Concerns.Select(id => after.RecordOf(id)?.Id).OfType<string>().Distinct())
            {
                (about.TryGetValue(record, out var events) ? events : about[record] = []).Add(what);
            }
        }

        return [.. changes.Select(c => new ExplainedChange(c, about.TryGetValue(after.RecordOf(c.Record.Id)?.Id ?? "", out var events) ? [.. events] : []))];
    }

    private static ImmutableArray<LevelChange> Levels(CasualtyRegister before, CasualtyRegister after) =>
    [
        .. Enum.GetValues<ConfirmationLevel>().Select(level => new LevelChange(level, Count(before, level), Count(after, level))).Where(c => c.Before != c.Now),
    ];

    private static int Count(CasualtyRegister register, ConfirmationLevel level) =>
        register.Records(new RegisterFilter { Level = ConfirmationLevel.Withdrawn }).Count(r => r.Level == level);

    /// <summary>Why the counts are others: who came, who went, who is on other lists.</summary>
    private static ImmutableArray<string> Causes(RegisterEstimate before, RegisterEstimate after, ImmutableArray<RecordChange> changes)
    {
        var kinds = changes.ToDictionary(c => c.Record.Id, c => c.Kind, StringComparer.Ordinal);
        var came = after.PatternOf.Keys.Where(id => !before.PatternOf.ContainsKey(id)).ToList();
        var went = before.PatternOf.Keys.Where(id => !after.PatternOf.ContainsKey(id)).ToList();
        var moved = after.PatternOf.Count(p => before.PatternOf.TryGetValue(p.Key, out var was) && Names(before, was) != Names(after, p.Value));
        var causes = ImmutableArray.CreateBuilder<string>();
        Add(came.Count(id => kinds.GetValueOrDefault(id) == ChangeKind.New), "new");
        Add(came.Count(id => kinds.GetValueOrDefault(id) == ChangeKind.Parted), "parted from another");
        Add(came.Count(id => kinds.GetValueOrDefault(id) == ChangeKind.Changed), "counted now and not before");
        Add(went.Count(id => kinds.GetValueOrDefault(id) == ChangeKind.Joined), "merged with another");
        Add(went.Count(id => kinds.GetValueOrDefault(id) != ChangeKind.Joined), "counted no more");
        Add(moved, "on other lists than before");
        if (!before.Lists.IsEmpty && !before.Lists.SequenceEqual(after.Lists))
        {
            causes.Add($"the lists are {string.Join(", ", after.Lists)}, before {string.Join(", ", before.Lists)}");
        }

        return causes.ToImmutable();

        void Add(int persons, string what)
        {
            if (persons > 0)
            {
                causes.Add($"{persons} person{(persons == 1 ? "" : "s")} {what}");
            }
        }
    }

    private static string Names(RegisterEstimate estimate, int pattern) => string.Join(' ', estimate.Lists.Where((_, i) => (pattern & (1 << i)) != 0));
}
