namespace Parley.Language.Model;

/// <summary>
/// Tags and dependency trees of an article's tokens, after Universal Dependencies (version 2) as annotated in the English Web Treebank and GUM.
/// </summary>
public sealed class SyntaxReading
{
    private readonly string[][] _names;
    private readonly byte[] _tags;
    private readonly int[] _heads;
    private readonly byte[] _relations;

    internal SyntaxReading(string[][] names, int tokens) =>
        (_names, _tags, _heads, _relations) = (names, new byte[tokens * AuxiliaryTags.Groups], new int[tokens], new byte[tokens]);

    /// <summary>The Penn Treebank tag of a token.</summary>
    public string PartOfSpeech(int tokenIndex) => Tag(tokenIndex, 0);

    /// <summary>The kind of name that a token begins (B-) or is in (I-): person, place, organisation, other; "O" if in none.</summary>
    public string Name(int tokenIndex) => Tag(tokenIndex, 1);

    /// <summary>The universal part of speech of a token.</summary>
    public string UniversalPartOfSpeech(int tokenIndex) => Tag(tokenIndex, 2);

    /// <summary>The lemma of a token.</summary>
    /// <param name="tokenIndex">The token.</param>
    /// <param name="form">Its form.</param>
    public string Lemma(int tokenIndex, ReadOnlySpan<char> form) => LemmaRule.Apply(Tag(tokenIndex, 3), form);

    /// <summary>Whether the model would begin a sentence with this token.</summary>
    public bool StartsSentence(int tokenIndex) => Tag(tokenIndex, 4) == "yes";

    /// <summary>The index of a token's head, -1 for the root of its sentence.</summary>
    public int Head(int tokenIndex) => _heads[tokenIndex];

    /// <summary>The relation of a token to its head.</summary>
    public string Relation(int tokenIndex) => Named(_names[^1], _relations[tokenIndex]);

    internal void SetTag(int tokenIndex, int group, int tag) => _tags[(tokenIndex * AuxiliaryTags.Groups) + group] = (byte)tag;

    internal void SetHead(int tokenIndex, int head, byte relation) => (_heads[tokenIndex], _relations[tokenIndex]) = (head, relation);

    private string Tag(int tokenIndex, int group) => Named(_names[group], _tags[(tokenIndex * AuxiliaryTags.Groups) + group]);

    private static string Named(string[] names, int number) => number < names.Length ? names[number] : "_";
}
