using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>An attribution resolved: actor, date said, chain, sourcing, polarity, event, issues and stance. Spans count UTF-16 units of the article's text.</summary>
public sealed record Statement
{
    /// <summary>Name of the statement, derived from document hash, article and spans: the same words read twice have the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>Source, cue and content.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>Who said it; null where the text gives nobody.</summary>
    public ActorReference? Actor { get; init; }

    /// <summary>True where the text has words for the source ("he", "the latter") and it is not known whom they mean.</summary>
    [JsonIgnore] public bool HasUnresolvedSource => Actor is null && !Attribution.Source.IsEmpty;

    /// <summary>Those between the reader and the source, outermost first.</summary>
    public ImmutableArray<Via> Via { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How the source is identified.</summary>
    public required Sourcing Sourcing { get; init; }

    /// <summary>How many sources it rests on where the text says a number ("two unspecified sources"), or null.</summary>
    public int? SourceCount { get; init; }

    /// <summary>When it was said; null if it cannot be known.</summary>
    public TimeExpression? Said { get; init; }

    /// <summary>What the source does with the content.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>PLOVER code of the act, e.g. REJECT; null for mere information.</summary>
    public string? Event { get; init; }

    /// <summary>To whom it was said, or null.</summary>
    public string? Addressee { get; init; }

    /// <summary>Ids of the statements that this one denies, confirms or answers.</summary>
    public ImmutableArray<string> About { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Topics of the talks it is about, most important first; keys of the issue taxonomy.</summary>
    public ImmutableArray<string> Issues { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The actor's stance on the first issue, or null.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Words of the condition if the stance is conditional.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>Calibrated probability that source and content are right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>For each derived field, the rule or model behind it and the words it rests on.</summary>
    public ImmutableArray<Evidence> Why { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What made the record.</summary>
    public required MakerId Maker { get; init; }
}

/// <summary>Why a derived field has its value.</summary>
/// <param name="Field">Name of the field as exported, e.g. <c>polarity</c>.</param>
/// <param name="Rule">The rule, table row or model that gave the value.</param>
/// <param name="Words">The words it rests on, or null.</param>
public sealed record Evidence(string Field, string Rule, TextSpan? Words);

/// <summary>An actor as a statement refers to it.</summary>
/// <param name="Id">Name of the actor in the ledger, stable across readings.</param>
/// <param name="Name">The actor's name for people.</param>
/// <param name="Kind">What sort of actor it is.</param>
/// <param name="Role">Post as the text gives it or as known for the date, or null.</param>
/// <param name="Country">ISO 3166-1 alpha-3 of the country it belongs to, or null.</param>
public sealed record ActorReference(string Id, string Name, ActorKind Kind, string? Role = null, string? Country = null);

/// <summary>What sort of actor it is.</summary>
public enum ActorKind
{
    /// <summary>One human being with a name.</summary>
    Person,

    /// <summary>A post without a named holder ("the foreign minister").</summary>
    Office,

    /// <summary>A state or its government, also by metonym.</summary>
    Government,

    /// <summary>A body of people: ministry, company, alliance, institute.</summary>
    Organisation,

    /// <summary>A medium.</summary>
    Outlet,

    /// <summary>People who are described and not named ("two U.S. officials").</summary>
    Group,

    /// <summary>A text or data set that speaks ("the memo says").</summary>
    Text,
}

/// <summary>One link of the chain between the reader and the source.</summary>
/// <param name="Actor">Name of the go-between.</param>
/// <param name="StatementId">The statement by which it passed the content on, if it is one of the ledger's.</param>
/// <param name="Words">Where the article names it, or null (the outlet itself).</param>
public sealed record Via(string Actor, string? StatementId, TextSpan? Words);

/// <summary>A time as TIMEX3 (TimeML) gives it.</summary>
/// <param name="Value">TIMEX3 value, e.g. 2024-01-26, 2024-01, 2024-Q1.</param>
/// <param name="Grain">How fine it is.</param>
/// <param name="Words">The words it was read from; null if it was taken from the publication date.</param>
public sealed record TimeExpression(string Value, Grain Grain, TextSpan? Words);

/// <summary>How a source is identified.</summary>
public enum Sourcing
{
    /// <summary>A person with a name.</summary>
    Named,

    /// <summary>One or several persons not identified, or nobody given.</summary>
    Anonymous,

    /// <summary>An open group: officials, elites.</summary>
    Collective,

    /// <summary>A state, medium, authority or institute.</summary>
    Organisation,

    /// <summary>A text or data set.</summary>
    Document,
}

/// <summary>What a source does with a content.</summary>
public enum Polarity
{
    /// <summary>States, believes or intends.</summary>
    Asserts,

    /// <summary>Disputes a claim.</summary>
    Denies,

    /// <summary>Says that a claim is right.</summary>
    Confirms,

    /// <summary>Turns down a proposal, a course or a worry.</summary>
    Rejects,

    /// <summary>Requires something of somebody.</summary>
    Demands,

    /// <summary>Proposes to do or to accept something.</summary>
    Offers,

    /// <summary>Promises.</summary>
    Pledges,

    /// <summary>Announces harm.</summary>
    Threatens,

    /// <summary>Charges somebody with something.</summary>
    Accuses,

    /// <summary>Says what will be.</summary>
    Predicts,

    /// <summary>Question, request or advice.</summary>
    Asks,

    /// <summary>Admits.</summary>
    Concedes,
}

/// <summary>An actor's stance on an issue.</summary>
public enum Stance
{
    /// <summary>For it.</summary>
    Support,

    /// <summary>Against it.</summary>
    Oppose,

    /// <summary>For it if a condition is met.</summary>
    Conditional,

    /// <summary>Neither.</summary>
    Neutral,
}
