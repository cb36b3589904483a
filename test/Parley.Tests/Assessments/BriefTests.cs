using Parley.Assessments;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Assessments;

public sealed class BriefTests
{
    private static RecordedArticle[] Reports() =>
    [
        new ReportBuilder("Meridian News", "2024-05-02", "Two officials said the president is ready to talk about the river border. The ministry counts 1,200 dead, the registry 4,100.")
            .Says("Two officials", "the president is ready to talk about the river border", sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group, issues: ["peace-talks"])
            .Counts("1,200", "killed", 1200, of: "soldiers", asOf: "2024-04", claimant: "Ministry")
            .Counts("4,100", "killed", 4100, of: "soldiers", asOf: "2024-04", claimant: "Registry").Build(),
        new ReportBuilder("The Courier", "2024-05-03", "Ivo Lund denied the report of Meridian News. “There will be no truce,” said Rula.")
            .Says("Ivo Lund", "the report of Meridian News", Polarity.Denies, issues: ["peace-talks"])
            .Says("Rula", "“There will be no truce,”", Polarity.Rejects, kind: AttributionKind.Direct, actorKind: ActorKind.Government, issues: ["ceasefire"], stance: Stance.Oppose, said: "2024-05-03").Build(),
        new ReportBuilder("The Courier", "2024-05-09", "Rula said a truce is possible if the siege ends. Sorna welcomed a truce.")
            .Says("Rula", "a truce is possible if the siege ends", Polarity.Offers, actorKind: ActorKind.Government, issues: ["ceasefire"], stance: Stance.Conditional, condition: "if the siege ends", said: "2024-05-09")
            .Says("Sorna", "a truce", Polarity.Offers, actorKind: ActorKind.Government, issues: ["ceasefire"], stance: Stance.Support, said: "2024-05-09").Build(),
    ];

    [Theory]
    [InlineData(BriefLength.Short)]
    [InlineData(BriefLength.Standard)]
    [InlineData(BriefLength.Full)]
    public void Each_sentence_leads_to_words_of_the_records(BriefLength length)
    {
        var records = Reports();
        var brief = BriefBuilder.Build(records, new BriefOptions { Length = length, LedgerHead = new string('a', 64) });

        Assert.NotEmpty(brief.Sentences);
        Assert.All(brief.Sentences, s => Assert.NotEmpty(s.Citations));
        Assert.Empty(AssessmentVerifier.Verify(brief, records));
        Assert.Empty(AssessmentVerifier.VerifyHtml(HtmlRenderer.Render(brief), records));
    }

    [Fact]
    public void The_verifier_finds_words_that_are_not_the_records()
    {
        var records = Reports();
        var brief = BriefBuilder.Build(records, new BriefOptions());
        var html = HtmlRenderer.Render(brief);
        var changed = records.Select(r => r with { Reading = r.Reading with { Article = r.Reading.Article with { Text = r.Reading.Article.Text.Replace("truce", "bruce", StringComparison.Ordinal) } } }).ToList();

        Assert.NotEmpty(AssessmentVerifier.Verify(brief, changed));
        Assert.NotEmpty(AssessmentVerifier.VerifyHtml(html, changed));
        Assert.NotEmpty(AssessmentVerifier.VerifyHtml(html.Replace("id=\"e1\"", "id=\"x1\"", StringComparison.Ordinal), records));
    }

