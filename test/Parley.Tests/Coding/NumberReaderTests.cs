using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Parley.Coding;
using Parley.Coding.Figures;
using Parley.Coding.Words;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class NumberReaderTests
{
    private static readonly CodingTables s_tables = CodingTables.Default;
    private static readonly NumberReader s_reader = new(s_tables.Figures.Numerals);

    [Theory]
    [InlineData("44,600", 44600)]
    [InlineData("1.4", 1.4)]
    [InlineData("1,234,567.5", 1234567.5)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("800\u00a0000", 800000)]
    [InlineData("1.7 billion", 1700000000)]
    [InlineData("5bn", 5000000000)]
    [InlineData("10m", 10000000)]
    [InlineData("five billion", 5000000000)]
    [InlineData("two hundred and fifty", 250)]
    [InlineData("twenty-one", 21)]
    [InlineData("three hundred thousand", 300000)]
    [InlineData("two million three hundred thousand", 2300000)]
    [InlineData("a hundred", 100)]
    [InlineData("a dozen", 12)]
    [InlineData("two dozen", 24)]
    public void A_number_is_read_in_digits_and_in_words(string text, double value)
    {
        var reading = Read(text);

        Assert.Equal((decimal)value, reading?.Value);
        Assert.Equal(text.Length, ArticleWords.Of(text, s_tables.Vocabulary).SpanOf(reading!.Value.Words).Length);
    }

    [Theory]
    [InlineData("million")]
    [InlineData("a man")]
    [InlineData("12,34")]
    [InlineData("1,234,56")]
    [InlineData("and five")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_no_number_is_not_read(string text) => Assert.Null(Read(text));

    [Fact]
    public void Every_whole_number_with_separators_is_read_back() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20240510, 7), Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), number =>
            Read(number.Get.ToString("N0", CultureInfo.InvariantCulture))?.Value == number.Get));

    [Fact]
    public void Every_number_in_words_is_read_back() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20240510, 9), Prop.ForAll(Gen.Choose(2, 999_999_999).ToArbitrary(), number =>
            Read(InWords(number))?.Value == number));

    [Fact]
    public void Any_text_is_read_without_failing() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20240510, 11), Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var words = ArticleWords.Of(text.Get, s_tables.Vocabulary);
            for (var i = 0; i < words.Count; i++)
            {
                if (s_reader.ReadAt(words, i, words.Count) is { } reading && (reading.Words.Start != i || reading.Words.End > words.Count || reading.Value < 0))
                {
                    return false;
                }
            }

            return true;
        }));

    private static NumberReading? Read(string text)
    {
        var words = ArticleWords.Of(text, s_tables.Vocabulary);
        return s_reader.ReadAt(words, 0, words.Count);
    }

    private static string InWords(int number)
    {
        string[] small =
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return number switch
        {
            >= 1_000_000 => Group(number / 1_000_000) + " million" + Rest(number % 1_000_000),
            >= 1000 => Group(number / 1000) + " thousand" + Rest(number % 1000),
            _ => Group(number),
        };

        string Rest(int rest) => rest == 0 ? "" : rest < 100 ? " and " + Group(rest) : " " + InWords(rest);

        string Group(int n) => n switch
        {
            >= 100 => small[n / 100] + " hundred" + (n % 100 == 0 ? "" : " and " + Group(n % 100)),
            >= 20 => tens[n / 10] + (n % 10 == 0 ? "" : "-" + small[n % 10]),
            _ => small[n],
        };
    }
}
