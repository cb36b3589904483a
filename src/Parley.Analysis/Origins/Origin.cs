using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>One independent origin of a claim: all statements that go back to one source, however often they are repeated.</summary>
/// <param name="Source">Who or which report it is.</param>
/// <param name="Statements">The statements that go back to it, in the order of the records.</param>
/// <param name="Reasons">Why they count as one; empty if there is only one statement.</param>
public sealed record Origin(string Source, ImmutableArray<ReportedStatement> Statements, ImmutableArray<OriginReason> Reasons);

/// <summary>Why a statement goes back to the same source as another.</summary>
/// <param name="Kind">What sort of reason it is.</param>
/// <param name="StatementId">The statement.</param>
/// <param name="OtherId">The statement whose origin it shares.</param>
/// <param name="Words">The reason for people: "both cite Agency".</param>
public sealed record OriginReason(OriginReasonKind Kind, string StatementId, string OtherId, string Words);

/// <summary>What shows that two statements have one origin.</summary>
public enum OriginReasonKind
{
    /// <summary>The same person, body or text speaks in both.</summary>
    SameSource,

    /// <summary>One article is a copy of the other.</summary>
    Copy,

    /// <summary>Both articles carry the tag of one news agency.</summary>
    AgencyTag,

    /// <summary>One cites the report of the other, or both cite the same report.</summary>
    CitedReport,

    /// <summary>One article links to the other.</summary>
    Link,

    /// <summary>An unnamed source is described in the same way and says the same.</summary>
    SameDescription,

    /// <summary>The passages have the same words.</summary>
    SameWords,
}
