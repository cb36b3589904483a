using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;

var data = args[0];
var tags = new TagSets();
var parses = AttributionCorpus.ReadParses(Path.Combine(data, "corenlp-train.conll.xz"), tags);
var devParses = AttributionCorpus.ReadParses(Path.Combine(data, "corenlp-dev.conll.xz"), tags);
var train = AttributionCorpus.Read(Path.Combine(data, "polnear-train.jsonl.gz"), parses, AttributionCorpus.ReadAttributions(Path.Combine(data, "polnear-docs-train.jsonl.gz")));
var dev = AttributionCorpus.Read(Path.Combine(data, "polnear-dev.jsonl.gz"), devParses, AttributionCorpus.ReadAttributions(Path.Combine(data, "polnear-docs-dev.jsonl.gz")));
Console.WriteLine($"{train.Count} articles, {train.Sum(a => a.Paragraphs.Length)} paragraphs; vectors ...");
var (index, vectors) = WordVectors.Read(args[1], 70000, 100).Choose(train.SelectMany(a => a.Paragraphs));
Console.WriteLine($"{index.Count} words");
var featurizer = new Featurizer(index);
foreach (var article in train.Concat(dev))
{
    for (var p = 0; p < article.Paragraphs.Length; p++)
    {
        var paragraph = article.Paragraphs[p];
        paragraph.Rows = new int[paragraph.Count * TokenFeatures.Count];
        featurizer.Write(paragraph.Text, paragraph.Starts, paragraph.Ends, article.Id.Length == 0 ? -1 : p, paragraph.Rows);
    }
}

var plan = new TrainingPlan { Epochs = int.Parse(args[2]), Threads = int.Parse(args[3]), Seed = int.Parse(args[4]) };
string[] offsets = [.. Enumerable.Range(0, 16).Select(i => $"{i - 8}")];
var trainer = new Trainer(plan, index, vectors, [[.. tags.PartOfSpeech.Names], [.. tags.Name.Names], [.. tags.Relation.Names], offsets]);
trainer.Run(train, (epoch, line) =>
{
    Console.WriteLine($"{epoch}: {line} | dev {Evaluation.Of(trainer.Network, dev, 240)}");
    using var file = File.Create(args[5]);
    ModelFile.Write(trainer.Network, file);
});
return 0;
