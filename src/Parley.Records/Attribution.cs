using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>
/// Who (<see cref="Source"/>) is quoted, the words that attribute (<see cref="Cue"/>) and what is attributed (<see cref="Content"/>),
/// as in PARC 3 (Pareti 2016) and PolNeAR (Newell, Margolin and Ruths 2018). Spans count UTF-16 units of the article's text.
/// </summary>
public sealed record Attribution
{
    /// <summary>How the content is quoted.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>The source in pieces, in text order; empty if only implied.</summary>
    public required ImmutableArray<TextSpan> Source { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The cue in pieces, in text order; empty for a colon, a turn, a continued quotation.</summary>
    public required ImmutableArray<TextSpan> Cue { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The content in pieces, in text order; never empty.</summary>
    public required ImmutableArray<TextSpan> Content { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Index, in the article's attributions, of the innermost attribution whose content holds this one; null at the outermost level.</summary>
    public int? Parent { get; init; }

    /// <summary>Probability that the attribution is right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What found it: the model, a rule or a form of the text, in words; null if that was not recorded.</summary>
    public string? FoundBy { get; init; }
}

/// <summary>How a content is quoted.</summary>
public enum AttributionKind
{
    /// <summary>The content stands wholly in its own quotation marks.</summary>
    Direct,

    /// <summary>No marks of its own.</summary>
    Indirect,

    /// <summary>Part of the content stands in quotation marks.</summary>
    Mixed,

    /// <summary>A speaker's turn in a transcript.</summary>
    Turn,

    /// <summary>Speech opened by a dash.</summary>
    Dash,

    /// <summary>A quoted paragraph without marks.</summary>
    Block,
}
