using System.CommandLine;
using Parley.Language;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Scoring;

namespace Parley.Training.Commands;

/// <summary>
/// <c>parse</c>: writes the model's lemmas, tags, heads and relations for a treebank, given its words and sentences or only its text, and says how they
/// agree with the treebank's.
/// </summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "CoNLL-U, plain, gzip or xz." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "CoNLL-U to write." };
        var model = new Option<FileInfo>("--model") { Description = "Model file; the shipped one if left out." };
        var raw = new Option<bool>("--raw") { Description = "Take only the text and find words and sentences as the program does." };
        var command = new Command("parse", "Parse a treebank and compare.") { input, output, model, raw };
        command.SetAction(arguments =>
        {
            var language = new LanguageModel(ModelOption.Load(arguments.GetValue(model)));
            var lines = AttributionCorpus.Lines(arguments.GetRequiredValue(input).FullName).ToList();
            using (var writer = new StreamWriter(arguments.GetRequiredValue(output).FullName) { NewLine = "\n" })
            {
                for (var start = 0; start < lines.Count;)
                {
                    // A document at a time.
                    var end = lines.FindIndex(start + 1, l => l.StartsWith("# newdoc", StringComparison.Ordinal));
                    end = end < 0 ? lines.Count : end;
                    var document = lines[start..end];
                    foreach (var line in arguments.GetValue(raw) ? ParseText(language, RawTreebankText.Of(document)) : Parse(language, document))
                    {
                        writer.WriteLine(line);
                    }

                    start = end;
                }
            }

            ParsingEvaluation.Run(arguments.GetRequiredValue(input).FullName, arguments.GetRequiredValue(output).FullName, Console.Out);
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
                lines[places[i]] = Line(reading, sentence, i, words[i], lines[places[i]].AsSpan(0, lines[places[i]].IndexOf('\t')));
            }
        }

        return lines;
    }

    private static IEnumerable<string> ParseText(LanguageModel language, RawTreebankText document)
    {
        var tokens = Tokenizer.Tokenize(document.Text, document.Blocks);
        var (sentences, blocks) = SentenceSplitter.Split(document.Text, tokens, document.Blocks);
        var reading = language.ReadSyntax(document.Text, tokens, sentences.AsSpan(), blocks.AsSpan());
        foreach (var sentence in sentences)
        {
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                yield return Line(reading, sentence, i, tokens[i].In(document.Text).ToString(), $"{i - sentence.Start + 1}");
            }

            yield return "";
        }
    }

    /// <summary>One word in the ten columns of CoNLL-U; features are not read.</summary>
    private static string Line(SyntaxReading reading, TokenRange sentence, int i, string word, ReadOnlySpan<char> number)
    {
        var head = reading.Head(i) < 0 ? 0 : reading.Head(i) - sentence.Start + 1;
        return $"{number}\t{word}\t{reading.Lemma(i, word)}\t{reading.UniversalPartOfSpeech(i)}\t{reading.PartOfSpeech(i)}\t_\t{head}\t{reading.Relation(i)}\t_\t_";
    }
}
