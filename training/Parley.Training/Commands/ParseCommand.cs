using System.CommandLine;
using Parley.Language;
using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Commands;

/// <summary><c>parse</c>: replaces lemmas, tags, heads and relations in a CoNLL-U file by the model's, given its words and sentences.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "CoNLL-U, plain, gzip or xz." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "CoNLL-U to write." };
        var model = new Option<FileInfo>("--model") { Description = "Model file; the shipped one if left out." };
        var command = new Command("parse", "Parse the sentences of a CoNLL-U file.") { input, output, model };
        command.SetAction(arguments =>
        {
            var language = new LanguageModel(ModelOption.Load(arguments.GetValue(model)));
            var lines = AttributionCorpus.Lines(arguments.GetRequiredValue(input).FullName).ToList();
            using var writer = new StreamWriter(arguments.GetRequiredValue(output).FullName) { NewLine = "\n" };
            for (var start = 0; start < lines.Count;)
            {
                // A document at a time.
                var end = lines.FindIndex(start + 1, l => l.StartsWith("# newdoc", StringComparison.Ordinal));
                end = end < 0 ? lines.Count : end;
                foreach (var line in Parse(language, lines[start..end]))
                {
                    writer.WriteLine(line);
                }

                start = end;
            }
        });
        return command;
    }

    private static List<string> Parse(LanguageModel language, List<string> lines)
    {
        var (words, places) = (new List<string>(), new List<int>());
        var (sentences, paragraphs, paragraph, first) = (new List<TokenRange>(), new List<int>(), 0, 0);
        for (var l = 0; l < lines.Count; l++)
        {
            paragraph += lines[l].StartsWith("# newpar", StringComparison.Ordinal) ? 1 : 0;
            if (lines[l].Length == 0 && words.Count > first)
            {
                sentences.Add(new TokenRange(first, words.Count));
                paragraphs.Add(paragraph);
                first = words.Count;
            }
            else if (lines[l].Length > 0 && char.IsAsciiDigit(lines[l][0]) && !lines[l].AsSpan(0, lines[l].IndexOf('\t')).ContainsAny('-', '.'))
            {
                words.Add(lines[l].Split('\t')[1]);
                places.Add(l);
            }
        }

        var (starts, ends) = TokenLayout.Places(words);
        var reading = language.ReadSyntax(string.Join(' ', words), new TokenTable(starts, ends), [.. sentences], [.. paragraphs]);
        foreach (var sentence in sentences)
        {
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var cells = lines[places[i]].Split('\t');
                (cells[2], cells[3], cells[4], cells[5]) = (reading.Lemma(i, words[i]), reading.UniversalPartOfSpeech(i), reading.PartOfSpeech(i), "_");
                (cells[6], cells[7], cells[8], cells[9]) = ($"{(reading.Head(i) < 0 ? 0 : reading.Head(i) - sentence.Start + 1)}", reading.Relation(i), "_", "_");
                lines[places[i]] = string.Join('\t', cells);
            }
        }

        return lines;
    }
}
