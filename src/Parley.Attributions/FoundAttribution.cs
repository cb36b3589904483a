using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// A source, a cue and a content as a finder delivers them: by rules, by a trained model, or from the form of the text. The assembler
/// makes an <see cref="Attribution"/> of it. Without content it only opens something: a list, a block quotation, a turn.
/// </summary>
public sealed record FoundAttribution
{
    /// <summary>The source in pieces, in text order; empty if only implied.</summary>
    public ImmutableArray<TextSpan> Source { get; init; } = [];

    /// <summary>The cue in pieces, in text order; may be empty.</summary>
    public ImmutableArray<TextSpan> Cue { get; init; } = [];

    /// <summary>The content in pieces, in text order; empty for an opener.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];

    /// <summary>Probability that it is right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What found it: the model, a rule or a form of the text, in words.</summary>
    public required string By { get; init; }
}

/// <summary>
/// Finds sources, cues and contents in the running text of an article, of all levels: also those inside other contents. It must be
/// safe to call from several threads.
/// </summary>
public delegate ImmutableArray<FoundAttribution> AttributionFinder(ParsedArticle article);
