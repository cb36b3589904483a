namespace Parley.Language.Model;

/// <summary>A labelled run of tokens in a sequence.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Start">Index of its first token in the sequence.</param>
/// <param name="End">Index just past its last token.</param>
/// <param name="Paragraph">Index in the sequence of the paragraph that it stands in.</param>
internal readonly record struct LabelledSpan(AttributionRole Role, int Start, int End, int Paragraph);

/// <summary>How two spans lie to each other, as rows of a table of vectors that are summed.</summary>
internal static class LinkFeatures
{
    /// <summary>Rows of the table for one kind of link; the last stands for "linked to nothing".</summary>
    public const int Rows = 96;

    /// <summary>Features of a pair.</summary>
    public const int Count = 4;

    public const int Nothing = Rows - 1;

    /// <summary>Writes the rows for the pair; <paramref name="between"/> is the signed number of candidates from one to the other.</summary>
    public static void Write(LabelledSpan from, LabelledSpan to, int between, Span<int> rows)
    {
        var before = to.End <= from.Start;
        var gap = Math.Max(0, before ? from.Start - to.End : to.Start - from.End);
        var bucket = gap switch { <= 3 => gap, <= 5 => 4, <= 8 => 5, <= 12 => 6, <= 20 => 7, <= 35 => 8, <= 60 => 9, <= 120 => 10, _ => 11 };
        rows[0] = (before ? 12 : 0) + bucket;
        rows[1] = 24 + Math.Clamp(between, -5, 5) + 5;
        rows[2] = 36 + Math.Clamp(to.Paragraph - from.Paragraph, -3, 3) + 3;
        rows[3] = 44 + (before ? 8 : 0) + Length(to.End - to.Start);
    }

    private static int Length(int tokens) => tokens switch { 1 => 0, 2 => 1, 3 => 2, <= 5 => 3, <= 8 => 4, <= 15 => 5, <= 30 => 6, _ => 7 };
}
