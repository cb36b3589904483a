using System.Globalization;
using System.Text;

namespace Parley.Documents.Decoding;

/// <summary>
/// Tells windows-1252 from windows-1251, KOI8-R, ISO 8859-5 and IBM866 by what the high bytes would be: how frequent the
/// letters are in the languages written so, whether words stay in one alphabet, and whether capitals stand inside words.
/// </summary>
internal static class SingleByteEvidence
{
    private const int MaxSample = 1 << 16;

    private static readonly Encoding[] Candidates =
        [Charsets.Known("windows-1252"), Charsets.Known("windows-1251"), Charsets.Known("koi8-r"), Charsets.Known("iso-8859-5"), Charsets.Known("ibm866")];

    // Relative frequencies per thousand letters in running text, Russian with the further letters of Ukrainian and Bulgarian.
    private const string CyrillicByFrequency = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў";

    // Letters with marks and the signs of West European typography, common ones first.
    private const string WesternByFrequency = "éèàüöäñçóíáêâôãõåøæßúùûîïëëœýðþ";
    private const string TypographicSigns = "“”‘’–—…«»°§€£•·™®©¿¡";

    /// <summary>The likeliest of the five encodings, and by how many nats a high byte it beats windows-1252 (0 if that wins).</summary>
    internal static (Encoding Encoding, double Lead) Weigh(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        Span<double> scores = stackalloc double[Candidates.Length];
        var best = 0;
        for (var i = 0; i < Candidates.Length; i++)
        {
            scores[i] = Score(Candidates[i].GetString(sample), sample);
            best = scores[i] > scores[best] ? i : best;
        }

        return (Candidates[best], scores[best] - scores[0]);
    }

    // The neighbourhood of the first high bytes; a page may begin with a long stretch of ASCII.
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var first = Math.Max(0, bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) - 1);
        return bytes.Slice(first, Math.Min(MaxSample, bytes.Length - first));
    }

    private static double Score(string text, ReadOnlySpan<byte> bytes)
    {
        double sum = 0;
        var high = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (bytes[i] >= 0x80)
            {
                high++;
                sum += LogOdds(text, i);
            }
        }

        return high == 0 ? 0 : sum / high;
    }

    private static double LogOdds(string text, int at)
    {
        var c = text[at];
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        if (!char.IsLetter(c))
        {
            return TypographicSigns.Contains(c, StringComparison.Ordinal) ? (char.IsLetter(before) && char.IsLetter(after) && c != '’' ? -4 : -2) : -7;
        }

        var lower = char.ToLower(c, CultureInfo.InvariantCulture);
        var cyrillic = lower is >= '\u0400' and <= '\u052F';
        var rank = (cyrillic ? CyrillicByFrequency : WesternByFrequency).IndexOf(lower, StringComparison.Ordinal);
        var score = rank < 0 ? -8 : -1.5 - (rank * 0.1);
        if (char.IsUpper(c))
        {
            score -= char.IsLower(before) ? 5 : char.IsUpper(before) || char.IsUpper(after) ? 1 : 0.5;
        }

        foreach (var neighbour in (ReadOnlySpan<char>)[before, after])
        {
            if (char.IsLetter(neighbour))
            {
                var sameScript = cyrillic ? neighbour >= '\u0400' : neighbour < '\u0400';
                // A marked Latin letter stands among plain ones; two in a row are rare.
                score -= !sameScript ? 4 : !cyrillic && neighbour >= '\u0080' ? 2 : 0;
            }
        }

        return score;
    }
}
