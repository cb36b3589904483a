using System.Collections.Immutable;
using System.Globalization;
using Parley.Language;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>
/// A user's table of actors: a row a line, cells separated by tabs, <c>#</c> opens a comment. Name; kind (person, government,
/// organisation, outlet, office, group or text); country (ISO 3166-1 alpha-3, or empty); other names, separated by semicolons; posts,
/// separated by semicolons, each <c>TITLE:FROM/TO</c> with days as YYYY-MM-DD, TO empty while it is held. The first two are needed.
/// </summary>
internal static class OwnActors
{
    /// <exception cref="TableFormatException">The file cannot be read or a line is not as expected.</exception>
    public static ImmutableArray<KnownActor> Read(string path)
    {
        var actors = ImmutableArray.CreateBuilder<KnownActor>();
        var lines = new Dictionary<(string Name, ActorKind Kind, string? Country), int>();
        foreach (var (line, cells) in TabbedTable.ReadFile(path))
        {
            var actor = Row(path, line, cells);
            if (!lines.TryAdd((actor.Name.ToLowerInvariant(), actor.Kind, actor.Country), line))
            {
                throw new TableFormatException(path, line, $"'{actor.Name}' stands in line {lines[(actor.Name.ToLowerInvariant(), actor.Kind, actor.Country)]} already; each name of a kind and country once is expected");
            }

            actors.Add(actor);
        }

        return actors.Count > 0 ? actors.DrainToImmutable()
            : throw new TableFormatException(path, 0, "no actor in it; lines of name, kind, country, other names and posts are expected, separated by tabs");
    }

    private static KnownActor Row(string path, int line, string[] cells)
    {
        if (cells.Length is < 2 or > 5 || cells[0].Length == 0)
        {
            throw new TableFormatException(path, line, $"{cells.Length} cells; name, kind, country, other names and posts are expected, separated by tabs (the first two at least)");
        }

        if (!Enum.TryParse<ActorKind>(cells[1], ignoreCase: true, out var kind) || !char.IsLetter(cells[1][0]))
        {
            throw new TableFormatException(path, line, $"'{cells[1]}' is no kind of actor; {string.Join(", ", Enum.GetNames<ActorKind>()).ToLowerInvariant()} is expected");
        }

        var country = Cell(2);
        if (country.Length > 0 && (country.Length != 3 || !country.All(char.IsAsciiLetterUpper)))
        {
            throw new TableFormatException(path, line, $"'{country}' is no country; three capitals of ISO 3166-1 such as SDN, or nothing, are expected");
        }

        return new KnownActor(
            cells[0], kind, country.Length > 0 ? country : null, Gender.Unknown, [.. List(Cell(3))], [.. List(Cell(4)).Select(post => PostOf(path, line, post))]);

        string Cell(int index) => index < cells.Length ? cells[index] : "";
    }

    private static Term PostOf(string path, int line, string text)
    {
        var colon = text.LastIndexOf(':');
        var slash = text.IndexOf('/', Math.Max(colon, 0));
        if (colon <= 0 || slash < 0 || !IsDay(text[(colon + 1)..slash], out var from) || (text.Length > slash + 1 && !IsDay(text[(slash + 1)..], out _)))
        {
            throw new TableFormatException(path, line, $"'{text}' is no post; TITLE:YYYY-MM-DD/YYYY-MM-DD is expected, without the second day while it is held");
        }

        var to = IsDay(text[(slash + 1)..], out var last) ? last : DateOnly.MaxValue;
        return from <= to ? new Term(text[..colon].Trim(), from, to)
            : throw new TableFormatException(path, line, $"'{text}' ends before it begins; the earlier day is expected first");

        static bool IsDay(string text, out DateOnly day) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
