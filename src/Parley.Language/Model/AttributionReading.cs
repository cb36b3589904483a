using System.Collections.Immutable;

namespace Parley.Language.Model;

/// <summary>What the language model read in an article: the parts of attributions and how they belong together.</summary>
/// <param name="Spans">The parts, in text order; parts do not overlap.</param>
/// <param name="Attributions">How the parts are joined, in the order of their cues.</param>
public sealed record AttributionReading(ImmutableArray<ReadSpan> Spans, ImmutableArray<ReadAttribution> Attributions);

/// <summary>A part of an attribution.</summary>
/// <param name="Role">Source, cue or content.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Probability">Probability of its borders and role, 0 to 1, as the model sees it.</param>
public readonly record struct ReadSpan(AttributionRole Role, TokenRange Tokens, float Probability);

/// <summary>Parts that belong together, as indices of <see cref="AttributionReading.Spans"/>.</summary>
/// <param name="Source">Who is quoted; -1 if that is not said.</param>
/// <param name="Cue">The words that attribute; -1 if a content belongs to none that was found.</param>
/// <param name="Contents">What is attributed, in text order; may be empty.</param>
/// <param name="Probability">Probability that the parts are right and belong together, 0 to 1, as the model sees it.</param>
public sealed record ReadAttribution(int Source, int Cue, ImmutableArray<int> Contents, float Probability);
