using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>What one source says of one field of a record.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">What it gives.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Citation">Where it stands: document and place, file and line, or address.</param>
public sealed record CasualtyEvidence(RegisterField Field, string Value, CasualtySource Source, string Citation)
{
    /// <summary>Id of the mention that says so, or null.</summary>
    public string? Mention { get; init; }

    /// <summary>The words that say so, or null if they are the value.</summary>
    public string? Words { get; init; }

    /// <summary>The article of the ledger that the words stand in, or null.</summary>
    public ArticleId? Article { get; init; }

    /// <summary>Where the words stand in the article's text, or null.</summary>
    public TextSpan? Span { get; init; }
}

/// <summary>A source of the register.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reliability">Its grade, A (completely reliable) to F (cannot be judged).</param>
/// <param name="Group">Two sources of one group repeat each other and count as one.</param>
public sealed record CasualtySource(string Name, SourceKind Kind, char Reliability, string Group);

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A statement or document of an authority.</summary>
    Official,

    /// <summary>An obituary.</summary>
    Obituary,

    /// <summary>A relative.</summary>
    Relative,

    /// <summary>A post on a social network.</summary>
    SocialMedia,

    /// <summary>A local newspaper or broadcaster.</summary>
    LocalMedia,

    /// <summary>A grave or cemetery.</summary>
    Cemetery,

    /// <summary>A memorial or plaque.</summary>
    Memorial,

    /// <summary>A court's decision.</summary>
    Court,

    /// <summary>The probate registry.</summary>
    Probate,

    /// <summary>A volunteer's report.</summary>
    Volunteer,

    /// <summary>Another team's judgement on a record.</summary>
    Team,
}
