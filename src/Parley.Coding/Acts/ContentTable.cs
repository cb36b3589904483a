using System.Globalization;
using Parley.Coding.Words;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>What words inside a content say of the act.</summary>
/// <param name="Phrase">The row's phrase, shown as evidence.</param>
/// <param name="Act">The act; null for a future, whose act depends on whom it speaks of.</param>
/// <param name="NegatedAct">The act under negation; null as above.</param>
/// <param name="Strength">How surely, 1 to 9.</param>
internal sealed record ContentEntry(string Phrase, Act? Act, Act? NegatedAct, int Strength);

/// <summary>A polarity with its PLOVER type.</summary>
internal readonly record struct Act(Polarity Polarity, string? Event);

/// <summary>Reads <c>polarity/contents.tsv</c>.</summary>
internal static class ContentTable
{
    public static PhraseTable<ContentEntry>.Builder Load(Vocabulary.Builder vocabulary)
    {
        var table = new PhraseTable<ContentEntry>.Builder(vocabulary);
        foreach (var row in TableFile.FromResource("polarity/contents.tsv", 6).Rows)
        {
            if (!int.TryParse(row[3], NumberStyles.None, CultureInfo.InvariantCulture, out var strength) || strength is < 1 or > 9)
            {
                throw row.Error($"'{row[3]}' is no strength; a number from 1 to 9 is expected");
            }

            table.Add(row, row.Cells[0], new ContentEntry(row.Cells[0], ReadAct(row, 1), ReadAct(row, 4), strength));
        }

        return table;
    }

    private static Act? ReadAct(TableFile.Row row, int index)
    {
        if (row[index] == "future")
        {
            return null;
        }

        var polarity = row.Member<Polarity>(index);
        return new Act(polarity, PloverEvent.Read(row, index + 1, polarity));
    }
}
