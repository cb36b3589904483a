using System.Buffers;
using System.Globalization;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// The last record of a ledger: how many there are and the hash that stands for all of them. Published elsewhere (in print, by
/// time stamp, in another ledger), it shows later whether the history up to there is still the same.
/// </summary>
/// <param name="Sequence">Number of the last record, counted from 1; 0 for an empty ledger.</param>
/// <param name="Hash">Its chained hash; zeros for an empty ledger.</param>
public readonly record struct LedgerHead(long Sequence, ContentHash Hash)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out LedgerHead head)
    {
        head = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 1 || text!.Length - colon - 1 != 64 || text.AsSpan(colon + 1).ContainsAnyExcept(HexDigits) ||
            !long.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return false;
        }

        head = new LedgerHead(sequence, ContentHash.Parse(text[(colon + 1)..]));
        return true;
    }

    /// <summary>Number and hash joined by a colon.</summary>
    public override string ToString() => $"{Sequence}:{Hash.Hex}";
}
