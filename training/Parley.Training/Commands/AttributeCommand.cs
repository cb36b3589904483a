using System.CommandLine;
using System.Text.Json;
using Parley.Language;
using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Commands;

/// <summary>
/// <c>attribute</c>: finds the attributions of whole articles whose tokens come from parses, so that labels and links are measured
/// apart from Parley's own tokens.
/// </summary>
internal static class AttributeCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "JSON Lines (.gz) with id and text." };
        var parses = new Option<FileInfo>("--parses") { Required = true, Description = "Tokens of these articles, ten columns (.xz)." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "JSON Lines with id and attributions." };
        var model = new Option<FileInfo>("--model") { Description = "Model file; the shipped one if left out." };
        var command = new Command("attribute", "Find the attributions of articles.") { input, parses, output, model };
        command.SetAction(arguments =>
        {
            var language = new LanguageModel(ModelOption.Load(arguments.GetValue(model)));
            var tokens = AttributionCorpus.ReadParses(arguments.GetRequiredValue(parses).FullName, new TagSets());
            using var stream = arguments.GetRequiredValue(output).Create();
            foreach (var line in AttributionCorpus.Lines(arguments.GetRequiredValue(input).FullName))
            {
                using var json = JsonDocument.Parse(line);
                var id = json.RootElement.GetProperty("id").GetString()!;
                Write(stream, language, id, json.RootElement.GetProperty("text").GetString()!, tokens.GetValueOrDefault(id));
            }
        });
        return command;
    }

    private static void Write(Stream stream, LanguageModel model, string id, string text, ParsedTokens? parsed)
    {
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartArray("attributions");
            if (parsed is not null)
            {
                var units = CodePoints.Units(text);
                var tokens = new TokenTable([.. parsed.Starts.Select(s => units[s])], [.. parsed.Ends.Select(e => units[e])]);
                var reading = model.Read(text, tokens, Paragraphs(text, tokens));
                foreach (var attribution in reading.Attributions)
                {
                    json.WriteStartObject();
                    Write(json, "source", attribution.Source < 0 ? [] : [reading.Spans[attribution.Source].Tokens], parsed);
                    Write(json, "cue", attribution.Cue < 0 ? [] : [reading.Spans[attribution.Cue].Tokens], parsed);
                    Write(json, "content", attribution.Contents.Select(c => reading.Spans[c].Tokens), parsed);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string role, IEnumerable<TokenRange> spans, ParsedTokens parsed)
    {
        json.WriteStartArray(role);
        foreach (var span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(parsed.Starts[span.Start]);
            json.WriteNumberValue(parsed.Ends[span.End - 1]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static TokenRange[] Paragraphs(string text, TokenTable tokens)
    {
        var ranges = new List<TokenRange>();
        var start = 0;
        for (var i = 1; i <= tokens.Count; i++)
        {
            if (i == tokens.Count || text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Count('\n') > 1)
            {
                ranges.Add(new TokenRange(start, i));
                start = i;
            }
        }

        return [.. ranges];
    }
}
