using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>What moved between two states of one register.</summary>
public static class RegisterComparison
{
    private static readonly RegisterFilter All = new() { Level = ConfirmationLevel.Withdrawn };

    /// <summary>The records that are new, gone into others, or changed, in the order of the later register.</summary>
    public static ImmutableArray<RecordChange> Compare(CasualtyRegister before, CasualtyRegister after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var earlier = before.Records(All).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<RecordChange>();
        foreach (var record in after.Records(All))
        {
            if (!earlier.Remove(record.Id, out var was))
            {
                var parent = before.RecordOf(record.Id);
                changes.Add(new RecordChange(record, parent is null ? $"new, {EnumName.Of(record.Level)}" : $"parted from {parent.Id}", parent is null ? ChangeKind.New : ChangeKind.Parted));
            }
            else if (Differences(was, record) is { Length: > 0 } what)
            {
                changes.Add(new RecordChange(record, what, ChangeKind.Changed));
            }
        }

        foreach (var gone in earlier.Values)
        {
            changes.Add(new RecordChange(gone, $"joined with {after.RecordOf(gone.Id)?.Id}", ChangeKind.Joined));
        }

        return changes.ToImmutable();
    }

    private static string Differences(CasualtyRecord was, CasualtyRecord now)
    {
        var what = new List<string>();
        if (was.Level != now.Level)
        {
            what.Add($"{EnumName.Of(was.Level)} before, {EnumName.Of(now.Level)} now");
        }

        var values = was.Choices.ToDictionary(c => c.Field, c => c.Value);
        foreach (var choice in now.Choices)
        {
            if (!values.Remove(choice.Field, out var old))
            {
                what.Add($"{RegisterFields.FileName(choice.Field)} is {choice.Value}");
            }
            else if (old != choice.Value)
            {
                what.Add($"{RegisterFields.FileName(choice.Field)} was {old}, is {choice.Value}");
            }
        }

        what.AddRange(values.Keys.Select(f => $"{RegisterFields.FileName(f)} is known no more"));
        if (!was.Mentions.SequenceEqual(now.Mentions))
        {
            what.Add($"{was.Mentions.Length} mentions before, {now.Mentions.Length} now");
        }

        return string.Join("; ", what);
    }
}

/// <summary>What moved in one record.</summary>
/// <param name="Record">The record as it is now, or as it was if it is gone.</param>
/// <param name="What">What moved, in words.</param>
/// <param name="Kind">Whether it came, went or changed.</param>
public sealed record RecordChange(CasualtyRecord Record, string What, ChangeKind Kind);

/// <summary>How a record moved.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    New,

    /// <summary>It went into another one.</summary>
    Joined,

    /// <summary>It was part of another one.</summary>
    Parted,

    /// <summary>Its level, values or mentions changed.</summary>
    Changed,
}
