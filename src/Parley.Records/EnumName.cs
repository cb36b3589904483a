using System.Collections.Frozen;
using System.Text.Json;

namespace Parley.Records;

/// <summary>The names of enumeration members as exports and ledgers write them: kebab case (<c>came-true</c>).</summary>
public static class EnumName
{
    /// <summary>The name of <paramref name="value"/>, the same that canonical JSON has.</summary>
    /// <exception cref="KeyNotFoundException">The enumeration has no such member.</exception>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByMember[value];

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByMember =
            Enum.GetValues<TEnum>().ToFrozenDictionary(m => m, m => JsonNamingPolicy.KebabCaseLower.ConvertName(m.ToString()));
    }
}
