using Parley.Documents.Articles;
using Parley.Records;
using Xunit;
using static Parley.Tests.Documents.Articles.Splitting;

namespace Parley.Tests.Documents.Articles;

public sealed class SplittingTests
{
    private const string Body = "The mediators met both delegations on Tuesday and said that the talks would go on. Nobody left the hall.\n\n" +
        "The generals stayed away, as they had in the autumn, and sent two colonels who listened without a word. " +
        "Their silence was taken for consent by some and for contempt by others. The mayor of the besieged town, who has lost two brothers in the war, " +
        "told the mediators that his people would not leave, and that they would not be counted as prisoners either.\n\n" +
        "Grain has not come through the pass since the winter. Three convoys were turned back in March, and the fourth one burnt on the road. " +
        "Both armies deny that they fired. The monitors, who are allowed to see the road by day only, have written two reports, and neither of them has been published. " +
        "A draft that was passed around in the hall asks for their return, for a line of posts along the river, and for the names of all who are held in the two camps.\n\n" +
        "A second round is planned for the spring, according to two people who were in the room.";

    [Fact]
    public void Each_heading_with_a_byline_begins_an_article()
    {
        string[] expected =
        [
            "Article | Rebels Say No Date Is Set for Talks in Doha | Mona Harb | Gulf Observer | 2024-05-13",
            "Article | Army Chief Warns of Famine if the Siege Goes On | Tom Okello | The Nile Post | 2024-05-14",
            "Article | Ada Berg: What the Ceasefire Got Wrong | Ada Berg | Substack | 2024-05-02",
        ];

        Assert.Equal(expected, Heads($"""
            Rebels Say No Date Is Set for Talks in Doha; Army Chief Warns of Famine if the Siege Goes On

            By Mona Harb, Gulf Observer, 5/13/24

            {Body}

            ***

            Army Chief Warns of Famine if the Siege Goes On

            By Tom Okello for The Nile Post, 5/14/24

            {Body}

            Ada Berg: What the Ceasefire Got Wrong

            By Ada Berg | Substack | May 2, 2024

            {Body}
            """));
    }

