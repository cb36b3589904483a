using System.CommandLine;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;

namespace Parley.Training.Commands;

/// <summary>
/// <c>calibrate</c>: how often attributions are right by the probability that the model states, and the map that makes the two agree: fitted on
/// one half of the development articles and measured on the other, then fitted on all.
/// </summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with polnear-dev.jsonl.gz, polnear-docs-dev.jsonl.gz and corenlp-dev.conll.xz." };
        var model = new Option<FileInfo>("--model") { Description = "Model file; the shipped one if left out." };
        var command = new Command("calibrate", "Measure and fit the probabilities of attributions.") { data, model };
        command.SetAction(arguments =>
        {
            var language = new LanguageModel(ModelOption.Load(arguments.GetValue(model)));
            var dev = AttributionCorpus.ReadPart(arguments.GetRequiredValue(data).FullName, "dev", new TagSets());
            var halves = dev.Index().GroupBy(a => a.Index % 2).Select(g => g.SelectMany(a => Judge(language, a.Item)).ToList()).ToArray();
            Print("as stated", new Calibration([.. halves[0], .. halves[1]]));
            var (slope, intercept) = new Calibration(halves[0]).Fit();
            Print("mapped, fitted on one half, measured on the other", new Calibration(halves[1]).Mapped(slope, intercept));
            (slope, intercept) = new Calibration([.. halves[0], .. halves[1]]).Fit();
            Console.WriteLine($"fitted on all: slope {slope:F3}, intercept {intercept:F3}");
        });
        return command;
    }

    private static void Print(string title, Calibration calibration)
    {
        Console.WriteLine($"{title}: expected calibration error {calibration.Error:F4}");
        foreach (var (count, stated, right) in calibration.Reliability())
        {
            Console.WriteLine($"  {count,5} stated {stated:F3} right {right:F3}");
        }
    }

    /// <summary>The probability of each attribution with a cue and a content, and whether all its parts are those of one attribution in the gold.</summary>
    private static IEnumerable<(double Stated, bool Right)> Judge(LanguageModel language, ArticleParagraphs article)
    {
        var layout = TokenLayout.Of(article.Paragraphs);
        var gold = new Dictionary<(AttributionRole, int, int), int[]>();
        var parts = new Dictionary<int, int>();
        for (int p = 0, at = 0; p < article.Paragraphs.Length; at += article.Paragraphs[p++].Count)
        {
            foreach (var span in article.Paragraphs[p].Spans)
            {
                gold[(span.Role, at + span.Start, at + span.End)] = span.Attributions;
                foreach (var a in span.Attributions)
                {
                    parts[a] = parts.GetValueOrDefault(a) + 1;
                }
            }
        }

        var reading = language.Read(layout.Text, layout.Tokens, layout.Paragraphs);
        foreach (var attribution in reading.Attributions.Where(a => a.Cue >= 0 && !a.Contents.IsEmpty))
        {
            int[] own = [attribution.Cue, .. attribution.Contents, .. attribution.Source >= 0 ? [attribution.Source] : Array.Empty<int>()];
            var owners = own.Select(i => reading.Spans[i]).Select(s => gold.GetValueOrDefault((s.Role, s.Tokens.Start, s.Tokens.End)) ?? []).ToList();
            var common = owners.Aggregate((a, b) => [.. a.Intersect(b)]);
            yield return (attribution.Probability, common.Any(a => parts[a] == own.Length));
        }
    }
}
