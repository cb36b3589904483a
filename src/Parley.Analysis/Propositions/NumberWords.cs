using System.Collections.Frozen;
using System.Globalization;

namespace Parley.Analysis;

/// <summary>Numbers in digits and words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal> s_values = new Dictionary<string, decimal>
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11,
        ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> s_multipliers = new Dictionary<string, decimal>
    {
        ["hundred"] = 100, ["thousand"] = 1000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000, ["bn"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value of a word such as "twelve" or "1,250.5".</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out decimal value)
    {
        if (word.Length is > 0 and <= 15 && char.IsAsciiDigit(word[0]))
        {
            return decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        }

        return s_values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out value);
    }

    /// <summary>What a word multiplies the number before it by.</summary>
    public static bool TryMultiplier(ReadOnlySpan<char> word, out decimal factor) =>
        s_multipliers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out factor);
}
