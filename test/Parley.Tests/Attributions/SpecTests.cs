using Parley.Attributions;
using Parley.Language;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Attributions;

public sealed class SpecTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "specs");

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var title in Sections(file).Keys)
            {
                data.Add(Path.GetFileName(file), title);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_specification_holds(string file, string title)
    {
        var section = Sections(Path.Combine(Folder, file))[title];
        var (text, isTranscript) = TextOf(section);
        var article = new Attributor().Attribute(new Parser().Parse(SpecArticle.From(text, isTranscript)));

        Assert.Equal(string.Join('\n', Wanted(section)), string.Join('\n', article.Attributions.Select(a => Row(text, a)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_specification_has_examples_of_every_kind()
    {
        var rows = Directory.GetFiles(Folder, "*.md").SelectMany(f => Sections(f).Values).SelectMany(Wanted).ToList();
        Assert.True(rows.Count >= 60);
        Assert.All(Enum.GetNames<AttributionKind>(), kind => Assert.Contains(rows, r => r.EndsWith("| " + kind.ToLowerInvariant(), StringComparison.Ordinal)));
    }

    private static Dictionary<string, string[]> Sections(string file)
    {
        var sections = new Dictionary<string, string[]>();
        foreach (var section in File.ReadAllText(file).Split("\n## ").Skip(1))
        {
            var lines = section.Split('\n');
            sections.Add(lines[0], lines[1..]);
        }

        return sections;
    }

    private static (string Text, bool IsTranscript) TextOf(string[] section)
    {
        var open = Array.FindIndex(section, l => l.StartsWith("```", StringComparison.Ordinal));
        var close = Array.FindIndex(section, open + 1, l => l == "```");
        return (string.Join('\n', section[(open + 1)..close]), section[open] == "```transcript");
    }

    private static IEnumerable<string> Wanted(string[] section) =>
        section.Where(l => l.StartsWith('|')).Skip(2).Select(l => string.Join(" | ", l.Trim('|').Split('|').Select(c => c.Trim()))).Order(StringComparer.Ordinal);

    private static string Row(string text, Attribution a) =>
        string.Join(" | ", Words(text, a.Source), Words(text, a.Cue), Words(text, a.Content), a.Kind.ToString().ToLowerInvariant());

    private static string Words(string text, IReadOnlyList<TextSpan> spans) =>
        spans.Count == 0 ? "" : text[spans[0].Start..spans[^1].End];
}
