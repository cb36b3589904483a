using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parley.Casualties.Publication;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>Something that was done to the register. Events are only ever appended; the records are what follows from them.</summary>
public abstract record RegisterEvent
{
    /// <summary>Number of the event in the ledger's history; 0 before it is appended.</summary>
    [JsonIgnore]
    public long Sequence { get; init; }

    /// <summary>When it was done, in UTC.</summary>
    public required DateTimeOffset When { get; init; }

    /// <summary>Who did it: a person's name, or the program's.</summary>
    public required string Who { get; init; }

    /// <summary>Why, in words; empty if the program did it.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>A mention was added.</summary>
public sealed record MentionAdded : RegisterEvent
{
    /// <summary>The mention.</summary>
    public required CasualtyMention Mention { get; init; }
}

/// <summary>A mention counts no more: its source was withdrawn, or its page does not say it any longer.</summary>
public sealed record MentionRetracted : RegisterEvent
{
    /// <summary>Id of the mention.</summary>
    public required string Mention { get; init; }
}

/// <summary>A person set a field of a record, against whatever the sources say.</summary>
public sealed record FieldCorrected : RegisterEvent
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <summary>The field.</summary>
    public required RegisterField Field { get; init; }

    /// <summary>What it was before, or null.</summary>
    public string? Old { get; init; }

    /// <summary>What it is now; null takes an earlier correction back.</summary>
    public string? New { get; init; }
}

/// <summary>A record was removed from what is shown and counted, or put back; its history stays.</summary>
public sealed record RecordRemoved : RegisterEvent
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <summary>Whether it was put back.</summary>
    public bool Restored { get; init; }
}

/// <summary>A reviewer confirmed or rejected a record.</summary>
public sealed record RecordReviewed : RegisterEvent
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <summary>The verdict.</summary>
    public required ReviewVerdict Verdict { get; init; }
}

/// <summary>A reviewer decided whether two mentions are of one person.</summary>
public sealed record PairDecided : RegisterEvent
{
    /// <summary>Id of one mention, or of its record.</summary>
    public required string First { get; init; }

    /// <summary>Id of the other.</summary>
    public required string Second { get; init; }

    /// <summary>Whether they are one person; null takes an earlier decision back.</summary>
    public bool? Same { get; init; }
}

/// <summary>A run of the linkage joined or parted mentions.</summary>
public sealed record MentionsLinked : RegisterEvent
{
    /// <summary>The groups that changed, each with all of its mentions, single ones too.</summary>
    public required ImmutableArray<ImmutableArray<string>> Groups { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Pairs that the run could not decide, with the chance that they are one person; they replace those of the run before.</summary>
    public ImmutableArray<DoubtfulPair> Doubtful { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>The inclusion criteria were set or changed.</summary>
public sealed record PolicySet : RegisterEvent
{
    /// <summary>Name of the policy's file.</summary>
    public required string Origin { get; init; }

    /// <summary>The policy as it was written.</summary>
    public required string Text { get; init; }
}

/// <summary>Articles of the ledger were read for casualties.</summary>
public sealed record ArticlesGathered : RegisterEvent
{
    /// <summary>What read them, with its version.</summary>
    public required string Maker { get; init; }

    /// <summary>The articles.</summary>
    public required ImmutableArray<ArticleId> Articles { get; init => field = value.IsDefault ? [] : value; }
}

/// <summary>A release of the register was published.</summary>
public sealed record ReleaseMade : RegisterEvent
{
    /// <summary>Date and number of the release on that day: 2024-05-31.1.</summary>
    public required string Version { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Program { get; init; }

    /// <summary>The ledger's head that it was made from, <c>SEQUENCE:HASH</c>.</summary>
    public required string Cutoff { get; init; }

    /// <summary>What it holds.</summary>
    public required ReleasePlan Plan { get; init; }

    /// <summary>Its files, by name.</summary>
    public required ImmutableArray<ReleasedFile> Files { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Number of the last record of the history that it was made from.</summary>
    [JsonIgnore]
    public long CutoffSequence => LedgerHead.TryParse(Cutoff, out var head) ? head.Sequence : 0;
}

/// <summary>Two mentions that may be of one person.</summary>
/// <param name="First">Id of one.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Chance">The chance that they are, 0 to 1.</param>
public sealed record DoubtfulPair(string First, string Second, double Chance);

/// <summary>What a reviewer says of a record.</summary>
public enum ReviewVerdict
{
    /// <summary>The evidence bears the record.</summary>
    Confirm,

    /// <summary>It does not.</summary>
    Reject,

    /// <summary>The reviewer takes an earlier verdict back.</summary>
    Withdraw,
}
