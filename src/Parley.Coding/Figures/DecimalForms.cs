namespace Parley.Coding.Figures;

internal static class DecimalForms
{
    /// <summary>The same number without trailing zeros, so that equal values print alike.</summary>
    public static decimal Normalised(this decimal value) => value / 1.000000000000000000000000000000m;
}
