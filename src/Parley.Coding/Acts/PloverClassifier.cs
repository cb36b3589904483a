using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Acts;

/// <summary>How surely a phrase tells a PLOVER type, 1 to 9.</summary>
internal sealed record PloverWeight(string Phrase, string Type, int Weight);

/// <summary>
/// The PLOVER 2.0 type of the act or deed that a sentence tells, by the words of <c>events/plover.tsv</c>: each weighs for its type, earlier
/// ones more, since the main clause mostly comes first. What follows an act of speech is what is demanded, promised or complained of and
/// weighs less; a deed that is to come is a promise if it helps and a threat if it harms. Holds no state; one instance serves all threads.
/// </summary>
public sealed class PloverClassifier(CodingTables tables)
{
    private const double HalvingWords = 14;
    private const double Governed = 0.3;
    private const int FutureReach = 3;

    private static readonly FrozenSet<string> s_acts = ["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"];
    private static readonly FrozenSet<string> s_helping = ["CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"];
    private static readonly FrozenSet<string> s_harming = ["SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"];

    /// <summary>The type, e.g. <c>ASSAULT</c>; null if no word tells one.</summary>
    public string? Classify(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = ArticleWords.Of(sentence, tables.Vocabulary);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        var governed = false;
        var matches = tables.PloverWords.FindAll(words, new TokenRange(0, words.Count));
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            var type = IsToCome(words, match.Words.Start) ? ToCome(match.Value.Type)
                : IsReadiness(words, match) && i + 1 < matches.Count && matches[i + 1].Words.Start - match.Words.End <= FutureReach ? ToCome(matches[i + 1].Value.Type)
                : match.Value.Type;
            var score = match.Value.Weight * (governed ? Governed : 1) / (1 + (match.Words.Start / HalvingWords));
            scores[type] = scores.GetValueOrDefault(type) + score;
            governed |= s_acts.Contains(type);
        }

        return scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key).FirstOrDefault();
    }

    /// <summary>What a deed is while it is only announced.</summary>
    private static string ToCome(string type) => s_helping.Contains(type) ? "AGREE" : s_harming.Contains(type) ? "THREATEN" : type;

    /// <summary>"prepared to", "vowed to": a promise or a threat, as what follows helps or harms.</summary>
    private static bool IsReadiness(ArticleWords words, PhraseMatch<PloverWeight> match) => match.Value.Type == "AGREE" && words.Is(match.Words.End - 1, "to");

    /// <summary>"will release", "plans to impose", "is prepared to send".</summary>
    private static bool IsToCome(ArticleWords words, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - FutureReach); i--)
        {
            if (words.Is(i, "will") || words.Is(i, "would") || words.Is(i, "shall") ||
                (words.Is(i, "to") && (words.Is(i - 1, "plans") || words.Is(i - 1, "planned") || words.Is(i - 1, "intends") || words.Is(i - 1, "prepared") || words.Is(i - 1, "ready"))))
            {
                return true;
            }

            if (!char.IsLetter(words.Word(i)[0]))
            {
                return false;
            }
        }

        return false;
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
