namespace Parley.Language.Model;

/// <summary>The groups of tags that the first layer is taught; each is a run of columns.</summary>
internal static class AuxiliaryTags
{
    /// <summary>Penn Treebank tags, with those that UD treebanks of English add.</summary>
    public const int PartOfSpeech = 0;

    /// <summary>Kinds of name, as begin, inside, outside.</summary>
    public const int Name = 56;

    /// <summary>Universal parts of speech.</summary>
    public const int Universal = 72;

    /// <summary>Rules that make a form its lemma; see <see cref="LemmaRule"/>.</summary>
    public const int Lemma = 96;

    /// <summary>Whether a sentence starts: no, yes.</summary>
    public const int Sentence = 222;

    public const int Width = 224;

    /// <summary>Where each group begins, and the end.</summary>
    public static readonly int[] Borders = [PartOfSpeech, Name, Universal, Lemma, Sentence, Width];

    /// <summary>Number of groups.</summary>
    public static int Groups => Borders.Length - 1;
}
