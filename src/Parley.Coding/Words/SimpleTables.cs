namespace Parley.Coding.Words;

/// <summary>Reads tables whose rows are a phrase and at most one value.</summary>
internal static class SimpleTables
{
    /// <summary>A table of phrases alone; the value is the phrase itself.</summary>
    public static PhraseTable<string>.Builder Phrases(Vocabulary.Builder vocabulary, string resource) =>
        Read(vocabulary, resource, 1, row => row.Cells[0]);

    /// <summary>A table of phrases with a value.</summary>
    public static PhraseTable<T>.Builder Read<T>(Vocabulary.Builder vocabulary, string resource, int cells, Func<TableFile.Row, T> value)
    {
        var table = new PhraseTable<T>.Builder(vocabulary);
        foreach (var row in TableFile.FromResource(resource, cells).Rows)
        {
            table.Add(row, row.Cells[0], value(row));
        }

        return table;
    }

    /// <summary>Countries by their words; the value is the ISO 3166-1 alpha-3 code.</summary>
    public static PhraseTable<string>.Builder Countries(Vocabulary.Builder vocabulary)
    {
        var table = new PhraseTable<string>.Builder(vocabulary);
        foreach (var row in TableFile.FromResource("events/countries.tsv", 2).Rows)
        {
            foreach (var name in row.Cells[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                table.Add(row, name, row.Cells[0]);
            }
        }

        return table;
    }

    /// <summary>A cell that is one of two words.</summary>
    public static bool IsFirst(this TableFile.Row row, int index, string first, string second) =>
        row[index] == first || (row[index] == second ? false : throw row.Error($"'{row[index]}' is unknown; {first} or {second} is expected"));
}
