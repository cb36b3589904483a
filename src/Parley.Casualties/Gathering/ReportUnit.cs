using System.Buffers;
namespace Parley.Casualties.Gathering;

/// <summary>A military unit named in a report: a number or a quoted name with the word for the kind of unit.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
internal sealed record ReportUnit(int First, int Last)
{
    private const int MostBetween = 6;
    private const int ShortestAdjective = 5;

    private static readonly SearchValues<char> s_closingMarks = SearchValues.Create("»\"”“");

    /// <summary>The unit that begins at a word, or null.</summary>
    public static ReportUnit? At(IReadOnlyList<ReportWord> words, int at)
    {
        if (GatheringTables.IsUnitHead(words[at].Lower))
        {
            return Quoted(words, at) is { } named && named > at ? new ReportUnit(at, named) : null;
        }

        if (!char.IsAsciiDigit(words[at].Text[0]) || !IsOrdinal(words[at].Lower))
        {
            return null;
        }

        for (var i = at + 1; i < words.Count && i - at <= MostBetween && words[i].Sentence == words[at].Sentence && words[i].Follows; i++)
        {
            if (GatheringTables.IsUnitHead(words[i].Lower))
            {
                return new ReportUnit(at, Quoted(words, i) ?? i);
            }

            // After an ordinal any adjective may stand; after a bare number only what the table has.
            if (!GatheringTables.IsUnitBetween(words[i].Lower) && (char.IsAsciiDigit(words[at].Text[^1]) || words[i].IsCapital || words[i].Text.Length < ShortestAdjective))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Index of the last word of a name in quotation marks after a word.</summary>
    public static int? Quoted(IReadOnlyList<ReportWord> words, int at)
    {
        if (at + 1 >= words.Count || words[at + 1].Gap is not ("«" or "\"" or "“" or "„"))
        {
            return null;
        }

        for (var i = at + 1; i < words.Count && i - at <= 4; i++)
        {
            if (i + 1 == words.Count || words[i + 1].Gap.AsSpan().ContainsAny(s_closingMarks))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsOrdinal(string lower)
    {
        var digits = lower.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : lower.Length;
        return digits <= 4 && lower[digits..] is "" or "st" or "nd" or "rd" or "th" or "-й" or "-я" or "-ой" or "-го" or "-ї" or "-а" or "-ю" or "-му" or "-м" or "-та" or "-ту" or "-ий";
    }
}
