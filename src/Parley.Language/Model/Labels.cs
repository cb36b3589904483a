namespace Parley.Language.Model;

/// <summary>What part of an attribution a span is.</summary>
public enum AttributionRole
{
    /// <summary>Who is quoted.</summary>
    Source,

    /// <summary>The words that attribute.</summary>
    Cue,

    /// <summary>What is attributed.</summary>
    Content,
}

/// <summary>
/// The labels of the chain: outside, and for each role begin, inside, end and single (BIOES). Padded to sixteen, so that a
/// column of the trellis is one vector.
/// </summary>
internal static class Labels
{
    public const int Count = 13;
    public const int Padded = 16;
    public const int Outside = 0;

    public static int Begin(int role) => 1 + (4 * role);

    public static int Inside(int role) => 2 + (4 * role);

    public static int End(int role) => 3 + (4 * role);

    public static int Single(int role) => 4 + (4 * role);

    /// <summary>True for a label that opens a span (begin, single).</summary>
    public static bool Opens(int label) => label > 0 && (label - 1) % 4 is 0 or 3;

    /// <summary>True for a label that closes a span (end, single).</summary>
    public static bool Closes(int label) => label > 0 && (label - 1) % 4 is 2 or 3;

    /// <summary>The role of a label that is not <see cref="Outside"/>.</summary>
    public static int RoleOf(int label) => (label - 1) / 4;

    /// <summary>True when a label may begin a sequence.</summary>
    public static bool MayStart(int label) => label < Count && (label == Outside || Opens(label));

    /// <summary>True when a label may end a sequence.</summary>
    public static bool MayEnd(int label) => label < Count && (label == Outside || Closes(label));

    /// <summary>True when <paramref name="to"/> may follow <paramref name="from"/>.</summary>
    public static bool MayFollow(int from, int to) => from < Count && to < Count
        && (MayEnd(from) ? MayStart(to) : !MayStart(to) && RoleOf(from) == RoleOf(to));
}
