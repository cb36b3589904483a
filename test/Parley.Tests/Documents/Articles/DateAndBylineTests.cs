using Parley.Documents;
using Parley.Documents.Articles;
using Xunit;

namespace Parley.Tests.Documents.Articles;

public sealed class DateAndBylineTests
{
    [Theory]
    [InlineData("1/27/25", "2025-01-27")]
    [InlineData("27/1/25", "2025-01-27")]
    [InlineData("1/2/2025", "2025-01-02")]
    [InlineData("27.1.2025", "2025-01-27")]
    [InlineData("02.01.2025", "2025-01-02")]
    [InlineData("27-01-2025", "2025-01-27")]
    [InlineData("2025-01-27", "2025-01-27")]
    [InlineData("2025-01-27T10:00:00Z", "2025-01-27")]
    [InlineData("27 January 2025", "2025-01-27")]
    [InlineData("27th of January, 2025", "2025-01-27")]
    [InlineData("Jan. 27, 2025", "2025-01-27")]
    [InlineData("Monday, January 27th, 2025", "2025-01-27")]
    [InlineData("January 2025", "2025-01")]
    [InlineData("27 января 2025 г.", "2025-01-27")]
    [InlineData("27 січня 2025", "2025-01-27")]
    [InlineData("1er février 2024", "2024-02-01")]
    [InlineData("27. März 2025", "2025-03-27")]
    [InlineData("27 de enero de 2025", "2025-01-27")]
    [InlineData("27 stycznia 2025", "2025-01-27")]
    [InlineData("2025年1月27日", "2025-01-27")]
    [InlineData("1/2/99", "1999-01-02")]
    public void Dates_are_read_in_many_shapes(string text, string expected)
    {
        Assert.True(DateText.TryFind(text, DayMonthOrder.MonthFirst, out var span, out var date));
        Assert.Equal(expected, date.ToString());
        Assert.InRange(span.End, 1, text.Length);
    }

    [Theory]
    [InlineData("32/13/2025")]
    [InlineData("version 1.2.3")]
    [InlineData("May 5 people")]
    [InlineData("Resolution 1973 of March")]
    [InlineData("12345678901234567890")]
    [InlineData("February 30, 2025")]
    [InlineData("")]
    public void Other_numbers_are_no_dates(string text) => Assert.False(DateText.TryFind(text, DayMonthOrder.MonthFirst, out _, out _));

    [Fact]
    public void An_ambiguous_slashed_date_follows_the_order_of_the_page()
    {
        DateText.TryFind("3/6/22", DayMonthOrder.DayFirst, out _, out var date);
        Assert.Equal("2022-06-03", date.ToString());
    }

    [Theory]
    [InlineData("By Lea Roth, Alpine Times, 1/27/25", "Lea Roth", "Alpine Times", "2025-01-27")]
    [InlineData("By Lea Roth for Alpine Times", "Lea Roth", "Alpine Times", null)]
    [InlineData("By Lea Roth of The Associated Press", "Lea Roth", "The Associated Press", null)]
    [InlineData("By LEA ROTH", "LEA ROTH", null, null)]
    [InlineData("By Lea Roth and Tom Okello, Reuters", "Lea Roth and Tom Okello", "Reuters", null)]
    [InlineData("By Lea Roth, Tom Okello and Ada Berg, Reuters", "Lea Roth, Tom Okello and Ada Berg", "Reuters", null)]
    [InlineData("By Lea Roth, senior fellow, Harbour Institute, 27 January 2025", "Lea Roth", "Harbour Institute", "2025-01-27")]
    [InlineData("By Lea Roth in Khartoum", "Lea Roth", null, null)]
    [InlineData("By Lea Roth | example.org | Jan. 26, 2024", "Lea Roth", "example.org", "2024-01-26")]
    [InlineData("Alpine Times, January 26, 2024", null, "Alpine Times", "2024-01-26")]
    [InlineData("(Reuters, 26.1.2024)", null, "Reuters", "2024-01-26")]
    [InlineData("Lea Roth, Alpine Times, 26 January 2024", "Lea Roth", "Alpine Times", "2024-01-26")]
    [InlineData("Alpine Times — Lea Roth — 2024-01-26", "Lea Roth", "Alpine Times", "2024-01-26")]
    [InlineData("Published: Friday, January 26, 2024 10:30 GMT", null, null, "2024-01-26")]
    [InlineData("Posted on January 26, 2024 by Lea Roth", "Lea Roth", null, "2024-01-26")]
    [InlineData("Moscow, 26 January 2024", null, null, "2024-01-26")]
    [InlineData("Par Lucie Blanc, Le Monde, 26 janvier 2024", "Lucie Blanc", "Le Monde", "2024-01-26")]
    [InlineData("Von Anna Vogel, Der Spiegel, 26.01.2024", "Anna Vogel", "Der Spiegel", "2024-01-26")]
    [InlineData("Автор: Анна Лебедь, Новая газета, 26 января 2024", "Анна Лебедь", "Новая газета", "2024-01-26")]
    [InlineData("Source: Xinhua", null, "Xinhua", null)]
    public void Byline_lines_give_author_outlet_and_date(string line, string? name, string? outlet, string? date)
    {
        Assert.True(BylineText.TryParse(line, DayMonthOrder.MonthFirst, out var byline));
        Assert.Equal((name, outlet, date), (byline.Name, byline.Outlet, byline.Published?.ToString()));
    }

    [Theory]
    [InlineData("By the time the envoy arrived, the hall was empty")]
    [InlineData("By Tuesday, Russia had answered")]
    [InlineData("On January 26, 2024 the envoy said that the talks had failed")]
    [InlineData("The envoy said on 26 January 2024 that he would return.")]
    [InlineData("Who met whom in January 2024?")]
    [InlineData("")]
    public void Sentences_are_no_bylines(string line) => Assert.False(BylineText.TryParse(line, DayMonthOrder.MonthFirst, out _));
}
