using System.Text;
using System.Text.Unicode;

namespace Parley.Documents.Decoding;

/// <summary>How far some bytes are UTF-8.</summary>
/// <param name="Sequences">Well-formed sequences of two to four bytes.</param>
/// <param name="Broken">Places that are not UTF-8.</param>
/// <param name="HalfPairs">Those of them that are half of a surrogate pair, written as if it were a character.</param>
/// <param name="FirstBroken">Offset of the first of them, or -1.</param>
internal readonly record struct Utf8Census(int Sequences, int Broken, int HalfPairs, int FirstBroken)
{
    internal static Utf8Census Of(ReadOnlySpan<byte> bytes)
    {
        // Past this many the answer is settled, if the rest is well formed.
        const int Enough = 1000;
        int sequences = 0, broken = 0, halves = 0, first = -1, at = 0;
        while (at < bytes.Length)
        {
            var ascii = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }

            at += ascii;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                broken++;
                first = first < 0 ? at : first;
                if (bytes[at..] is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..])
                {
                    halves++;
                    used = 3;
                }
            }

            at += used;
            if (sequences == Enough && broken == 0 && Utf8.IsValid(bytes[at..]))
            {
                break;
            }
        }

        return new Utf8Census(sequences, broken, halves, first);
    }
}
