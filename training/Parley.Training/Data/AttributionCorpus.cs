using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Parley.Language.Model;

namespace Parley.Training.Data;

/// <summary>Reads articles with labelled tokens, and what is known of their syntax and links.</summary>
internal static class AttributionCorpus
{
    private static readonly string[] s_roles = ["source", "cue", "content"];

    /// <summary>A part of the corpus with its parses and the attributions of whole articles.</summary>
    /// <param name="folder">Folder with polnear-*.jsonl.gz, polnear-docs-*.jsonl.gz and corenlp-*.conll.xz.</param>
    /// <param name="part">train or dev.</param>
    /// <param name="tags">Numbers the tags.</param>
    public static List<ArticleParagraphs> ReadPart(string folder, string part, TagSets tags) => Read(
        Path.Combine(folder, $"polnear-{part}.jsonl.gz"),
        ReadParses(Path.Combine(folder, $"corenlp-{part}.conll.xz"), tags),
        ReadAttributions(Path.Combine(folder, $"polnear-docs-{part}.jsonl.gz")));

    /// <summary>Lines of JSON with tokens, and labels if there are any; lines with one id are the paragraphs of one article.</summary>
    public static List<ArticleParagraphs> Read(string path, Dictionary<string, ParsedTokens>? parses, Dictionary<string, List<GoldAttribution>>? attributions)
    {
        var articles = new List<ArticleParagraphs>();
        var group = new List<(string[] Tokens, string[] Labels)>();
        string? id = null;
        void Close()
        {
            if (group.Count > 0)
            {
                articles.Add(Join(id, group, parses, attributions));
                group.Clear();
            }
        }

        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var next = root.TryGetProperty("id", out var value) ? value.GetString() : null;
            if (next is null || next != id)
            {
                Close();
            }

            id = next;
            group.Add((Strings(root, "tokens"), Strings(root, "labels")));
        }

        Close();
        return articles;
    }

    /// <summary>Parses in ten columns, by article.</summary>
    public static Dictionary<string, ParsedTokens> ReadParses(string path, TagSets tags)
    {
        var parses = new Dictionary<string, ParsedTokens>();
        ParsedTokens? parse = null;
        foreach (var line in Lines(path))
        {
            if (line.StartsWith("# doc = ", StringComparison.Ordinal))
            {
                parses[line[8..]] = parse = new ParsedTokens();
            }
            else if (line.Length > 0)
            {
                var cells = line.Split('\t');
                var starts = cells[0] == "1";
                parse!.Tags.Add((short)tags.PartOfSpeech.Find(cells[3]));
                parse.Tags.Add(-1);
                parse.Tags.Add(-1);
                parse.Tags.Add(-1);
                parse.Tags.Add((short)(starts ? 1 : 0));
                parse.Starts.Add(int.Parse(cells[7]));
                parse.Ends.Add(int.Parse(cells[8]));
            }
        }

        return parses;
    }

    /// <summary>The attributions of whole articles, as character spans.</summary>
    public static Dictionary<string, List<GoldAttribution>> ReadAttributions(string path)
    {
        var articles = new Dictionary<string, List<GoldAttribution>>();
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            articles[json.RootElement.GetProperty("id").GetString()!] = json.RootElement.GetProperty("attributions").EnumerateArray()
                .Select(a => new GoldAttribution(s_roles.Select(r => a.GetProperty(r).EnumerateArray()
                    .Select(s => (s[0].GetInt32(), s[1].GetInt32())).ToArray()).ToArray())).ToList();
        }

        return articles;
    }

    /// <summary>The lines of a plain, gzip or xz file.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var process = path.EndsWith(".xz", StringComparison.Ordinal)
            ? Process.Start(new ProcessStartInfo("xz", ["-dc", path]) { RedirectStandardOutput = true })
            : null;
        using var stream = process?.StandardOutput.BaseStream ?? File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string[] Strings(JsonElement row, string member) =>
        row.TryGetProperty(member, out var list) ? [.. list.EnumerateArray().Select(t => t.GetString()!)] : [];

    /// <summary>An article's identifier is followed by its annotator's. A parse is used if it has the same number of tokens.</summary>
    private static ArticleParagraphs Join(
        string? id, List<(string[] Tokens, string[] Labels)> group, Dictionary<string, ParsedTokens>? parses,
        Dictionary<string, List<GoldAttribution>>? attributions)
    {
        var article = id is null ? "" : id[..Math.Max(0, id.LastIndexOf('_'))];
        var parse = parses?.GetValueOrDefault(article);
        if (parse is not null && parse.Starts.Count != group.Sum(g => g.Tokens.Length))
        {
            parse = null;
        }

        var known = attributions?.GetValueOrDefault(article);
        var paragraphs = new Paragraph[group.Count];
        var offset = 0;
        for (var p = 0; p < group.Count; p++)
        {
            paragraphs[p] = Make(group[p].Tokens, group[p].Labels, parse, known, offset);
            offset += group[p].Tokens.Length;
        }

        return new ArticleParagraphs(id ?? "", paragraphs);
    }

    private static Paragraph Make(string[] tokens, string[] labels, ParsedTokens? parse, List<GoldAttribution>? known, int offset)
    {
        var (starts, ends) = TokenLayout.Places(tokens);
        var groups = AuxiliaryTags.Groups;
        var tags = new short[tokens.Length * groups];
        if (parse is not null)
        {
            parse.Tags.CopyTo(offset * groups, tags, 0, tags.Length);
        }
        else
        {
            Array.Fill(tags, (short)-1);
        }

        var spans = Spans(labels);
        var gold = new byte[tokens.Length];
        var described = new List<GoldSpan>();
        foreach (var (role, start, end) in spans)
        {
            for (var i = start; i < end; i++)
            {
                gold[i] = (byte)(end - start == 1 ? Labels.Single(role) : i == start ? Labels.Begin(role) : i == end - 1 ? Labels.End(role) : Labels.Inside(role));
            }

            int[] owners = [];
            if (parse is not null && known is not null)
            {
                var (from, to) = (parse.Starts[offset + start], parse.Ends[offset + end - 1]);
                owners = [.. Enumerable.Range(0, known.Count).Where(a => known[a].Spans[role].Any(s => s.Start < to && from < s.End))];
            }

            described.Add(new GoldSpan((AttributionRole)role, start, end, owners));
        }

        return new Paragraph
        {
            Text = string.Join(' ', tokens), Starts = starts, Ends = ends, Gold = gold, Tags = tags, Spans = [.. described],
        };
    }

    /// <summary>The spans of begin-inside-outside labels.</summary>
    public static List<(int Role, int Start, int End)> Spans(ReadOnlySpan<string> labels)
    {
        var spans = new List<(int, int, int)>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].StartsWith("B-", StringComparison.Ordinal))
            {
                var role = labels[i][2..];
                var end = i + 1;
                while (end < labels.Length && labels[end].StartsWith("I-", StringComparison.Ordinal) && labels[end].AsSpan(2).SequenceEqual(role))
                {
                    end++;
                }

                spans.Add((Array.IndexOf(s_roles, role), i, end));
            }
        }

        return spans;
    }
}

/// <summary>Tags of the tokens of an article in each group of <see cref="AuxiliaryTags"/>, and where they stand in its text.</summary>
internal sealed class ParsedTokens
{
    public List<short> Tags { get; } = [];

    public List<int> Starts { get; } = [];

    public List<int> Ends { get; } = [];
}

/// <summary>An attribution as character spans, by role.</summary>
internal sealed record GoldAttribution((int Start, int End)[][] Spans);
