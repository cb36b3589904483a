namespace Parley.Training.Events;

/// <summary>Multinomial naive Bayes over words and pairs of words, with add-one smoothing: the trained alternative to the table.</summary>
internal sealed class BayesClassifier
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _totals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _features = new(StringComparer.Ordinal);
    private readonly int _size;

    public BayesClassifier(IReadOnlyCollection<EventRecord> records)
    {
        _size = records.Count;
        foreach (var record in records)
        {
            _documents[record.Type] = _documents.GetValueOrDefault(record.Type) + 1;
            var counts = _counts.TryGetValue(record.Type, out var known) ? known : _counts[record.Type] = new(StringComparer.Ordinal);
            foreach (var feature in Features(record.Sentence))
            {
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
                _totals[record.Type] = _totals.GetValueOrDefault(record.Type) + 1;
                _features.Add(feature);
            }
        }
    }

    public string Classify(string sentence)
    {
        var features = Features(sentence).Where(_features.Contains).ToList();
        return _counts.Keys.Order(StringComparer.Ordinal).MaxBy(type => Math.Log((double)_documents[type] / _size) +
            features.Sum(f => Math.Log((_counts[type].GetValueOrDefault(f) + 1.0) / (_totals[type] + _features.Count))))!;
    }

    private static IEnumerable<string> Features(string sentence)
    {
        var words = sentence.ToLowerInvariant().Split([' ', '.', ',', ';', ':', '"', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Concat(words.Zip(words.Skip(1), (a, b) => $"{a} {b}")).Distinct();
    }
}
