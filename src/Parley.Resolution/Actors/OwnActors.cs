using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>
/// A user's table of actors: a row a line, cells separated by tabs, <c>#</c> opens a comment. Name; kind (person, government,
/// organisation, outlet, office, group or text); country (ISO 3166-1 alpha-3, or empty); other names, separated by semicolons; posts,
/// separated by semicolons, each <c>TITLE:FROM/TO</c> with days as YYYY-MM-DD, TO empty while it is held. The first two are needed.
/// </summary>
internal static class OwnActors
{
    private const int MaximumLines = 100_000;
    private const int MaximumLineLength = 8_192;
    private const long MaximumBytes = 64_000_000;

    /// <exception cref="ActorFileException">The file cannot be read or a line is not as expected.</exception>
    public static ImmutableArray<KnownActor> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            if (reader.BaseStream is { CanSeek: true, Length: > MaximumBytes })
            {
                throw new ActorFileException(path, 0, $"is too large; at most {MaximumBytes} bytes are expected");
            }

            return Read(path, reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ActorFileException(path, 0, $"cannot be read ({e.Message}); a table of actors in UTF-8 is expected", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new ActorFileException(path, 0, "is not UTF-8; save it as UTF-8 text", e);
        }
    }

    private static ImmutableArray<KnownActor> Read(string path, StreamReader reader)
    {
        var actors = ImmutableArray.CreateBuilder<KnownActor>();
        var lines = new Dictionary<(string Name, ActorKind Kind, string? Country), int>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (line > MaximumLines || text.Length > MaximumLineLength)
            {
                throw new ActorFileException(path, line, $"the table is too large; at most {MaximumLines} lines of {MaximumLineLength} characters are expected");
            }

            if (text.Any(c => char.IsControl(c) && c != '\t'))
            {
                throw new ActorFileException(path, line, "has control characters in it; a text file is expected");
            }

            if (string.IsNullOrWhiteSpace(text) || text[0] == '#')
            {
                continue;
            }

            var actor = Row(path, line, [.. text.Split('\t').Select(cell => cell.Trim())]);
            if (!lines.TryAdd((actor.Name.ToLowerInvariant(), actor.Kind, actor.Country), line))
            {
                throw new ActorFileException(path, line, $"'{actor.Name}' stands in line {lines[(actor.Name.ToLowerInvariant(), actor.Kind, actor.Country)]} already; each name of a kind and country once is expected");
            }

            actors.Add(actor);
        }

        if (actors.Count == 0)
        {
            throw new ActorFileException(path, 0, "no actor in it; lines of name, kind, country, other names and posts are expected, separated by tabs");
        }

        return actors.DrainToImmutable();
    }

    private static KnownActor Row(string path, int line, string[] cells)
    {
        if (cells.Length is < 2 or > 5 || cells[0].Length == 0)
        {
            throw new ActorFileException(path, line, $"{cells.Length} cells; name, kind, country, other names and posts are expected, separated by tabs (the first two at least)");
        }

        if (!Enum.TryParse<ActorKind>(cells[1], ignoreCase: true, out var kind) || !char.IsLetter(cells[1][0]))
        {
            throw new ActorFileException(path, line, $"'{cells[1]}' is no kind of actor; {string.Join(", ", Enum.GetNames<ActorKind>()).ToLowerInvariant()} is expected");
        }

        var country = Cell(2);
        if (country.Length > 0 && (country.Length != 3 || !country.All(char.IsAsciiLetterUpper)))
        {
            throw new ActorFileException(path, line, $"'{country}' is no country; three capitals of ISO 3166-1 such as SDN, or nothing, are expected");
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
            throw new ActorFileException(path, line, $"'{text}' is no post; TITLE:YYYY-MM-DD/YYYY-MM-DD is expected, without the second day while it is held");
        }

        var to = IsDay(text[(slash + 1)..], out var last) ? last : DateOnly.MaxValue;
        return from <= to ? new Term(text[..colon].Trim(), from, to)
            : throw new ActorFileException(path, line, $"'{text}' ends before it begins; the earlier day is expected first");

        static bool IsDay(string text, out DateOnly day) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
