using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Statements that say the same, with the origins they rest on and what others answered. Never a verdict on who is right.</summary>
public sealed record Claim
{
    /// <summary>Name of the claim, derived from its first statement.</summary>
    public required string Id { get; init; }

    /// <summary>The statement whose words stand for the claim: the first in the order of the records.</summary>
    public required ReportedStatement Representative { get; init; }

    /// <summary>All statements that say it, in the order of the records.</summary>
    public required ImmutableArray<ReportedStatement> Statements { get; init; }

    /// <summary>Statements that only carry one of <see cref="Statements"/> ("Agency reported that …").</summary>
    public ImmutableArray<ReportedStatement> Carriers { get; init; } = [];

    /// <summary>The independent origins.</summary>
    public required ImmutableArray<Origin> Origins { get; init; }

    /// <summary>How its sources are identified.</summary>
    public required SourcingCounts Sourcing { get; init; }

    /// <summary>Who denies it or turns it down, and with which statement.</summary>
    public ImmutableArray<Answer> DeniedBy { get; init; } = [];

    /// <summary>Who confirms or concedes it, and with which statement.</summary>
    public ImmutableArray<Answer> ConfirmedBy { get; init; } = [];

    /// <summary>Who took it back, and with which statement.</summary>
    public ImmutableArray<Answer> WithdrawnBy { get; init; } = [];

    /// <summary>What became of it.</summary>
    public ClaimState State => !WithdrawnBy.IsEmpty && Origins.Length <= WithdrawnBy.Select(a => a.Actor).Distinct(StringComparer.Ordinal).Count() ? ClaimState.Withdrawn
        : (DeniedBy.IsEmpty, ConfirmedBy.IsEmpty) switch
        {
            (false, false) => ClaimState.DeniedAndConfirmed,
            (false, true) => ClaimState.Denied,
            (true, false) => ClaimState.Confirmed,
            _ => ClaimState.Open,
        };
}

/// <summary>What became of a claim, by what others say.</summary>
public enum ClaimState
{
    /// <summary>Nobody answered.</summary>
    Open,

    /// <summary>Somebody denies it.</summary>
    Denied,

    /// <summary>Somebody else confirms it.</summary>
    Confirmed,

    /// <summary>Some deny and some confirm it.</summary>
    DeniedAndConfirmed,

    /// <summary>Everybody on whose word it rested took it back.</summary>
    Withdrawn,
}

/// <summary>An answer to a claim.</summary>
/// <param name="Actor">Who answers.</param>
/// <param name="StatementId">The statement that answers.</param>
/// <param name="Why">Why it counts as an answer to this claim.</param>
public sealed record Answer(string Actor, string StatementId, string Why);

/// <summary>How a claim's sources are identified: counts of statements, shown and not scored.</summary>
/// <param name="Named">Statements by a person with a name.</param>
/// <param name="Anonymous">By persons not identified, or by nobody given.</param>
/// <param name="Collective">By an open group.</param>
/// <param name="Organisation">By a state, medium, authority or institute.</param>
/// <param name="Document">By a text or data set.</param>
/// <param name="ShortestChain">Fewest go-betweens between source and reader.</param>
/// <param name="LongestChain">Most go-betweens between source and reader.</param>
public sealed record SourcingCounts(int Named, int Anonymous, int Collective, int Organisation, int Document, int ShortestChain, int LongestChain);
