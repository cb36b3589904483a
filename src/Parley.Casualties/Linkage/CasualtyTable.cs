namespace Parley.Casualties.Linkage;

/// <summary>Reads the tables of facts that the project carries: tab-separated, <c>#</c> begins a comment line.</summary>
internal static class CasualtyTable
{
    /// <summary>The rows of a table, each with its cells.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        var stream = typeof(CasualtyTable).Assembly.GetManifestResourceStream("casualties/" + name)
            ?? throw new InvalidOperationException($"the table {name} is not part of the program");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
