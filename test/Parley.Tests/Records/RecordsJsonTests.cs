using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Records;

public sealed class RecordsJsonTests
{
    [Fact]
    public void An_article_survives_the_round_trip() => RoundTrips(RecordGenerators.Article, RecordsJson.Canonical.Article, RecordJsonWriter.Write);

    [Fact]
    public void A_statement_survives_the_round_trip() => RoundTrips(RecordGenerators.Statement, RecordsJson.Canonical.Statement, RecordJsonWriter.Write);

    [Fact]
    public void A_figure_survives_the_round_trip() => RoundTrips(RecordGenerators.Figure, RecordsJson.Canonical.Figure, RecordJsonWriter.Write);

    [Fact]
    public void An_agreement_survives_the_round_trip() => RoundTrips(RecordGenerators.Agreement, RecordsJson.Canonical.Agreement, RecordJsonWriter.Write);

    [Fact]
    public void A_forecast_survives_the_round_trip() => RoundTrips(RecordGenerators.Forecast, RecordsJson.Canonical.Forecast, RecordJsonWriter.Write);

    [Fact]
    public void Members_come_in_declaration_order_in_camel_case_with_kebab_case_enumerations()
    {
        var forecast = new Forecast
        {
            Id = "f1",
            Article = new ArticleId(default, 2),
            Span = new(3, 4),
            Made = new PartialDate(2024, 1),
            Proposition = "that “it” ends & <soon>",
            Outcome = ForecastOutcome.CameTrue,
        };

        Assert.Equal(
            """{"id":"f1","article":{"document":"0000000000000000000000000000000000000000000000000000000000000000","index":2},"statementId":null""" +
            ""","span":{"start":3,"length":4},"actor":null,"made":"2024-01","deadline":null,"proposition":"that “it” ends & <soon>","outcome":"came-true","evidence":null}""",
            JsonSerializer.Serialize(forecast, RecordsJson.Canonical.Forecast));
    }

    [Fact]
    public void An_array_that_was_never_given_is_written_and_read_as_empty()
    {
        var attribution = new Attribution { Kind = AttributionKind.Turn, Source = default, Cue = default, Content = default, Confidence = 1 };
        var statement = new Statement
        {
            Id = "s",
            Article = default,
            Attribution = attribution,
            Via = default,
            About = default,
            Issues = default,
            Why = default,
            Sourcing = Sourcing.Named,
            Polarity = Polarity.Asserts,
            Confidence = 1,
            Maker = new MakerId("a", "b", "c"),
        };

        var json = JsonSerializer.Serialize(statement, RecordsJson.Canonical.Statement);
        var back = JsonSerializer.Deserialize(json, RecordsJson.Canonical.Statement)!;

        Assert.Empty(back.Attribution.Content);
        Assert.Empty(back.Via);
        var sparse = JsonSerializer.Deserialize(json.Replace(""","why":[]""", "", StringComparison.Ordinal), RecordsJson.Canonical.Statement)!;
        Assert.Empty(sparse.Why);
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character_and_moves_nothing()
    {
        var article = RecordGenerators.Article.Sample(1, 1).First() with { Text = "a\ud800b", Title = "\udc00" };

        var back = JsonSerializer.Deserialize(
            JsonSerializer.SerializeToUtf8Bytes(article, RecordsJson.Canonical.Article), RecordsJson.Canonical.Article)!;

        Assert.Equal("a\uFFFDb", back.Text);
    }

    [Fact]
    public void Names_of_members_are_those_of_canonical_json()
    {
        Assert.Equal("not-implemented", EnumName.Of(AgreementClaim.NotImplemented));
        Assert.Equal("digest-item", EnumName.Of(ArticleForm.DigestItem));
        Assert.Equal("plain-text", EnumName.Of(DocumentFormat.PlainText));
    }

    private static void RoundTrips<T>(Gen<T> records, JsonTypeInfo<T> type, Action<Utf8JsonWriter, T> write) =>
        Check.One(RecordGenerators.Config, Prop.ForAll(records.ToArbitrary(), record =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(record, type);
            var back = JsonSerializer.Deserialize(json, type)!;
            Assert.Equivalent(record, back, strict: true);
            Assert.Equal(Encoding.UTF8.GetString(json), JsonSerializer.Serialize(back, type));
            Assert.Equal(Encoding.UTF8.GetString(json), Written(record, write));
        }));

    private static string Written<T>(T record, Action<Utf8JsonWriter, T> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json, record);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
