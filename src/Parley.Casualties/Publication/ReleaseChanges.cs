using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Publication;

/// <summary>What became of a record between two releases.</summary>
internal enum ReleaseChangeKind
{
    /// <summary>It was not in the register.</summary>
    New,

    /// <summary>It was in the register and did not meet the criteria.</summary>
    NowCounted,

    /// <summary>It was part of another record.</summary>
    Parted,

    /// <summary>What is shown of it changed.</summary>
    Corrected,

    /// <summary>It went into another record.</summary>
    Joined,

    /// <summary>It was removed, or nothing that counts says it any longer.</summary>
    Removed,

    /// <summary>Reviewers rejected it.</summary>
    Rejected,

    /// <summary>It meets the criteria no more.</summary>
    NoLongerCounted,
}

/// <summary>A change between two releases.</summary>
/// <param name="Id">The record; null where the criteria say that those gone are counted only.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Fields">Names of the fields that changed. What they were is not told again: it may have been about somebody else.</param>
/// <param name="Into">The record that it went into.</param>
internal sealed record ReleaseChange(string? Id, ReleaseChangeKind Kind, ImmutableArray<string> Fields, string? Into = null);

/// <summary>What changed since the release before.</summary>
/// <param name="Since">Version of that release.</param>
/// <param name="Before">Records that it published.</param>
/// <param name="ByKind">How many changes there are of each kind, those that are in <paramref name="Changes"/> and those that are not.</param>
/// <param name="Changes">The changes, by kind, then by id.</param>
/// <param name="IsPolicyChanged">Whether the inclusion criteria changed.</param>
internal sealed record ReleaseChanges(
    string Since, int Before, ImmutableArray<(ReleaseChangeKind Kind, int Count)> ByKind, ImmutableArray<ReleaseChange> Changes, bool IsPolicyChanged)
{
    /// <summary>Compares what two releases published.</summary>
    public static ReleaseChanges Between(
        string since, CasualtyRegister before, IReadOnlyCollection<CasualtyRecord> publishedBefore, CasualtyRegister after, IReadOnlyCollection<CasualtyRecord> published)
    {
        var old = publishedBefore.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var now = published.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var changes = new List<ReleaseChange>();
        foreach (var record in published)
        {
            if (!old.TryGetValue(record.Id, out var was))
            {
                changes.Add(new(record.Id, before.RecordOf(record.Id) is not { } known ? ReleaseChangeKind.New : known.Id == record.Id ? ReleaseChangeKind.NowCounted : ReleaseChangeKind.Parted, []));
            }
            else if (Differences(was, record) is { IsEmpty: false } fields)
            {
                changes.Add(new(record.Id, ReleaseChangeKind.Corrected, fields));
            }
        }

        foreach (var was in publishedBefore.Where(r => !now.ContainsKey(r.Id)))
        {
            var record = after.RecordOf(was.Id);
            changes.Add(
                record is not null && record.Id != was.Id && now.ContainsKey(record.Id) ? new(was.Id, ReleaseChangeKind.Joined, [], record.Id)
                : new(was.Id, record?.Level switch { ConfirmationLevel.Withdrawn or null => ReleaseChangeKind.Removed, ConfirmationLevel.Rejected => ReleaseChangeKind.Rejected, _ => ReleaseChangeKind.NoLongerCounted }, []));
        }

        var isNamed = after.Policy.ShowsRemovedIds;
        return new(
            since,
            publishedBefore.Count,
            [.. Enum.GetValues<ReleaseChangeKind>().Select(k => (k, changes.Count(c => c.Kind == k)))],
            [.. changes.Where(c => isNamed || !IsGone(c.Kind)).OrderBy(c => c.Kind).ThenBy(c => c.Id, StringComparer.Ordinal)],
            !before.Policy.Lines().SequenceEqual(after.Policy.Lines()));
    }

    /// <summary>Whether the record is published no more and went into no other.</summary>
    public static bool IsGone(ReleaseChangeKind kind) => kind is ReleaseChangeKind.Removed or ReleaseChangeKind.Rejected or ReleaseChangeKind.NoLongerCounted;

    private static ImmutableArray<string> Differences(CasualtyRecord was, CasualtyRecord now)
    {
        var (before, after) = (Shown(was), Shown(now));
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(f => before.GetValueOrDefault(f) != after.GetValueOrDefault(f)).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the files show of a record, by field.</summary>
    private static Dictionary<string, string> Shown(CasualtyRecord record)
    {
        var shown = RegisterExport.Shown(record).Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value!, StringComparer.Ordinal);
        shown.Remove("recorded");
        shown["evidence"] = string.Join('\n', record.Evidence.Select(e => $"{e.Field} {e.Value} {e.Source.Name} {e.Citation}"));
        shown["other_names"] = string.Join('\n', record.OtherNames);
        return shown;
    }
}
