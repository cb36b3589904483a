using System.Collections.Immutable;
using System.Globalization;
using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Acts;

/// <summary>How surely a phrase tells a PLOVER type, 1 to 9.</summary>
internal sealed record PloverWeight(string Phrase, string Type, int Weight);

/// <summary>
/// The PLOVER 2.0 type of the act or deed that a sentence tells, by the words of <c>events/plover.tsv</c>: each weighs for its type, earlier
/// ones more, since the main clause mostly comes first. Holds no state; one instance serves all threads.
/// </summary>
public sealed class PloverClassifier(CodingTables tables)
{
    private const double HalvingWords = 14;

    /// <summary>The type, e.g. <c>ASSAULT</c>; null if no word tells one.</summary>
    public string? Classify(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = ArticleWords.Of(sentence, tables.Vocabulary);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var match in tables.PloverWords.FindAll(words, new TokenRange(0, words.Count)))
        {
            var score = match.Value.Weight / (1 + (match.Words.Start / HalvingWords));
            scores[match.Value.Type] = scores.GetValueOrDefault(match.Value.Type) + score;
        }

        return scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key).FirstOrDefault();
    }

    /// <summary>The modes that a sentence tells of an act of the given type.</summary>
    public ImmutableArray<string> Modes(string sentence, string type)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = ArticleWords.Of(sentence, tables.Vocabulary);
        return [.. EventDetails.Modes(tables.Modes.FindOverlapping(words, new TokenRange(0, words.Count)), type).Select(mode => mode.Name)];
    }

    /// <summary>The contexts that a sentence tells.</summary>
    public ImmutableArray<string> Contexts(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = ArticleWords.Of(sentence, tables.Vocabulary);
        return [.. EventDetails.Contexts(tables.Contexts.FindAll(words, new TokenRange(0, words.Count))).Select(context => context.Name)];
    }

    internal static PhraseTable<PloverWeight>.Builder Load(Vocabulary.Builder vocabulary) => SimpleTables.Read(vocabulary, "events/plover.tsv", 3, row =>
    {
        if (PloverEvent.Read(row, 1, Records.Polarity.Asserts) is not { } type || !int.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out var weight) || weight is < 1 or > 9)
        {
            throw row.Error("a PLOVER type and a weight from 1 to 9 are expected");
        }

        return new PloverWeight(row.Cells[0], type, weight);
    });
}
