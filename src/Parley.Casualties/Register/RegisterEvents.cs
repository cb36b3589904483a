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

    /// <summary>The team that did it and its number there; null if it was done here.</summary>
    public EventOrigin? ByTeam { get; init; }

    /// <summary>Who did it, told apart from people of other teams who have, or are given, the same name.</summary>
    [JsonIgnore]
    internal (string Team, string Who) Author => (ByTeam?.Team ?? "", Who.ToUpperInvariant());

    /// <summary>Ids of the mentions, or of the records named by them, that it is about.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Concerns => [];

    /// <summary>The same event with other ids in place of those that it is about; of a mention that is added its own id stays.</summary>
    internal virtual RegisterEvent Renamed(Func<string, string> id) => this;
}

/// <summary>Where an event that came from another team was done.</summary>
/// <param name="Team">The team.</param>
/// <param name="Sequence">Number of the event in the history of that team's ledger.</param>
public sealed record EventOrigin(string Team, long Sequence);

/// <summary>A mention was added.</summary>
public sealed record MentionAdded : RegisterEvent
{
    /// <summary>The mention.</summary>
    public required CasualtyMention Mention { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [Mention.Id];
}

/// <summary>A mention counts no more: its source was withdrawn, or its page does not say it any longer.</summary>
public sealed record MentionRetracted : RegisterEvent
{
    /// <summary>Id of the mention.</summary>
    public required string Mention { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [Mention];

    /// <inheritdoc/>
    internal override RegisterEvent Renamed(Func<string, string> id) => this with { Mention = id(Mention) };
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

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [Record];

    /// <inheritdoc/>
    internal override RegisterEvent Renamed(Func<string, string> id) => this with { Record = id(Record) };
}

/// <summary>A record was removed from what is shown and counted, or put back; its history stays.</summary>
public sealed record RecordRemoved : RegisterEvent
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <summary>Whether it was put back.</summary>
    public bool Restored { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [Record];

    /// <inheritdoc/>
    internal override RegisterEvent Renamed(Func<string, string> id) => this with { Record = id(Record) };
}

/// <summary>Somebody asked for a record to be removed: a relative, a reader, the person. Reviewers remove it or refuse.</summary>
public sealed record RemovalAsked : RegisterEvent
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [Record];

    /// <inheritdoc/>
    internal override RegisterEvent Renamed(Func<string, string> id) => this with { Record = id(Record) };
}

/// <summary>A reviewer looked at a removal that was asked for, or that another team did, and let the matter rest.</summary>
public sealed record RemovalSettled : RegisterEvent
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [Record];

    /// <inheritdoc/>
    internal override RegisterEvent Renamed(Func<string, string> id) => this with { Record = id(Record) };
}

/// <summary>A reviewer confirmed or rejected a record.</summary>
public sealed record RecordReviewed : RegisterEvent
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <summary>The verdict.</summary>
    public required ReviewVerdict Verdict { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [Record];

    /// <inheritdoc/>
    internal override RegisterEvent Renamed(Func<string, string> id) => this with { Record = id(Record) };
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

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => [First, Second];

    /// <inheritdoc/>
    internal override RegisterEvent Renamed(Func<string, string> id) => this with { First = id(First), Second = id(Second) };
}

/// <summary>A run of the linkage joined or parted mentions.</summary>
public sealed record MentionsLinked : RegisterEvent
{
    /// <summary>The groups that changed, each with all of its mentions, single ones too.</summary>
    public required ImmutableArray<ImmutableArray<string>> Groups { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Pairs that the run could not decide, with the chance that they are one person; they replace those of the run before.</summary>
    public ImmutableArray<DoubtfulPair> Doubtful { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was compared, and how sure the run is; null in histories of older versions.</summary>
    public LinkageSummary? Summary { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Concerns => Groups.SelectMany(g => g);
}

/// <summary>What a run of the linkage over the register compared, and the errors that it states.</summary>
/// <param name="Maker">What linked, with its version.</param>
/// <param name="Mentions">How many mentions were linked.</param>
/// <param name="Persons">Of how many persons they are.</param>
/// <param name="Threshold">Chance at and above which two mentions are held to be of one person, 0 to 1.</param>
/// <param name="PairsCompared">How many pairs were compared.</param>
/// <param name="Links">How many pairs of mentions are of one person.</param>
/// <param name="FalseLinks">Share of the links expected to be false, 0 to 1.</param>
/// <param name="MixedPersons">Share of the persons of two mentions or more who are expected to be two persons or more, 0 to 1.</param>
/// <param name="LinkRecall">Share of the matching pairs that are linked, by an audit, 0 to 1.</param>
/// <param name="BlockingRecall">Share of the matching pairs that were compared, by the audit, 0 to 1.</param>
public sealed record LinkageSummary(
    string Maker, int Mentions, int Persons, double Threshold, long PairsCompared, long Links, double FalseLinks, double MixedPersons, double LinkRecall, double BlockingRecall);

/// <summary>The inclusion criteria were set or changed.</summary>
public sealed record PolicySet : RegisterEvent
{
    /// <summary>Name of the policy's file.</summary>
    public required string Origin { get; init; }

    /// <summary>The policy as it was written.</summary>
    public required string Text { get; init; }
}

/// <summary>The team gave itself the name under which others know what it did.</summary>
public sealed record TeamNamed : RegisterEvent
{
    /// <summary>The name.</summary>
    public required string Team { get; init; }
}

/// <summary>A package of another team was merged; what came with it follows in the history.</summary>
public sealed record PackageMerged : RegisterEvent
{
    /// <summary>The team that made the package.</summary>
    public required string Team { get; init; }

    /// <summary>SHA-256 of the package.</summary>
    public required ContentHash Package { get; init; }

    /// <summary>For whom it was made.</summary>
    public required PublicationProfile Profile { get; init; }

    /// <summary>How many events of it were new here.</summary>
    public required int Events { get; init; }
}

/// <summary>The register was brought up to date: read, linked, estimated. The next update tells what moved since.</summary>
public sealed record RegisterUpdated : RegisterEvent
{
    /// <summary>What was estimated then.</summary>
    public required RecordedEstimate Estimate { get; init; }
}

/// <summary>An estimate from the register's own sources, as an update made it.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Lists">Kinds of source that were taken for lists.</param>
/// <param name="Counts">How many persons are on each pattern of lists; bit i of the index is list i.</param>
/// <param name="Value">The estimate of all dead, seen and unseen; null if the data bear none.</param>
/// <param name="Lower">Lower limit of its 95 % interval, or null.</param>
/// <param name="Upper">Upper limit, or null.</param>
/// <param name="Refusal">Why there is no value, or null.</param>
/// <param name="Seed">Seed of everything random.</param>
public sealed record RecordedEstimate(
    string Method, ImmutableArray<string> Lists, ImmutableArray<long> Counts, double? Value, double? Lower, double? Upper, string? Refusal, int Seed)
{
    /// <summary>How many persons were counted.</summary>
    [JsonIgnore]
    public long Observed => Counts.IsDefault ? 0 : Counts.Sum();

    /// <summary>Whether another estimate rests on the same counts.</summary>
    public bool HasSameCounts(RecordedEstimate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Method == other.Method && Lists.SequenceEqual(other.Lists) && Counts.SequenceEqual(other.Counts);
    }
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
