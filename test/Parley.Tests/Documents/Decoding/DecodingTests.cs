using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Documents.Decoding;
using Xunit;

namespace Parley.Tests.Documents.Decoding;

public class DecodingTests
{
    private const string Russian = "Министр заявил, что переговоры продолжатся в пятницу, но условий пока никто не принял.";
    private const string Ukrainian = "Речник сказав, що зустріч відбудеться у четвер, якщо її не перенесуть знову.";
    private const string French = "Le président a déclaré que « rien n’est décidé » à Genève, où les négociateurs étaient réunis.";
    private const string German = "Der Außenminister erklärte, man prüfe die Vorschläge, könne aber für nichts bürgen.";
    private const string English = "“We’re not there yet,” he said – and left.";

    [Theory]
    [InlineData(Russian, "windows-1251")]
    [InlineData(Russian, "koi8-r")]
    [InlineData(Russian, "ibm866")]
    [InlineData(Russian, "iso-8859-5")]
    [InlineData(Russian, "utf-8")]
    [InlineData(Russian, "utf-16")]
    [InlineData(Russian, "utf-16BE")]
    [InlineData(Ukrainian, "windows-1251")]
    [InlineData(French, "windows-1252")]
    [InlineData(German, "windows-1252")]
    [InlineData(English, "windows-1252")]
    [InlineData(English, "utf-16")]
    public void The_encoding_is_found_by_the_bytes_alone(string text, string charset)
    {
        var bytes = Charsets.Known(charset).GetBytes(text);

        var finding = TextDecoder.Find(bytes, null);

        Assert.Equal(Charsets.Known(charset).CodePage, finding.Encoding.CodePage);
        Assert.Equal(text, TextDecoder.Decode(bytes, finding.Encoding).Text);
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1251\">", "windows-1251")]
    [InlineData("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r")]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?>", "windows-1251")]
    [InlineData("<meta name=charset-note><meta charset=windows-1251>", "windows-1251")]
    [InlineData("<p>charset=koi8-r", null)]
    public void A_declared_charset_is_found(string head, string? label) => Assert.Equal(label, DeclaredCharset.In(Encoding.ASCII.GetBytes(head)));

    [Theory]
    [InlineData("<meta charset='windows-1251'>", "utf-8", "windows-1251")]
    [InlineData("<meta charset='utf-8'>", "windows-1251", "utf-8")]
    [InlineData("<meta charset='iso-8859-1'>", "windows-1251", "iso-8859-1")]
    [InlineData("<meta charset='shift_jis'>", "windows-1251", "shift_jis")]
    [InlineData("<meta charset='windows-1251'>", "windows-1251", null)]
    [InlineData("<meta charset='koi8-r'>", "koi8-r", null)]
    public void The_bytes_win_over_a_claim_that_they_refute(string head, string truth, string? refuted)
    {
        var finding = TextDecoder.Find(Charsets.Known(truth).GetBytes(head + Russian), null);

        Assert.Equal((truth, refuted), (finding.Encoding.WebName, finding.RefutedClaim));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'a', 0xC3, 0xA9, (byte)'b'];

        var decoded = TextDecoder.Decode(bytes, TextDecoder.Find(bytes, "windows-1251").Encoding);

        Assert.Equal(("aéb", 3), (decoded.Text, decoded.PreambleLength));
        Assert.Equal([3, 4, 6, 7], Enumerable.Range(0, 4).Select(decoded.ByteOffset));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_utf8_is_replaced_and_its_place_named()
    {
        byte[] bytes = [.. "ok "u8, 0xED, 0xA0, 0x80, .. " é."u8];

        var finding = TextDecoder.Find(bytes, null);
        var decoded = TextDecoder.Decode(bytes, finding.Encoding);

        Assert.Equal(("utf-8", 3), (finding.Encoding.WebName, decoded.FirstInvalidByte!.Value));
        Assert.EndsWith(" é.", decoded.Text, StringComparison.Ordinal);
        Assert.Equal(7, decoded.ByteOffset(decoded.Text.IndexOf('é', StringComparison.Ordinal)));
    }

    [Fact]
    public void One_broken_byte_does_not_make_a_utf8_text_another()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), 0xFF, .. Encoding.UTF8.GetBytes(Russian)];

        Assert.Equal("utf-8", TextDecoder.Find(bytes, null).Encoding.WebName);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1251")]
    [InlineData("gb18030")]
    [InlineData("shift_jis")]
    public void Offsets_in_the_text_lead_to_the_bytes(string charset)
    {
        var encoding = Charsets.Known(charset);
        Check.One(Config.QuickThrowOnFailure.WithReplay(7, 11), Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), generated =>
        {
            // Through the encoding and back, so that it holds only what the encoding can say.
            var text = encoding.GetString(encoding.GetBytes((generated ?? "") + "Я語é😀"));
            var bytes = encoding.GetBytes(text);
            var decoded = TextDecoder.Decode(bytes, encoding);
            for (var i = 0; i <= decoded.Text.Length; i++)
            {
                if (i < decoded.Text.Length && char.IsLowSurrogate(decoded.Text[i]))
                {
                    continue;
                }

                var expected = decoded.PreambleLength + encoding.GetByteCount(decoded.Text.AsSpan(0, i));
                if (decoded.ByteOffset(i) != expected)
                {
                    return false;
                }
            }

            return true;
        }));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no such thing")]
    [InlineData("")]
    public void An_unknown_or_unsafe_label_is_no_encoding(string label) => Assert.Null(Charsets.Find(label));
}
