using System.Globalization;
using Parley.Coding;
using Parley.Coding.Acts;

namespace Parley.Training.Events;

/// <summary>Measures how well PLOVER types are found: by the table that ships, and by a classifier trained in ten-fold cross-validation; and modes and contexts, where the records give them.</summary>
public static class EventEvaluation
{
    private const int Folds = 10;

    /// <summary>Prints accuracies and the table's confusions for the records in <paramref name="path"/> and, if asked, the sentences that it takes wrongly.</summary>
    public static void Run(string path, bool withErrors, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(output);
        var records = EventRecord.Read(path);
        var table = new PloverClassifier(CodingTables.Default);
        var byTable = records.Select(r => table.Classify(r.Sentence)).ToList();
        var trained = new string[records.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            // Every tenth record in the order of the file: no chance in it.
            var classifier = new BayesClassifier([.. records.Where((_, i) => i % Folds != fold)]);
            for (var i = fold; i < records.Count; i += Folds)
            {
                trained[i] = classifier.Classify(records[i].Sentence);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records.Count} records"));
        output.WriteLine(Line("table (not trained)", records.Where((r, i) => r.Accepts(byTable[i])).Count(), records.Count));
        output.WriteLine(Line("naive Bayes, ten-fold", records.Where((r, i) => r.Accepts(trained[i])).Count(), records.Count));
        var moded = records.Where(r => r.Mode is not null).ToList();
        output.WriteLine(Line("mode, given the type", moded.Count(r => table.Modes(r.Sentence, r.Type).FirstOrDefault() == r.Mode), moded.Count));
        output.WriteLine(Line("mode among those told", moded.Count(r => table.Modes(r.Sentence, r.Type).Contains(r.Mode!)), moded.Count));
        output.WriteLine(Line("contexts recalled", records.Sum(r => r.Contexts.Count(table.Contexts(r.Sentence).Contains)), records.Sum(r => r.Contexts.Length)));
        output.WriteLine();
        PrintConfusion(records, byTable, output);
        if (withErrors)
        {
            PrintErrors(records, byTable, table, output);
        }
    }

    private static void PrintErrors(List<EventRecord> records, List<string?> found, PloverClassifier table, TextWriter output)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (!record.Accepts(found[i]))
            {
                output.WriteLine($"type\t{record.Type}\t{found[i] ?? "none"}\t{record.Sentence}");
            }

            if (record.Mode is { } mode && table.Modes(record.Sentence, record.Type) is var modes && modes.FirstOrDefault() != mode)
            {
                output.WriteLine($"mode\t{record.Type} {mode}\t{string.Join(' ', modes)}\t{record.Sentence}");
            }

            foreach (var context in record.Contexts.Except(table.Contexts(record.Sentence)))
            {
                output.WriteLine($"context\t{context}\t{string.Join(' ', table.Contexts(record.Sentence))}\t{record.Sentence}");
            }
        }
    }

    private static string Line(string name, int right, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-24} {right} of {of} right, {100.0 * right / of:0.0} %");

    private static void PrintConfusion(List<EventRecord> records, List<string?> found, TextWriter output)
    {
        output.WriteLine("| gold | records | right | taken for |");
        output.WriteLine("|---|---|---|---|");
        foreach (var group in records.Select((r, i) => (Record: r, Found: found[i])).GroupBy(x => x.Record.Type).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var wrong = group.Where(x => !x.Record.Accepts(x.Found)).GroupBy(x => x.Found ?? "none").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {group.Key} | {group.Count()} | {group.Count(x => x.Record.Accepts(x.Found))} | {string.Join(", ", wrong.Select(g => $"{g.Key} {g.Count()}"))} |"));
        }
    }
}
