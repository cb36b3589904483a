using System.CommandLine;
using System.Text.Json;
using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Commands;

/// <summary><c>label</c>: reads lines with tokens, writes lines with tokens and labels.</summary>
internal static class LabelCommand
{
    private static readonly string[] s_roles = ["source", "cue", "content"];

    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "JSON Lines (.gz) with tokens; neighbouring lines of one id are an article's paragraphs." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "JSON Lines with id, tokens, labels." };
        var model = new Option<FileInfo>("--model") { Description = "Model file; the shipped one if left out." };
        var command = new Command("label", "Label given tokens with the parts of attributions.") { input, output, model };
        command.SetAction(arguments =>
        {
            var language = new LanguageModel(ModelOption.Load(arguments.GetValue(model)));
            using var stream = arguments.GetRequiredValue(output).Create();
            foreach (var article in AttributionCorpus.Read(arguments.GetRequiredValue(input).FullName, null, null))
            {
                Write(stream, language, article);
            }
        });
        return command;
    }

    private static void Write(Stream stream, LanguageModel model, ArticleParagraphs article)
    {
        var layout = TokenLayout.Of(article.Paragraphs);
        var labels = new string[layout.Tokens.Count];
        Array.Fill(labels, "O");
        foreach (var span in model.Read(layout.Text, layout.Tokens, layout.Paragraphs).Spans)
        {
            for (var i = span.Tokens.Start; i < span.Tokens.End; i++)
            {
                labels[i] = (i == span.Tokens.Start ? "B-" : "I-") + s_roles[(int)span.Role];
            }
        }

        for (var p = 0; p < article.Paragraphs.Length; p++)
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                if (article.Id.Length > 0)
                {
                    json.WriteString("id", article.Id);
                }

                json.WriteStartArray("tokens");
                for (var i = layout.Paragraphs[p].Start; i < layout.Paragraphs[p].End; i++)
                {
                    json.WriteStringValue(layout.Tokens[i].In(layout.Text));
                }

                json.WriteEndArray();
                json.WriteStartArray("labels");
                for (var i = layout.Paragraphs[p].Start; i < layout.Paragraphs[p].End; i++)
                {
                    json.WriteStringValue(labels[i]);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            stream.WriteByte((byte)'\n');
        }
    }
}
