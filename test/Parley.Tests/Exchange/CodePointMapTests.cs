using FsCheck;
using FsCheck.Fluent;
using Parley.Exchange;
using Parley.Tests.Records;
using Xunit;

namespace Parley.Tests.Exchange;

public sealed class CodePointMapTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 2, 2)]
    [InlineData("😀b", 2, 1)]
    [InlineData("a😀b", 1, 1)]
    [InlineData("a😀b", 3, 2)]
    [InlineData("a😀😀b", 5, 3)]
    public void A_pair_counts_once(string text, int unit, int codePoint) =>
        Assert.Equal(codePoint, CodePointMap.Of(text).ToCodePoints(unit));

    [Fact]
    public void A_lone_surrogate_counts_once_too() // not a theory: attributes cannot hold such strings
    {
        Assert.Equal(2, CodePointMap.Of("a\ud800b").ToCodePoints(2));
        Assert.Equal(2, CodePointMap.Of("\udc00\ud800").Length);
        Assert.Equal(2, CodePointMap.Of("\ud800\ud83d\ude00").ToCodePoints(3));
    }

    [Fact]
    public void It_agrees_with_counting_runes() =>
        Check.One(RecordGenerators.Config, Prop.ForAll(RecordGenerators.Text.ToArbitrary(), text =>
        {
            var map = CodePointMap.Of(text);
            var unit = 0;
            var codePoint = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                Assert.Equal(codePoint++, map.ToCodePoints(unit));
                unit += rune.Utf16SequenceLength;
            }

            Assert.Equal(codePoint, map.ToCodePoints(unit));
            Assert.Equal(codePoint, map.Length);
        }));
}
