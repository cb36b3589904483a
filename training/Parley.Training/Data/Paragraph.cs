using Parley.Language.Model;

namespace Parley.Training.Data;

/// <summary>A paragraph as it is learned from.</summary>
internal sealed class Paragraph
{
    /// <summary>The tokens, parted by blanks.</summary>
    public required string Text { get; init; }

    public required int[] Starts { get; init; }

    public required int[] Ends { get; init; }

    /// <summary>A label for each token; see <see cref="Labels"/>.</summary>
    public required byte[] Gold { get; init; }

    /// <summary>For each token a tag in each group of <see cref="AuxiliaryTags"/>, -1 where there is none.</summary>
    public required short[] Tags { get; init; }

    /// <summary>The spans that the labels make.</summary>
    public required GoldSpan[] Spans { get; init; }

    /// <summary>Rows of the feature tables.</summary>
    public int[] Rows { get; set; } = [];

    /// <summary>The sentences that have trees, as runs of tokens.</summary>
    public (int Start, int End)[] Sentences { get; init; } = [];

    /// <summary>For each token its head in the paragraph, -1 for the root of a sentence; empty if there are no trees.</summary>
    public short[] Heads { get; init; } = [];

    /// <summary>For each token the number of its relation to its head; empty if there are no trees.</summary>
    public byte[] Relations { get; init; } = [];

    /// <summary>Probabilities of the labels of each token as a teacher sees them; empty if there is none.</summary>
    public Half[] Teaching { get; set; } = [];

    /// <summary>Whether attributions have been marked.</summary>
    public bool HasLabels { get; init; } = true;

    public int Count => Starts.Length;
}

/// <summary>A labelled span and the attribution that it is part of.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Start">Its first token in the paragraph.</param>
/// <param name="End">Just past its last token.</param>
/// <param name="Attributions">Indices of the attributions that it is a part of; empty if not known.</param>
internal readonly record struct GoldSpan(AttributionRole Role, int Start, int End, int[] Attributions);

/// <summary>Paragraphs of one article in order.</summary>
internal sealed record ArticleParagraphs(string Id, Paragraph[] Paragraphs);