    [Fact]
    public void The_brief_tells_takeaways_denials_figures_positions_and_what_is_not_known()
    {
        var brief = BriefBuilder.Build(Reports(), new BriefOptions());

        Assert.Equal(["takeaways", "disputes", "figures", "positions", "record", "sourcing", "unknown", "chronology"], brief.Sections.Select(s => s.Key));
        var denial = Assert.IsType<SideBySide>(brief.Sections[1].Blocks[0]);
        Assert.Contains("ready to talk", Assert.Single(denial.Left).ToString(), StringComparison.Ordinal);
        Assert.Contains("Ivo Lund denied", Assert.Single(denial.Right).ToString(), StringComparison.Ordinal);
        Assert.Contains(brief.Sections[3].Sentences, s => s.ToString().Contains("Rula softened on ceasefire", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_record_takes_its_sentences_along()
    {
        var records = Reports();
        var without = records.Select(r => r with { Reading = r.Reading with { Statements = [.. r.Reading.Statements.Where(s => s.Actor?.Name != "Ivo Lund")] } });

        Assert.Contains("Ivo Lund", HtmlRenderer.Render(BriefBuilder.Build(records, new BriefOptions())), StringComparison.Ordinal);
        var brief = BriefBuilder.Build(without, new BriefOptions());
        Assert.DoesNotContain(brief.Sentences, s => s.ToString().Contains("Lund", StringComparison.Ordinal));
        Assert.DoesNotContain(brief.Sections, s => s.Key == "disputes");
    }

    [Fact]
    public void The_same_records_in_any_order_give_the_same_bytes()
    {
        var records = GeneratedCorpus.Make(seed: 5, stories: 10).Records;
        var options = new BriefOptions { Length = BriefLength.Full };
        var html = HtmlRenderer.Render(BriefBuilder.Build(records, options));
        var markdown = MarkdownRenderer.Render(BriefBuilder.Build(records, options));

        Assert.Equal(html, HtmlRenderer.Render(BriefBuilder.Build(records.Reverse(), options)));
        Assert.Equal(markdown, MarkdownRenderer.Render(BriefBuilder.Build(records.OrderBy(r => r.Origin), options)));
        var parallel = new string[4];
        Parallel.For(0, 4, i => parallel[i] = HtmlRenderer.Render(BriefBuilder.Build(records, options)));
        Assert.All(parallel, p => Assert.Equal(html, p));
    }

    [Fact]
    public void A_range_tells_its_own_days_and_what_changed_since()
    {
        var brief = BriefBuilder.Build(Reports(), new BriefOptions { Since = new DateOnly(2024, 5, 4), Until = new DateOnly(2024, 5, 10) });

        var changes = Assert.Single(brief.Sections, s => s.Key == "changes");
        Assert.Contains(changes.Sentences, s => s.ToString().Contains("Rula softened", StringComparison.Ordinal));
        var days = Assert.Single(brief.Sections, s => s.Key == "record").Parts;
        Assert.Equal("9 May 2024", Assert.Single(days).Heading);
    }

    [Fact]
    public void A_brief_until_a_day_does_not_know_what_came_later()
    {
        var early = BriefBuilder.Build(Reports(), new BriefOptions { Until = new DateOnly(2024, 5, 2) });
        Assert.Equal(HtmlRenderer.Render(early), HtmlRenderer.Render(BriefBuilder.Build(Reports().Take(1), new BriefOptions { Until = new DateOnly(2024, 5, 2) })));
    }

    [Fact]
    public void Without_records_there_is_a_brief_without_sections()
    {
        var brief = BriefBuilder.Build([], new BriefOptions());
        Assert.Empty(brief.Sections);
        Assert.Contains("</html>", HtmlRenderer.Render(brief), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_keeps_the_words_and_loses_only_the_marks_around_them()
    {
        var brief = BriefBuilder.Build(Reports(), new BriefOptions());
        Assert.Contains(brief.Sentences, s => s.Runs.Any(r => r is { Kind: RunKind.Quotation, Text: "There will be no truce" }));
    }

    [Fact]
    public void Words_that_a_cue_parts_are_quoted_with_it_and_a_speakers_own_with_an_ellipsis()
    {
        var report = new ReportBuilder("The Courier", "2024-05-02", "The freeze does not appear to stop the shipments of arms, Rula said. “The ships,” Sorna said, “have left the port.”")
            .Says("Rula", "The freeze", Polarity.Offers, issues: ["military-aid"]).Says("Sorna", "“The ships,”", Polarity.Offers, kind: AttributionKind.Direct, issues: ["military-aid"]).Build();
        var text = report.Reading.Article.Text;
        TextSpan Span(string words) => new(text.IndexOf(words, StringComparison.Ordinal), words.Length);
        var rest = new[] { "to stop the shipments of arms", "“have left the port.”" };
        var inPieces = report with
        {
            Reading = report.Reading with
            {
                Statements = [.. report.Reading.Statements.Select((s, i) => s with { Attribution = s.Attribution with { Content = [.. s.Attribution.Content, Span(rest[i])] } })],
            },
        };

        var brief = BriefBuilder.Build([inPieces], new BriefOptions());
        Assert.Contains(brief.Sentences, s => s.ToString().Contains("‘The freeze does not appear to stop the shipments of arms’", StringComparison.Ordinal));
        Assert.Contains(brief.Sentences, s => s.ToString().Contains("“The ships … have left the port.”", StringComparison.Ordinal));
        Assert.Empty(AssessmentVerifier.Verify(brief, [inPieces]));
        Assert.Empty(AssessmentVerifier.VerifyHtml(HtmlRenderer.Render(brief), [inPieces]));
    }
}
