using System.CommandLine;
using Parley.Resolution.Antecedents;
using Parley.Training.Speakers;

namespace Parley.Training.Commands;

/// <summary><c>speakers</c>: measures for whom pronouns and descriptions of persons stand.</summary>
internal static class SpeakersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var treebanks = new Option<DirectoryInfo>("--treebanks") { Required = true, Description = "Folder with gum-dev.conllu.xz." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with polnear-docs-dev.jsonl.gz and corenlp-dev.conll.xz; measured too." };
        var weights = new Option<FileInfo>("--weights") { Description = "Table of weights that 'train-speakers' wrote; the shipped one if left out." };
        var errors = new Option<bool>("--errors") { Description = "Also print every wrong choice." };
        var command = new Command("speakers", "Measure the antecedents of pronouns and of descriptions of persons.") { treebanks, data, weights, errors };
        command.SetAction(arguments =>
        {
            var model = AntecedentModel.Shipped;
            if (arguments.GetValue(weights) is { } file)
            {
                using var reader = file.OpenText();
                model = AntecedentModel.Read(reader);
            }

            Measure(model, arguments.GetValue(errors), "GUM dev", GumMentions.Read(Path.Combine(arguments.GetRequiredValue(treebanks).FullName, "gum-dev.conllu.xz")));
            if (arguments.GetValue(data) is { } folder)
            {
                Measure(model, arguments.GetValue(errors), "silver dev (CoreNLP)", SilverMentions.Read(folder.FullName, "dev"));
            }
        });
        return command;
    }

    private static void Measure(AntecedentModel model, bool errors, string title, List<MarkedText> texts)
    {
        var evaluation = new SpeakerEvaluation(model, errors ? Console.Out : null);
        foreach (var text in texts)
        {
            evaluation.Add(text, text.Genre == "news");
        }

        Console.WriteLine($"{title}: {texts.Count} texts");
        evaluation.Print(Console.Out);
    }
}
