using System.Text.RegularExpressions;
using Parley.Assessments;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Assessments;

public sealed class HostileTextTests
{
    private const string Bidi = "\u202Eevil\u202C";

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "<style>*{display:none}</style>", "</mark></blockquote><svg onload=alert(1)>",
        "[x](javascript:alert(1))", "![x](http://evil.example/a.png)", "<!-- -->", "]]>", "' onmouseover='alert(1)", "|a|b|\n|---|---|", "[^1]: forged", "</title><script>1</script>", Bidi,
    ];

    private static Assessment Brief(string payload)
    {
        var text = $"Ada {payload} said: talks {payload} go on if {payload} ends. Ivo denied talks {payload} go on. It counts 12.";
        var record = new ReportBuilder($"Outlet {payload}", "2024-05-02", text, document: $"file {payload}.txt") { Title = $"Title {payload}", Byline = $"By {payload}", Url = $"javascript:alert('{payload}')" }
            .Says($"Ada {payload}", $"talks {payload} go on if {payload} ends", role: $"role {payload}", issues: [$"issue {payload}"], stance: Stance.Conditional, condition: $"if {payload} ends", via: [$"Via {payload}"], said: "2024-05-01")
            .Says("Ivo", $"talks {payload} go on.", Polarity.Denies, issues: [$"issue {payload}"], stance: Stance.Oppose, said: "2024-05-02")
            .Counts("12", $"killed {payload}", 12, of: $"men {payload}", claimant: $"A {payload}", asOf: $"2024 {payload}").Counts("12", $"killed {payload}", 14, of: $"men {payload}", claimant: $"B {payload}", asOf: $"2024 {payload}").Build();
        return BriefBuilder.Build([record], new BriefOptions { Length = BriefLength.Full, LedgerHead = payload });
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void In_HTML_it_stays_text(string payload)
    {
        var html = HtmlRenderer.Render(Brief(payload));

        var tags = Regex.Matches(html[html.IndexOf("<body>", StringComparison.Ordinal)..], "<(/?)([a-zA-Z!][a-zA-Z0-9]*)([^>]*)>");
        string[] allowed = ["a", "header", "p", "h1", "h2", "h3", "h4", "h5", "span", "div", "nav", "ol", "ul", "li", "main", "section", "b", "q", "table", "caption", "thead", "tbody", "tr", "th", "td", "article", "dl", "dt", "dd",
            "blockquote", "mark", "code", "footer", "figure", "svg", "title", "desc", "line", "circle", "path", "text", "details", "summary", "body", "html"];
        Assert.All(tags, t => Assert.Contains(t.Groups[2].Value, allowed));
        Assert.All(tags, t => Assert.DoesNotMatch("(?i)\\son[a-z]+=|style=", Regex.Replace(t.Groups[3].Value, "\"[^\"]*\"", "\"\"")));
        Assert.All(Regex.Matches(html, "(?:href|src)=\"([^\"]*)\""), m => Assert.StartsWith("#", m.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', html);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void In_Markdown_it_stays_text(string payload)
    {
        var markdown = MarkdownRenderer.Render(Brief(payload));

        Assert.DoesNotMatch(@"(?<!\\)<", markdown);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", markdown);
        Assert.DoesNotMatch(@"(?<!\\)!\[", markdown);
        Assert.DoesNotMatch(@"(?<!\\)://", markdown);
        Assert.DoesNotContain('\u202E', markdown);
        Assert.All(Regex.Matches(markdown, @"(?m)^\[\^(\d+)\]: forged"), _ => Assert.Fail("a footnote was forged"));
    }

    [Fact]
    public void Hidden_characters_are_shown()
    {
        Assert.Contains("⟨U+202E⟩evil⟨U+202C⟩", HtmlRenderer.Render(Brief(Bidi)), StringComparison.Ordinal);
        Assert.Equal("a⟨U+0000⟩b⟨U+200B⟩c⟨U+D800⟩d e⟨U+E0041⟩", VisibleText.OneLine("a\0b\u200Bc\uD800d\ne\U000E0041"));
        Assert.Equal("می\u200Cخواهم 👩\u200D🌾", VisibleText.OneLine("می\u200Cخواهم 👩\u200D🌾"));
    }

    [Fact]
    public void The_page_forbids_everything_but_its_own_style()
    {
        var html = HtmlRenderer.Render(Brief("x"));
        Assert.Contains("default-src 'none'; style-src 'sha256-", html, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", html, StringComparison.Ordinal);
    }
}
