using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parley.Records;

/// <summary>The names of enumeration members as exports and ledgers write them: kebab case (<c>came-true</c>).</summary>
public static class EnumName
{
    /// <summary>The name of <paramref name="value"/>, the same that canonical JSON has. The members of the enumeration must be numbered from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such member.</exception>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var names = Names<TEnum>.ByMember;
        var index = Unsafe.BitCast<TEnum, int>(value);
        return (uint)index < (uint)names.Length ? names[index] : throw new ArgumentOutOfRangeException(nameof(value), index, $"{typeof(TEnum).Name} has no such member");
    }

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly string[] ByMember = Array.ConvertAll(Enum.GetNames<TEnum>(), JsonNamingPolicy.KebabCaseLower.ConvertName);
    }
}
