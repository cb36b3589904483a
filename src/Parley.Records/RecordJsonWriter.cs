using System.Collections.Immutable;
using System.Text.Json;

namespace Parley.Records;

/// <summary>
/// Writes records as canonical JSON, the same bytes that <see cref="RecordsJson"/> gives. Written out by hand: the generated serializer makes
/// the runtime compile two thousand methods before the first record, a third of the time that a start takes.
/// </summary>
public static class RecordJsonWriter
{
    /// <summary>Writes an article.</summary>
    public static void Write(Utf8JsonWriter json, Article article)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(article);
        json.WriteStartObject();
        Write(json, "id", article.Id);
        json.WriteString("text", article.Text);
        json.WriteStartArray("offsets");
        foreach (var run in article.Offsets)
        {
            json.WriteStartObject();
            json.WriteNumber("textStart", run.TextStart);
            json.WriteNumber("documentStart", run.DocumentStart);
            json.WriteNumber("length", run.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "documentCodePointOffset", article.DocumentCodePointOffset);
        json.WriteString("title", article.Title);
        json.WriteString("byline", article.Byline);
        json.WriteString("outlet", article.Outlet);
        Write(json, "published", article.Published);
        json.WriteString("url", article.Url);
        json.WriteString("form", EnumName.Of(article.Form));
        json.WriteString("language", article.Language);
        json.WriteStartArray("blocks");
        foreach (var block in article.Blocks)
        {
            json.WriteStartObject();
            Write(json, "span", block.Span);
            json.WriteString("kind", EnumName.Of(block.Kind));
            Write(json, "speaker", block.Speaker);
            Write(json, "body", block.Body);
            Write(json, "introducer", block.Introducer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a statement.</summary>
    public static void Write(Utf8JsonWriter json, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(statement);
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        Write(json, "article", statement.Article);
        Write(json, statement.Attribution);
        Write(json, statement.Actor);
        json.WriteStartArray("via");
        foreach (var via in statement.Via)
        {
            json.WriteStartObject();
            json.WriteString("actor", via.Actor);
            json.WriteString("statementId", via.StatementId);
            Write(json, "words", via.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("sourcing", EnumName.Of(statement.Sourcing));
        Write(json, "sourceCount", statement.SourceCount);
        if (statement.Said is { } said)
        {
            json.WriteStartObject("said");
            json.WriteString("value", said.Value);
            json.WriteString("grain", EnumName.Of(said.Grain));
            Write(json, "words", said.Words);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("said");
        }

        json.WriteString("polarity", EnumName.Of(statement.Polarity));
        json.WriteString("event", statement.Event);
        Write(json, "mode", statement.Mode);
        Write(json, "context", statement.Context);
        json.WriteString("addressee", statement.Addressee);
        Write(json, "about", statement.About);
        Write(json, "issues", statement.Issues);
        json.WriteString("stance", statement.Stance is { } stance ? EnumName.Of(stance) : null);
        Write(json, "condition", statement.Condition);
        json.WriteNumber("confidence", statement.Confidence);
        json.WriteStartArray("why");
        foreach (var evidence in statement.Why)
        {
            json.WriteStartObject();
            json.WriteString("field", evidence.Field);
            json.WriteString("rule", evidence.Rule);
            Write(json, "words", evidence.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("maker");
        json.WriteString("stage", statement.Maker.Stage);
        json.WriteString("model", statement.Maker.Model);
        json.WriteString("version", statement.Maker.Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a figure.</summary>
    public static void Write(Utf8JsonWriter json, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(figure);
        WriteStart(json, figure.Id, figure.Article, figure.StatementId, figure.Span);
        json.WriteString("measure", figure.Measure);
        Write(json, "value", figure.Value);
        Write(json, "low", figure.Low);
        Write(json, "high", figure.High);
        json.WriteString("unit", figure.Unit);
        json.WriteString("of", figure.Of);
        json.WriteString("asOf", figure.AsOf);
        json.WriteString("claimant", figure.Claimant);
        json.WriteBoolean("approximate", figure.Approximate);
        json.WriteEndObject();
    }

    /// <summary>Writes an agreement.</summary>
    public static void Write(Utf8JsonWriter json, Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(agreement);
        WriteStart(json, agreement.Id, agreement.Article, agreement.StatementId, agreement.Span);
        json.WriteString("name", agreement.Name);
        Write(json, "date", agreement.Date);
        Write(json, "parties", agreement.Parties);
        json.WriteString("claim", EnumName.Of(agreement.Claim));
        json.WriteString("claimant", agreement.Claimant);
        json.WriteEndObject();
    }

    /// <summary>Writes a forecast.</summary>
    public static void Write(Utf8JsonWriter json, Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(forecast);
        WriteStart(json, forecast.Id, forecast.Article, forecast.StatementId, forecast.Span);
        json.WriteString("actor", forecast.Actor);
        Write(json, "made", forecast.Made);
        json.WriteString("deadline", forecast.Deadline);
        json.WriteString("proposition", forecast.Proposition);
        json.WriteString("outcome", EnumName.Of(forecast.Outcome));
        Write(json, "evidence", forecast.Evidence);
        json.WriteEndObject();
    }

    // What all records that stand within a statement begin with.
    private static void WriteStart(Utf8JsonWriter json, string id, ArticleId article, string? statementId, TextSpan span)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        Write(json, "article", article);
        json.WriteString("statementId", statementId);
        Write(json, "span", span);
    }

    private static void Write(Utf8JsonWriter json, Attribution attribution)
    {
        json.WriteStartObject("attribution");
        json.WriteString("kind", EnumName.Of(attribution.Kind));
        Write(json, "source", attribution.Source);
        Write(json, "cue", attribution.Cue);
        Write(json, "content", attribution.Content);
        Write(json, "parent", attribution.Parent);
        json.WriteNumber("confidence", attribution.Confidence);
        json.WriteString("foundBy", attribution.FoundBy);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ActorReference? actor)
    {
        if (actor is null)
        {
            json.WriteNull("actor");
            return;
        }

        json.WriteStartObject("actor");
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", EnumName.Of(actor.Kind));
        json.WriteString("role", actor.Role);
        json.WriteString("country", actor.Country);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ArticleId id)
    {
        json.WriteStartObject(name);
        json.WriteString("document", id.Document.Hex);
        json.WriteNumber("index", id.Index);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            json.WriteStartObject();
            WriteMembers(json, span);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, TextSpan? span)
    {
        if (span is not { } words)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteMembers(json, words);
    }

    private static void WriteMembers(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, PartialDate? date) => json.WriteString(name, date?.ToString());

    private static void Write(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
