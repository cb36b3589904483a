using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Parley.Coding;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class CoderTests
{
    private static readonly string[] s_pieces =
    [
        "The minister said", "he would accept", "if talks", "5 million", "euros", "\"", "”", ".", "?", ",", "the Oslo Accords", "violated", "not", "in 2025",
        "between 3 and 4%", "ready to", "$", "U.S.", "the agreement", "will", "by the summer", "–", "’s", "(", ")", "\n\n", "a treaty of", "𝔘", "12,3", "resolution 5",
    ];

    [Fact]
    public void Whatever_the_text_every_span_lies_inside_it_and_the_result_is_the_same_each_time() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20240510, 13), Prop.ForAll(Gen.Elements(s_pieces).NonEmptyListOf().ToArbitrary(), pieces =>
        {
            var text = "x " + string.Join(' ', pieces);
            var sample = CodingSample.Of(text).Says("x", null, text[2..]);
            var reading = sample.Coded();
            var spans = reading.Figures.Select(f => f.Span)
                .Concat(reading.Agreements.Select(a => a.Span))
                .Concat(reading.Forecasts.Select(f => f.Span))
                .Concat(reading.Forecasts.Where(f => f.Evidence is not null).Select(f => f.Evidence!.Value))
                .Concat(reading.Statements.SelectMany(s => s.Why).Where(w => w.Words is not null).Select(w => w.Words!.Value))
                .Concat(reading.Statements.Where(s => s.Condition is not null).Select(s => s.Condition!.Value));
            return spans.All(s => s.Length > 0 && s.End <= text.Length) && Json(reading) == Json(sample.Coded());
        }));

    [Fact]
    public void Threads_share_one_coder()
    {
        var coder = new Coder(CodingTables.Default);
        var article = CodingSample.Of("Kampala said it is ready for talks if 40,000 troops leave by 2026.").Says("Kampala", "said", "it is ready for talks if 40,000 troops leave by 2026").Resolved();
        var expected = Json(coder.Code(article).Reading);

        Parallel.For(0, 64, _ => Assert.Equal(expected, Json(coder.Code(article).Reading)));
    }

    [Fact]
    public void An_article_without_words_yields_nothing()
    {
        var reading = CodingSample.Of("").Coded();

        Assert.Empty(reading.Statements);
        Assert.Empty(reading.Figures);
    }

    [Fact]
    public void Coding_a_long_article_takes_no_more_than_in_proportion()
    {
        var text = string.Concat(Enumerable.Repeat("It would not, if ready to, accept 5 million people of the agreement ", 20_000));

        Assert.NotEmpty(CodingSample.Of(text + ".").Coded().Figures);
    }

    private static string Json(ArticleReading reading) =>
        string.Concat(reading.Statements.Select(s => JsonSerializer.Serialize(s, RecordsJson.Canonical.Statement))) +
        string.Concat(reading.Figures.Select(f => JsonSerializer.Serialize(f, RecordsJson.Canonical.Figure))) +
        string.Concat(reading.Agreements.Select(a => JsonSerializer.Serialize(a, RecordsJson.Canonical.Agreement))) +
        string.Concat(reading.Forecasts.Select(f => JsonSerializer.Serialize(f, RecordsJson.Canonical.Forecast)));
}
