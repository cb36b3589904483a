using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Reads the tables of facts about actors that come with the program.</summary>
internal static class ActorTables
{
    /// <summary>A country: code, name, adjectives and people, capitals, other names.</summary>
    public sealed record Country(string Code, string Name, string[] Adjectives, string[] Capitals, string[] Others);

    public static ImmutableArray<Country> Countries() =>
        [.. Rows("countries.tsv", 5).Select(row => new Country(row[0], row[1], List(row[2]), List(row[3]), List(row[4])))];

    public static ImmutableArray<KnownActor> Organisations() =>
        [.. Rows("organisations.tsv", 4).Select(row =>
            new KnownActor(row[0], Enum.Parse<ActorKind>(row[1]), NullIfEmpty(row[2]), Gender.Unknown, [.. List(row[3])], []))];

    public static ImmutableArray<KnownActor> People() =>
        [.. Rows("people.tsv", 5).Select(row => new KnownActor(
            row[0], ActorKind.Person, NullIfEmpty(row[2]), row[1] == "f" ? Gender.Female : Gender.Male, [.. List(row[3])], [.. List(row[4]).Select(ParseTerm)]))];

    private static Term ParseTerm(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var to = text.AsSpan(slash + 1);
        return new Term(text[..colon], Day(text.AsSpan(colon + 1, slash - colon - 1)), to.IsEmpty ? DateOnly.MaxValue : Day(to));

        static DateOnly Day(ReadOnlySpan<char> text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string[]> Rows(string table, int columns)
    {
        using var stream = typeof(ActorTables).Assembly.GetManifestResourceStream("actors/" + table)
            ?? throw new InvalidOperationException($"table {table} is not built in");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var row = line.Split('\t');
            if (row.Length < columns)
            {
                var filled = new string[columns];
                Array.Fill(filled, "");
                row.CopyTo(filled, 0);
                row = filled;
            }

            yield return row;
        }
    }

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;
}
