using System.CommandLine;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;
using Parley.Training.Scoring;

namespace Parley.Training.Commands;

/// <summary>
/// <c>calibrate</c>: how often attributions are right by the confidence that the program states, by what found them, and the line in log
/// odds that would make the two agree: fitted on one half of the articles and measured on the other, then fitted on all.
/// </summary>
internal static class CalibrateCommand
{
    private const int FewestToFit = 200;

    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "JSON Lines (.gz) with text and attributions of articles that the model has not seen." };
        var model = new Option<FileInfo>("--model") { Description = "Model file; the shipped one if left out." };
        var diagram = new Option<FileInfo>("--diagram") { Description = "SVG file for the reliability diagram of all attributions." };
        var command = new Command("calibrate", "Measure and fit the confidence of attributions.") { input, model, diagram };
        command.SetAction(arguments =>
        {
            var judge = new StatementJudge(new LanguageModel(ModelOption.Load(arguments.GetValue(model))));
            var articles = MarkedArticle.Read(arguments.GetRequiredValue(input).FullName).ToList();
            var judged = articles.AsParallel().AsOrdered().Select(judge.Judge).ToList().Index().SelectMany(a => a.Item.Select(s => (Half: a.Index % 2, Statement: s))).ToList();
            var cases = Cases(judged.Select(j => j.Statement));
            Print("all", cases);
            if (arguments.GetValue(diagram) is { } file)
            {
                File.WriteAllText(file.FullName, ReliabilityDiagram.Draw(new Calibration(cases).Reliability()));
            }

            foreach (var group in judged.GroupBy(j => j.Statement.FoundBy).OrderByDescending(g => g.Count()))
            {
                var all = Cases(group.Select(j => j.Statement));
                Print(group.Key, all);
                if (all.Count > FewestToFit)
                {
                    var (slope, intercept) = new Calibration(Cases(group.Where(j => j.Half == 0).Select(j => j.Statement))).Fit();
                    Print("  mapped, fitted on one half, measured on the other", Cases(group.Where(j => j.Half == 1).Select(j => j.Statement)), slope, intercept);
                    (slope, intercept) = new Calibration(all).Fit();
                    Console.WriteLine($"  fitted on all: slope {slope:F3}, intercept {intercept:F3}");
                }
            }
        });
        return command;
    }

    private static List<(double Stated, bool Right)> Cases(IEnumerable<JudgedStatement> judged) => [.. judged.Select(j => (j.Stated, j.Right))];

    private static void Print(string title, List<(double Stated, bool Right)> cases, double slope = 1, double intercept = 0)
    {
        var calibration = new Calibration(cases).Mapped(slope, intercept);
        Console.WriteLine($"{title}: {cases.Count}, right {cases.Average(c => c.Right ? 1.0 : 0.0):F3}, expected calibration error {calibration.Error:F4}");
        foreach (var (count, stated, right) in calibration.Reliability())
        {
            Console.WriteLine($"  {count,5} stated {stated:F3} right {right:F3}");
        }
    }
}
