using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Review;

/// <summary>What a person has to look at, the most urgent first.</summary>
public enum ReviewKind
{
    /// <summary>A removal was asked for, or another team removed the record.</summary>
    Removal,

    /// <summary>Reviewers disagree about a record, or about a pair; a further one decides.</summary>
    Disagreement,

    /// <summary>A decision on a pair cannot be obeyed because others say the opposite.</summary>
    Contradiction,

    /// <summary>The linkage could not tell whether two mentions are of one person.</summary>
    Pair,

    /// <summary>A record that one reviewer confirmed or rejected awaits another.</summary>
    Second,

    /// <summary>Sources contradict each other.</summary>
    Conflict,

    /// <summary>A record that nobody has reviewed.</summary>
    Record,
}

/// <summary>One thing that a person has to look at.</summary>
public sealed record ReviewItem
{
    /// <summary>What is to be done.</summary>
    public required ReviewKind Kind { get; init; }

    /// <summary>The record, or the two records of a pair; one and the same twice if the pair is joined.</summary>
    public required ImmutableArray<CasualtyRecord> Records { get; init; }

    /// <summary>Ids of the mentions that a decision on a pair names; of the record else.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>For a conflict, the field with its values.</summary>
    public FieldChoice? Field { get; init; }

    /// <summary>For a pair, the chance that it is one person, 0 to 1.</summary>
    public double? Chance { get; init; }

    /// <summary>Why it is here, in words.</summary>
    public required string Why { get; init; }

    /// <summary>The day (UTC) since which it can have been here; null if that is not known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Who has decided about it already; the next one must be somebody else.</summary>
    public ImmutableArray<string> Decided { get; init; } = [];
}
