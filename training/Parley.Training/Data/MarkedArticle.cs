using System.Text.Json;

namespace Parley.Training.Data;

/// <summary>An article as it was published, with the attributions that annotators marked in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Attributions">Each with its characters: places in <paramref name="Text"/>, without white space.</param>
internal sealed record MarkedArticle(string Text, IReadOnlyList<(HashSet<int> Source, HashSet<int> Content)> Attributions)
{
    /// <summary>Reads JSON Lines with a text and attributions whose spans count code points.</summary>
    public static IEnumerable<MarkedArticle> Read(string path)
    {
        foreach (var line in AttributionCorpus.Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var units = CodePoints.Units(text);
            yield return new MarkedArticle(text,
                [.. json.RootElement.GetProperty("attributions").EnumerateArray().Select(a => (Characters(a, "source"), Characters(a, "content"))).Where(a => a.Item2.Count > 0)]);

            HashSet<int> Characters(JsonElement attribution, string role) => !attribution.TryGetProperty(role, out var spans) ? []
                : CharactersOf(text, spans.EnumerateArray().Select(s => (units[s[0].GetInt32()], units[s[1].GetInt32()])));
        }
    }

    /// <summary>The places of the characters of spans that are not white space.</summary>
    public static HashSet<int> CharactersOf(string text, IEnumerable<(int Start, int End)> spans) =>
        [.. spans.SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start)).Where(i => !char.IsWhiteSpace(text[i]))];
}