    [Theory]
    [InlineData("***")]
    [InlineData("* * *")]
    [InlineData("---")]
    [InlineData("___")]
    [InlineData("###")]
    [InlineData("— — —")]
    [InlineData("⁂")]
    public void A_separator_belongs_to_no_article(string separator)
    {
        var articles = Split($"Truce Monitors Leave the Northern Front\n\nBy Lea Roth, Alpine Times, 2/3/23\n\n{Body}\n\n{separator}\n\n" +
            $"Grain Ships Wait Outside the Blocked Port\n\nBy Lea Roth, Alpine Times, 2/4/23\n\n{Body}\n");

        Assert.Equal(2, articles.Length);
        Assert.EndsWith("in the room.", articles[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Grain Ships", articles[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headlines_between_separators_begin_articles_without_bylines()
    {
        var heads = Heads($"Truce monitors leave the northern front early\n\n{Body}\n\n***\n\nGrain ships wait outside the blocked port\n\n{Body}");

        Assert.Equal(["Article | Truce monitors leave the northern front early | - | - | -", "Article | Grain ships wait outside the blocked port | - | - | -"], heads);
    }

    [Fact]
    public void A_section_break_in_an_essay_splits_nothing()
    {
        Assert.Single(Split($"How the border war began and who wanted it\n\nBy Ada Berg\n\n{Body}\n\n* * *\n\n{Body}\n\n* * *\n\nAftermath\n\n{Body}"));
    }

    [Fact]
    public void A_subheading_splits_nothing()
    {
        Assert.Single(Split($"Truce Monitors Leave the Northern Front\n\nBy Lea Roth, Alpine Times, 2/3/23\n\n{Body}\n\nWho Pays for the Monitors\n\n{Body}"));
    }

    [Fact]
    public void A_second_title_that_comes_again_below_is_not_part_of_the_first()
    {
        var heads = Heads($"Port Reopens After Siege; Envoy Doubts the Truce Will Hold\n\n{Body}\n\nEnvoy Doubts the Truce Will Hold\n\n{Body}");

        Assert.Equal(["Article | Port Reopens After Siege | - | - | -", "Article | Envoy Doubts the Truce Will Hold | - | - | -"], heads);
    }

    [Fact]
    public void A_headline_with_a_semicolon_keeps_it_if_nothing_comes_again()
    {
        Assert.Equal("Port Reopens After Siege; Envoy Doubts the Truce", Split($"Port Reopens After Siege; Envoy Doubts the Truce\n\n{Body}")[0].Title);
    }

    [Fact]
    public void A_digest_item_leads_to_its_full_report_and_is_followed_by_a_button_and_a_blurb()
    {
        string[] expected =
        [
            "DigestItem | Centre for Border Studies: Both armies deny the crossing | Centre for Border Studies | Centre for Border Studies | 2021-03-09",
            "Boilerplate | - | - | - | -",
            "Blurb | Harbour Foundation | - | Harbour Foundation | -",
        ];

        Assert.Equal(expected, Heads($"""
            March 9, 2021

            Centre for Border Studies: Both armies deny the crossing

            Centre for Border Studies

            {Body}

            For the full report: https://example.org/border/9

            Share this:

            Harbour Foundation

            Millions of people live far from home, and every year there are more of them.

            We urge governments to act. Our mission is to give each of them a harbour.
            """));
    }

    [Theory]
    [InlineData("The Harbour Foundation is a nonprofit organisation that teaches mediators in nine countries.", "Harbour Foundation")]
    [InlineData("About the Harbour Foundation\n\nOur mission is to train those who carry messages between the lines.", "Harbour Foundation")]
    public void A_self_description_at_the_end_is_a_blurb(string blurb, string organisation)
    {
        var articles = Split($"Port Reopens After Long Siege\n\nBy Lea Roth, Alpine Times, 2/3/23\n\n{Body}\n\n{blurb}");

        Assert.Equal([ArticleForm.Article, ArticleForm.Blurb], articles.Select(a => a.Form));
        Assert.Equal((organisation, organisation), (articles[1].Title, articles[1].Outlet));
    }

    [Fact]
    public void The_description_of_an_author_is_no_blurb()
    {
        Assert.Single(Split($"Port Reopens After Long Siege\n\nBy Lea Roth, Alpine Times, 2/3/23\n\n{Body}\n\nLea Roth is an independent writer and a former diplomat."));
    }

    [Theory]
    [InlineData("7 mins read")]
    [InlineData("5 min read")]
    [InlineData("Share this:")]
    [InlineData("Email This Page")]
    [InlineData("Facebook Twitter WhatsApp")]
    [InlineData("We use cookies to make this page work.")]
    [InlineData("Sign up for our morning newsletter")]
    [InlineData("Photo credit: Lea Roth / Alpine Times")]
    [InlineData("Related articles\n\nMayor Opens New Bridge Over the River\n\nTen Ways to Cook Beans in Winter")]
    public void Boilerplate_at_an_edge_is_a_piece_of_its_own(string boilerplate)
    {
        var articles = Split($"Port Reopens After Long Siege\n\nBy Lea Roth, Alpine Times, 2/3/23\n\n{Body}\n\n{boilerplate}\n");

        Assert.Equal([ArticleForm.Article, ArticleForm.Boilerplate], articles.Select(a => a.Form));
        Assert.Equal(boilerplate, articles[1].Text);
        Assert.Null(articles[1].Title);
    }

    [Fact]
    public void Boilerplate_within_an_article_is_a_block_of_it()
    {
        var article = Assert.Single(Split($"Port Reopens After Long Siege\n\nBy Lea Roth, Alpine Times, 2/3/23\n\n7 mins read\n\n{Body}"));

        Assert.Contains(article.Blocks, b => b.Kind == BlockKind.Boilerplate && b.Body.In(article.Text) is "7 mins read");
    }

    [Fact]
    public void Many_short_items_are_excerpts()
    {
        var item = "The envoy arrived on Monday and left on Tuesday, the agency reported, without any statement.";
        var articles = Split(string.Join("\n\n", Enumerable.Range(1, 4).Select(i => $"Envoy makes trip number {i} to the region\n\nReuters, {i} June 2022\n\n{item}")));

        Assert.Equal(4, articles.Length);
        Assert.All(articles, a => Assert.Equal((ArticleForm.DigestItem, "Reuters"), (a.Form, a.Outlet)));
        Assert.Equal(["2022-06-01", "2022-06-02", "2022-06-03", "2022-06-04"], articles.Select(a => a.Published.ToString()));
    }

    [Fact]
    public void Items_may_name_their_outlet_at_the_end()
    {
        var heads = Heads($"Envoy Returns to the Capital\n\n{Body}\n\n(Reuters, 3 June 2022)\n\nPort Reopens After Long Siege\n\n{Body}\n\n(Le Monde, 4 June 2022)");

        Assert.Equal(["Article | Envoy Returns to the Capital | - | Reuters | 2022-06-03", "Article | Port Reopens After Long Siege | - | Le Monde | 2022-06-04"], heads);
    }

    [Fact]
    public void A_byline_line_may_stand_before_its_heading()
    {
        var heads = Heads($"Reuters, 3 June 2022\n\nEnvoy Returns to the Capital\n\n{Body}\n\nBBC News, 4 June 2022\n\nPort Reopens After Long Siege\n\n{Body}");

        Assert.Equal(["Article | Envoy Returns to the Capital | - | Reuters | 2022-06-03", "Article | Port Reopens After Long Siege | - | BBC News | 2022-06-04"], heads);
    }

    [Fact]
    public void One_slashed_date_that_gives_the_order_away_decides_for_the_page()
    {
        var heads = Heads($"Envoy Returns to the Capital\n\nBy Lea Roth, Alpine Times, 3/6/22\n\n{Body}\n\nPort Reopens After Long Siege\n\nBy Lea Roth, Alpine Times, 27/6/22\n\n{Body}");

        Assert.EndsWith("2022-06-03", heads[0], StringComparison.Ordinal);
        Assert.EndsWith("2022-06-27", heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_of_the_format_fill_what_a_single_report_does_not_say()
    {
        var source = Plain(Body) with { Title = "Talks Go On", Byline = "Lea Roth", Outlet = "Alpine Times", Published = new PartialDate(2023, 2), Url = "https://example.org/1" };

        var article = Assert.Single(new ArticleSplitter().Split(default, 3, source));

        Assert.Equal(("Talks Go On", "Lea Roth", "Alpine Times", "2023-02", "https://example.org/1", 3),
            (article.Title, article.Byline, article.Outlet, article.Published.ToString(), article.Url, article.Id.Index));
    }

    [Fact]
    public void Metadata_of_the_page_say_nothing_of_the_items_of_a_digest()
    {
        var text = $"Envoy Returns to the Capital\n\nBy Lea Roth, Alpine Times\n\n{Body}\n\nPort Reopens After Long Siege\n\nBy Tom Okello, The Nile Post\n\n{Body}";

        var articles = new ArticleSplitter().Split(default, 0, Plain(text) with { Published = new PartialDate(2023, 2, 1), Byline = "Editor" });

        Assert.Equal(2, articles.Length);
        Assert.All(articles, a => Assert.Null(a.Published));
    }

    [Theory]
    [InlineData("Border war: live updates, 21 October 2025", "2025-10-21")]
    [InlineData("Situation report – 3 May 2024", "2024-05-03")]
    [InlineData("The massacre of 3 May 2012", null)]
    public void A_day_set_off_at_the_end_of_the_title_is_that_of_the_report(string title, string? published) =>
        Assert.Equal(published, Split($"{title}\n\n{Body}")[0].Published?.ToString());

    [Fact]
    public void An_agency_in_the_dateline_is_the_outlet()
    {
        Assert.Equal("AP", Split($"KHARTOUM, Sudan (AP) — {Body}")[0].Outlet);
        Assert.Equal("2025-07-21", Split($"GOMA, Congo, July 21, 2025 (AP) — {Body}")[0].Published?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    [InlineData("***\n\n---")]
    public void A_text_without_words_holds_no_article(string text) => Assert.Empty(Split(text));

    [Theory]
    [InlineData("a\n", 1_000_000)]
    [InlineData("***\n\n", 200_000)]
    [InlineData("1. x y z.\n\n", 100_000)]
    [InlineData("— Да, — сказал он.\n", 50_000)]
    [InlineData("Name: hello there.\n\n", 100_000)]
    [InlineData("word ", 1_000_000)]
    [InlineData("[1]", 500_000)]
    [InlineData("Related\n\n", 100_000)]
    [InlineData("Title Of This\n\nBy Foo Bar, Reuters, 1/2/25\n\n", 20_000)]
    public async Task Long_monotonous_texts_take_no_more_than_linear_time(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        // Generous: quadratic work on any of these would take minutes to hours.
        var work = Task.Run(() => Split(text), TestContext.Current.CancellationToken);
        await work.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
