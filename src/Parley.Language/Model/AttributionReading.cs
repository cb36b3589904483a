using System.Collections.Immutable;

namespace Parley.Language.Model;

/// <summary>What the language model read in an article: the parts of attributions and how they belong together.</summary>
/// <param name="Spans">The parts, in text order; parts do not overlap.</param>
/// <param name="Attributions">How the parts are joined, in the order of their cues.</param>
/// <param name="Tags">Part of speech and kind of name of each token.</param>
public sealed record AttributionReading(ImmutableArray<ReadSpan> Spans, ImmutableArray<ReadAttribution> Attributions, TokenTags Tags);

/// <summary>Tags of the tokens of an article, as the model learned them from automatic parses of news.</summary>
public sealed class TokenTags
{
    private readonly string[] _partOfSpeechNames;
    private readonly byte[] _partsOfSpeech;
    private readonly string[] _nameNames;
    private readonly byte[] _names;

    internal TokenTags(string[] partOfSpeechNames, byte[] partsOfSpeech, string[] nameNames, byte[] names) =>
        (_partOfSpeechNames, _partsOfSpeech, _nameNames, _names) = (partOfSpeechNames, partsOfSpeech, nameNames, names);

    /// <summary>The Penn Treebank tag of a token.</summary>
    public string PartOfSpeech(int tokenIndex) => NameOf(_partOfSpeechNames, _partsOfSpeech[tokenIndex]);

    /// <summary>
    /// The kind of name or expression that a token is in: PERSON, LOCATION, ORGANIZATION, MISC, DATE, NUMBER and the like; "O" if in none.
    /// </summary>
    public string Name(int tokenIndex) => NameOf(_nameNames, _names[tokenIndex]);

    private static string NameOf(string[] names, int number) => number < names.Length ? names[number] : "O";
}

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
