using Parley.Coding.Words;

namespace Parley.Coding.Acts;

/// <summary>Reads <c>polarity/negators.tsv</c>.</summary>
internal static class NegatorTable
{
    public static PhraseTable<string>.Builder Load(Vocabulary.Builder vocabulary)
    {
        var table = new PhraseTable<string>.Builder(vocabulary);
        foreach (var row in TableFile.FromResource("polarity/negators.tsv", 1).Rows)
        {
            table.Add(row, row.Cells[0], row.Cells[0]);
        }

        return table;
    }
}
