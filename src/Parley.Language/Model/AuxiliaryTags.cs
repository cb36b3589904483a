namespace Parley.Language.Model;

/// <summary>The groups of tags that the first layer is taught beside its main work; each is a run of columns.</summary>
internal static class AuxiliaryTags
{
    public const int PartOfSpeech = 0;
    public const int Name = 48;
    public const int Relation = 64;
    public const int HeadOffset = 112;
    public const int Width = 128;

    /// <summary>Where each group begins, and the end.</summary>
    public static readonly int[] Borders = [PartOfSpeech, Name, Relation, HeadOffset, Width];
}
