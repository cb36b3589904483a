using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Records;
using Parley.Resolution.Time;
using Xunit;

namespace Parley.Tests.Resolution;

public sealed class TimeTaggerTests
{
    private static readonly PartialDate s_friday = new(2024, 1, 26);

    [Theory]
    [InlineData("They met on January 19.", "2024-01-19")]
    [InlineData("They met on Jan. 19, 2023, at noon", "2023-01-19")]
    [InlineData("They met on 3 March 1998.", "1998-03-03")]
    [InlineData("They met in December 2023.", "2023-12")]
    [InlineData("They met in December.", "2023-12")]
    [InlineData("They will meet in December.", "2024-12")]
    [InlineData("They met on 1/27/25.", "2025-01-27")]
    [InlineData("They met on 2024-01-05.", "2024-01-05")]
    [InlineData("It began in 2014.", "2014")]
    [InlineData("It began in the 1990s.", "199")]
    [InlineData("It began in the 19th century.", "18")]
    [InlineData("It came after the September 11 attacks.", "2001-09-11")]
    public void Dates_of_the_calendar(string text, string value) => Assert.Equal(value, TimeTagger.Tag(text, s_friday)[0].Value);

    [Theory]
    [InlineData("They met on Monday.", "2024-01-22")]
    [InlineData("They will meet on Monday.", "2024-01-29")]
    [InlineData("He was given until Monday.", "2024-01-29")]
    [InlineData("They met last Friday.", "2024-01-19")]
    [InlineData("They will meet next Friday.", "2024-02-02")]
    [InlineData("They met yesterday.", "2024-01-25")]
    [InlineData("They met last week.", "2024-W03")]
    [InlineData("They met last month.", "2023-12")]
    [InlineData("They met last year.", "2023")]
    [InlineData("They met this summer.", "2024-SU")]
    [InlineData("They met in the spring of 2014.", "2014-SP")]
    [InlineData("They met 25 years ago.", "1999")]
    [InlineData("They met two weeks ago.", "2024-W02")]
    [InlineData("They met three days ago.", "2024-01-23")]
    [InlineData("They met on January 10. Two days later they signed.", "2024-01-12", 1)]
    [InlineData("They met on Monday night.", "2024-01-22TNI")]
    [InlineData("It rose in the first quarter of 2023.", "2023-Q1")]
    [InlineData("It rose in the fourth quarter.", "2023-Q4")]
    [InlineData("They met earlier this month.", "2024-01")]
    [InlineData("They fled at 9:30 p.m. on Monday.", "2024-01-22T21:30")]
    [InlineData("They met on New Year’s Eve 1999.", "1999-12-31")]
    [InlineData("They met on Easter Sunday 2023.", "2023-04-09")]
    [InlineData("The shell fell at about 10:35 a.m. (0735 GMT) on Thursday.", "2024-01-25T10:35")]
    [InlineData("On Tuesday they crossed the line at 6 a.m. and took the bridge.", "2024-01-23T06:00", 1)]
    [InlineData("They have until 9 a.m. Tuesday.", "2024-01-30T09:00")]
    [InlineData("He said that he would travel to Geneva on Tuesday.", "2024-01-30")]
    [InlineData("They would look at Tuesday's ruling.", "2024-01-23")]
    [InlineData("The money is to be paid in March.", "2024-03")]
    [InlineData("They met on January 10, and again in the morning of the previous Friday.", "2024-01-05TMO", 1)]
    [InlineData("They met in November 2023. He was shot that day.", "2023-11-XX", 1)]
    [InlineData("They met on January 10 and parted in the evening.", "2024-01-10TEV", 1)]
    [InlineData("Exports for the year fell.", "2024")]
    [InlineData("They spent more in the full year.", "2024")]
    [InlineData("They spent more in the fiscal year ended March 31.", "P1Y")]
    [InlineData("The mandate ends by year-end.", "2024-12-31")]
    [InlineData("It will be so by the year two thousand and thirty.", "2030")]
    [InlineData("They had shown in the past that they could.", "PAST_REF")]
    public void Dates_that_start_from_the_documents_date(string text, string value, int index = 0) => Assert.Equal(value, TimeTagger.Tag(text, s_friday)[index].Value);

