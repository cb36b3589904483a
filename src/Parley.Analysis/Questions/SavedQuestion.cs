namespace Parley.Analysis;

/// <summary>What an alert can be asked for.</summary>
public enum QuestionKind
{
    /// <summary>Somebody denies or turns down a claim.</summary>
    Denial,

    /// <summary>Somebody confirms a claim.</summary>
    Confirmation,

    /// <summary>Somebody takes back what he claimed.</summary>
    Withdrawal,

    /// <summary>An actor's stance on an issue, or its condition, changed.</summary>
    Position,

    /// <summary>A figure that its claimant did not give before.</summary>
    Figure,

    /// <summary>Statements or figures that cannot all stand.</summary>
    Conflict,

    /// <summary>Somebody said something that he did not say before.</summary>
    Statement,
}

/// <summary>A question that is asked again whenever something new was read.</summary>
/// <param name="Name">What it is called in alerts.</param>
/// <param name="Kind">What it asks for.</param>
public sealed record SavedQuestion(string Name, QuestionKind Kind)
{
    /// <summary>What it must be about, and by whom. Of a denial: the claim that is denied.</summary>
    public StatementMatch Match { get; init; } = new();

    /// <summary>Who must answer, for denials, confirmations and withdrawals; null for anybody.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>What is counted, for figures; null for anything.</summary>
    public string? Measure { get; init; }

    /// <summary>Which way a position must have moved; null for any.</summary>
    public PositionChangeKind? Change { get; init; }
}
