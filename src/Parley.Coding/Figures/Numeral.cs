using System.Globalization;
using Parley.Coding.Words;

namespace Parley.Coding.Figures;

/// <summary>How a number word takes part in a number.</summary>
internal enum NumeralKind
{
    /// <summary>One to nineteen: added.</summary>
    Unit,

    /// <summary>Twenty to ninety: added, a unit may follow.</summary>
    Tens,

    /// <summary>Hundred, dozen: multiplies what stands right before it.</summary>
    Hundred,

    /// <summary>Thousand, million, …: multiplies the group before it.</summary>
    Scale,

    /// <summary>A fraction: half, third, quarter.</summary>
    Fraction,
}

/// <summary>A number word.</summary>
internal sealed record Numeral(NumeralKind Kind, decimal Value)
{
    public static Numeral Read(TableFile.Row row) => new(row.Member<NumeralKind>(1),
        decimal.TryParse(row[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw row.Error($"'{row[2]}' is no value; a number in digits is expected"));
}
