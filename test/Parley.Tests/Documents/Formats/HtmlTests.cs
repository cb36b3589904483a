using System.Text;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Parley.Documents.Formats.Html;
using Parley.Records;
using Parley.Tests.Documents.Gathering;
using Xunit;

namespace Parley.Tests.Documents.Formats;

public class HtmlTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks resume in Geneva | The Example Post</title>
        <meta property="og:site_name" content="The Example Post"><meta property="og:title" content="Other words">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{"@type":"NewsArticle","headline":"Talks resume in Geneva","author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Xu"}],"datePublished":"2025-03-04T22:10:00-05:00","dateModified":"2025-03-09","publisher":{"name":"The Example Post"}}]}</script></head>
        <body class="page has-sidebar"><header><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav></header>
        <div id="cookie-notice">We use cookies to improve your experience on this site, and to show you adverts that you like better.</div>
        <div class="layout with-sidebar"><article><h1>Talks resume in Geneva</h1><p class="byline">By Ann Lee and Bo Xu, March 4, 2025</p>
        <p>Envoys of both sides met on Tuesday for the first time since August&nbsp;&mdash; and agreed to meet again, a spokesman said.</p>
        <div class="ad-slot"><p>Buy this wonderful thing today, it is cheaper than it has ever been before, they say.</p></div>
        <p>&ldquo;We are not there yet,&rdquo; said the <a href="/x">chief negotiator</a>, adding that the text <b>was
           nearly</b> done.<br>He did not elaborate.
        <blockquote><p>There will be no ceasefire until the prisoners are home, the minister wrote to the council on Monday.</p></blockquote>
        <p>The draft holds these points:</p><ul><li>An exchange of all prisoners;<li>A line of contact, as of <a href="/d">this date</a>, watched by a third party.</ul>
        <div class="relatedStories"><h3>Related</h3><p>Earlier this week the prime minister said other things about another matter altogether.</p></div>
        <div class="share-buttons"><a href="#">Share</a></div>
        <p><a href="/y">Read also: Another story about something else entirely</a></p>
        <p>A second round is planned for Friday, two officials said on condition of anonymity because talks are private.</p></article>
        <aside><p>Subscribe to our newsletter and get everything in your inbox each morning, for free, forever.</p></aside></div>
        <section id="comments"><p>I think that this is all wrong and that nobody has ever said so before, honestly, said a reader in anger.</p></section>
        <footer><p>Copyright 2025 The Example Post, all rights reserved, no part of this may be reproduced.</p></footer></body></html>
        """;

    [Fact]
    public async Task The_report_is_read_without_what_stands_around_it()
    {
        var read = await InputFolder.ReadAsync("a.html", Page);

        var text = Assert.Single(read.Texts);
        Assert.Empty(read.Faults);
        Assert.Equal(
            """
            Talks resume in Geneva

            By Ann Lee and Bo Xu, March 4, 2025

            Envoys of both sides met on Tuesday for the first time since August — and agreed to meet again, a spokesman said.

            “We are not there yet,” said the chief negotiator, adding that the text was nearly done.
            He did not elaborate.

            There will be no ceasefire until the prisoners are home, the minister wrote to the council on Monday.

            The draft holds these points:

            An exchange of all prisoners;

            A line of contact, as of this date, watched by a third party.

            A second round is planned for Friday, two officials said on condition of anonymity because talks are private.
            """.ReplaceLineEndings("\n").Replace("August —", "August\u00A0—", StringComparison.Ordinal),
            text.Text);
        Assert.Equal([BlockKind.Heading, BlockKind.Byline, BlockKind.BlockQuotation, BlockKind.ListItem, BlockKind.ListItem], text.Markup.Select(mark => mark.Kind));
        FormatTests.AssertRuns(read, text, atLeast: 0.9);
    }

    [Fact]
    public async Task Title_author_outlet_and_date_are_those_of_the_article()
    {
        var text = (await InputFolder.ReadAsync("a.html", Page)).Texts[0];

        Assert.Equal(("Talks resume in Geneva", "Ann Lee, Bo Xu", "The Example Post", new PartialDate(2025, 3, 4)), (text.Title, text.Byline, text.Outlet, text.Published));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2025-01-27T10:00:00Z'>", "", "2025-01-27")]
    [InlineData("<meta name=date content='January 27, 2025'>", "", "2025-01-27")]
    [InlineData("", "<time datetime='2025-01-27T23:00-05:00'>yesterday</time>", "2025-01-27")]
    [InlineData("", "<p class='post-date'>27 January 2025</p>", "2025-01-27")]
    [InlineData("<meta property='article:modified_time' content='2025-01-27'>", "", null)]
    [InlineData("", "<p class='post-updated'>Updated <time datetime='2025-01-27' itemprop='dateModified'>now</time></p>", null)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"not a date\"}</script>", "", null)]
    [InlineData("<script type='application/ld+json'>{broken</script>", "<time datetime='2025-01-27'></time>", "2025-01-27")]
    public async Task The_date_is_taken_where_the_page_states_it_and_stays_unknown_otherwise(string head, string body, string? date)
    {
        var text = (await InputFolder.ReadAsync("a.html", $"<html><head><title>T</title>{head}</head><body><article>{body}<p>The general said on Monday that the bridge had been destroyed.</p></article></body></html>")).Texts[0];

        Assert.Equal(date, text.Published?.ToString());
    }

    [Fact]
    public async Task A_digest_of_several_articles_is_kept_whole()
    {
        const string item = "<article><h2><a href='/{0}'>Headline number {0}</a></h2><p>By ANN LEE, OUTLET, 1/27/25</p><p>The minister said in his speech number {0} that the talks would go on for as long as needed.</p></article>";
        var body = string.Concat(Enumerable.Range(1, 4).Select(i => item.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

        var text = (await InputFolder.ReadAsync("a.html", $"<html><body><div id=page><div class=digest>{body}</div></div></body></html>")).Texts[0];

        Assert.All(Enumerable.Range(1, 4), i => Assert.Contains($"speech number {i}", text.Text, StringComparison.Ordinal));
        Assert.Equal(4, text.Markup.Count(mark => mark.Kind == BlockKind.Heading));
    }

    [Fact]
    public async Task A_page_that_claims_another_charset_is_read_by_its_bytes_and_reported()
    {
        var read = await InputFolder.ReadAsync("a.html", "<html><head><meta charset='windows-1251'></head><body><p>Президент сказал, что договор будет подписан в пятницу в Женеве.</p></body></html>");

        Assert.StartsWith("Президент", Assert.Single(read.Texts).Text, StringComparison.Ordinal);
        Assert.Contains("says that it is windows-1251", Assert.Single(read.Faults).Problem, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "deep", string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep" },
        { "unclosed formatting", string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<p><b a={i}>x")) },
        { "comments", "<p>x" + string.Concat(Enumerable.Repeat("<!--", 200_000)) },
        { "quotes", "<p>x" + string.Concat(Enumerable.Repeat("<a href=\"", 200_000)) },
        { "scripts", "<p>x" + string.Concat(Enumerable.Repeat("<script>", 200_000)) },
        { "ampersands", "<p>x" + new string('&', 900_000) },
        { "half entities", "<p>x" + string.Concat(Enumerable.Repeat("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 20_000)) },
        { "end tags", string.Concat(Enumerable.Repeat("<div>", 400)) + "x" + string.Concat(Enumerable.Repeat("</p></span>", 200_000)) },
        { "spans", string.Concat(Enumerable.Repeat("<span>x", 400)) + string.Concat(Enumerable.Repeat("<p>y", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_pages_are_read_or_refused_in_time(string name, string body)
    {
        var reading = InputFolder.ReadAsync("a.html", "<!DOCTYPE html><body>" + body);

        var read = await reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(read.Texts.Length + read.Faults.Length == 1, name);
        if (name == "deep")
        {
            Assert.Contains("nested more than 512 deep", read.Faults[0].Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<p>One<p>Two<div>Three</div>Four")]
    [InlineData("<ul><li>One<ul><li>Two</ul><li>Three</ul>After")]
    [InlineData("<table><tr><td>A<td>B<tr><td>C</table>D")]
    [InlineData("<dl><dt>A<dd>B<dt>C<dd>D</dl>")]
    [InlineData("<b><p>bold</b> plain</p> after")]
    [InlineData("<p>a < b && c &lt; d &amp;amp; &notanentity; &copy2 &#x20AC; &#128; &#xD800; &#0;</p>")]
    [InlineData("<title>T &amp; <b>x</title><p>after<textarea><p>in</textarea>")]
    [InlineData("<p a='>' b=\">\" c=x>text</p></br>more<!-- <p>no --><!-->yes<? no ?><!x no>")]
    [InlineData("<script>if (a < b) '</p>'</script><style>p > a {}</style><P>Upper</P>")]
    [InlineData("</div></p>stray<a href=x>one<a href=y>two</a>")]
    [InlineData("<div>unclosed <span>deep <i>text")]
    public void The_text_of_a_tree_is_that_of_a_browser(string html)
    {
        // AngleSharp builds trees by the letter of the standard; the order of the words must be the same.
        var expected = new HtmlParser().ParseDocument("<!DOCTYPE html><html><head></head><body>" + html).DocumentElement.TextContent;

        Assert.Equal(Words(expected), Words(AllText("<!DOCTYPE html><html><head></head><body>" + html)));
    }

    [Fact]
    public void Any_text_survives_as_a_page_with_its_places() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(3, 5), Prop.ForAll(ArbMap.Default.ArbFor<string>(), generated =>
        {
            var words = (generated ?? "").Replace("\0", "", StringComparison.Ordinal);
            var page = "<p>" + System.Net.WebUtility.HtmlEncode(words) + "</p>";
            var text = HtmlReader.ReadFragment(page, 0)!.Finish();
            var equal = text.Offsets.All(run => text.Text.AsSpan(run.TextStart, run.Length).SequenceEqual(page.AsSpan(run.DocumentStart, run.Length)));
            return equal && Words(text.Text) == Words(Wellformed(words));
        }));

    private static string AllText(string html)
    {
        var tree = HtmlTreeBuilder.Build(html, out _)!;
        var all = new StringBuilder();
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i].IsText)
            {
                var raw = html.AsSpan(tree[i].Start, tree[i].Length);
                all.Append(tree[tree[i].Parent].Name is "script" or "style" ? raw.ToString() : HtmlEntities.Decode(raw));
            }
        }

        return all.ToString();
    }

    // Control characters written as references mean something else in HTML.
    private static string Wellformed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c) && c != '\uFFFD'));
}
