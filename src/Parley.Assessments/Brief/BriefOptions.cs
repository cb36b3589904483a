using System.Diagnostics.CodeAnalysis;

namespace Parley.Assessments;

/// <summary>What a brief shall cover.</summary>
public sealed record BriefOptions
{
    /// <summary>First day of publication covered, against which changes are told; null for the first in the records.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Nothing gathered later is seen; null for no limit.</summary>
    public DateTimeOffset? GatheredBy { get; init; }

    /// <summary>Last day of publication covered; null for the last in the records.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How much is told.</summary>
    public BriefLength Length { get; init; } = BriefLength.Standard;

    /// <summary>A title in place of the one made from issues and dates.</summary>
    public string? Title { get; init; }

    /// <summary>The hash of the ledger's last record, shown so that a reader can check which ledger the brief was made from.</summary>
    public string? LedgerHead { get; init; }
}

/// <summary>How much a brief tells.</summary>
public enum BriefLength
{
    /// <summary>Key takeaways, denials and figures.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The length is called short, in the program and on the command line.")]
    Short,

    /// <summary>And who said what, per day and issue, with long quotations cut.</summary>
    Standard,

    /// <summary>Everything, quotations in full.</summary>
    Full,
}
