using System.Collections.Frozen;
using System.Globalization;
using Parley.Attributions;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Reads how many sources a statement rests on, where its words say a number: "two unspecified sources", "a senior official".</summary>
internal static class SourceCounter
{
    private const int Most = 10_000;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_numbers =
        new Dictionary<string, int>
        {
            ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
            ["eleven"] = 11, ["twelve"] = 12, ["dozen"] = 12, ["both"] = 2, ["pair"] = 2, ["a"] = 1, ["an"] = 1, ["another"] = 1,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_before =
        new[] { "the", "these", "those", "all", "at", "least", "about", "some", "more", "than", "over", "other", "its", "his", "her", "their", "a", "of" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number and the words that give it; null where none is said, and for sources that are named.</summary>
    public static (int Number, TextSpan Words)? Count(AttributedArticle article, int index, ResolvedSource source)
    {
        var attribution = article.Attributions[index];
        if (attribution.Source.IsEmpty || source.Sourcing is not (Sourcing.Anonymous or Sourcing.Collective))
        {
            return null;
        }

        var text = article.Article.Text;
        (int Number, TextSpan Words)? single = null;
        foreach (var word in Words.Of(text, attribution.Source[0]))
        {
            var letters = word.In(text);
            if (s_numbers.TryGetValue(letters, out var number) || (int.TryParse(letters, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < Most))
            {
                // "A" counts one source unless a number follows: "a dozen", "a pair of".
                if (!letters.Equals("a", StringComparison.OrdinalIgnoreCase))
                {
                    return (number, word.Span);
                }

                single = (1, word.Span);
                continue;
            }

            if (!s_before.Contains(letters))
            {
                break;
            }
        }

        return source.Plural ? null : single;
    }
}
