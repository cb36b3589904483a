using Parley.Ledger;

namespace Parley.Cli.Output;

/// <summary>Says in a line what became of a statement when its page changed.</summary>
internal static class RevisionWording
{
    private const int MaxLength = 160;

    /// <summary>The line.</summary>
    public static string Of(StatementChange change) => change.Fate is StatementFate.Reworded
        ? $"reworded: {change.Actor ?? "somebody"}: \"{Short(change.Was)}\" is now \"{Short(change.Is ?? "")}\" ({change.StatementId})"
        : $"gone: {change.Actor ?? "somebody"}: \"{Short(change.Was)}\" ({change.StatementId})";

    private static string Short(string words) => words.Length <= MaxLength ? words : $"{words.AsSpan(0, MaxLength)}…";
}