    [Theory]
    [InlineData("It lasted two years.", "P2Y", TimexType.Duration)]
    [InlineData("It lasted two and a half years.", "P2Y6M", TimexType.Duration)]
    [InlineData("It took several weeks.", "PXW", TimexType.Duration)]
    [InlineData("over the past three months", "P3M", TimexType.Duration)]
    [InlineData("a 90-day pause", "P90D", TimexType.Duration)]
    [InlineData("within 24 hours", "PT24H", TimexType.Duration)]
    [InlineData("a couple of days", "P2D", TimexType.Duration)]
    [InlineData("twenty-five years", "P25Y", TimexType.Duration)]
    [InlineData("every day", "P1D", TimexType.Set)]
    [InlineData("every Tuesday", "XXXX-WXX-2", TimexType.Set)]
    public void Durations_and_sets(string text, string value, TimexType type)
    {
        var time = TimeTagger.Tag(text, s_friday)[0];

        Assert.Equal((value, type), (time.Value, time.Type));
    }

    [Theory]
    [InlineData("He paid $1998 for it.")]
    [InlineData("Resolution 1973 was passed.")]
    [InlineData("The 42-year-old soldier fell.")]
    [InlineData("They may march on the second hill.")]
    [InlineData("Some 1900 people fled.")]
    [InlineData("He is in his 30s.")]
    [InlineData("He watched High Noon twice.")]
    [InlineData("He spoke on \"This Week\" with a host.")]
    [InlineData("It began in 2014. That day is not forgotten.", 1)]
    [InlineData("In spring the wires spring back from the fall.", 1)]
    public void What_is_no_time_is_left_alone(string text, int expected = 0) => Assert.Equal(expected, TimeTagger.Tag(text, s_friday).Length);

    [Theory]
    [InlineData("They met on Monday.", "XXXX-WXX-1")]
    [InlineData("They met on May 9, 1945.", "1945-05-09")]
    [InlineData("They met on May 9.", "XXXX-05-09")]
    public void Without_a_document_date_only_what_is_known_has_a_value(string text, string value) => Assert.Equal(value, TimeTagger.Tag(text, null)[0].Value);

    [Fact]
    public void Expressions_lie_in_the_text_in_order_without_overlap_whatever_the_text()
    {
        string[] pieces =
        [
            "January", "May", "26", "31", "2024", "99999999", "0", "last", "next", "week", "years", "ago", "the", "a", "half", "and", "of", "third", "quarter", "-", ",", ".", ":",
            "/", "p", "m", "Monday", "night", "twenty", "thousand", "hundred", "century", "earlier", "later", "year", "’", "s", "end", "mid", "every", "Christmas", "Easter", "9", "noon", "GMT",
        ];
        var texts = Gen.ArrayOf(Gen.Elements(pieces)).Select(words => string.Join(' ', words)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithReplay(5, 7).WithMaxTest(2000), Prop.ForAll(texts, text =>
            AreWellFormed(TimeTagger.Tag(text, new PartialDate(1, 1, 1)), text) && AreWellFormed(TimeTagger.Tag(text, new PartialDate(9999, 12, 31)), text) &&
            AreWellFormed(TimeTagger.Tag(text, s_friday), text) && AreWellFormed(TimeTagger.Tag(text, null), text)));
    }

    private static bool AreWellFormed(IEnumerable<Timex> times, string text)
    {
        var end = 0;
        foreach (var time in times)
        {
            if (time.Span.Start < end || time.Span.End > text.Length || time.Span.IsEmpty || time.Value.Length == 0)
            {
                return false;
            }

            end = time.Span.End;
        }

        return true;
    }

    [Fact]
    public void A_long_hostile_text_takes_time_in_proportion()
    {
        var text = new StringBuilder();
        while (text.Length < 1_000_000)
        {
            text.Append("the last two to three hundred thousand and a half - of the early mid-");
        }

        Assert.NotNull(TimeTagger.Tag(text.ToString(), s_friday).ToString());
    }
}
