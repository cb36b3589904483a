namespace Parley.Ledger;

/// <summary>What a record of the history is.</summary>
internal static class RecordKind
{
    /// <summary>A document gathered for the first time; its bytes lie in <c>content</c>.</summary>
    public const string Document = "document";

    /// <summary>A known document met at an origin where it was not seen before.</summary>
    public const string Copy = "copy";

    /// <summary>An article of the last document.</summary>
    public const string Article = "article";

    /// <summary>A statement of the last article; the same goes for the three kinds that follow.</summary>
    public const string Statement = "statement";

    public const string Figure = "figure";

    public const string Agreement = "agreement";

    public const string Forecast = "forecast";

    /// <summary>An origin now shows other bytes than before.</summary>
    public const string Revision = "revision";

    /// <summary>A statement of the earlier revision stands in the later one in other words.</summary>
    public const string StatementChanged = "statement-changed";

    /// <summary>A statement of the earlier revision is not found in the later one.</summary>
    public const string StatementVanished = "statement-vanished";

    /// <summary>A user's word on who an actor is.</summary>
    public const string ActorCorrection = "actor-correction";

    /// <summary>A correction of an actor taken back.</summary>
    public const string ActorCorrectionRevert = "actor-correction-revert";
}
