using System.Text.Json;
using Parley.Records;

namespace Parley.Exchange;

/// <summary>Writes a statement as one JSON object, always with the same members in the same order.</summary>
internal static class StatementJson
{
    public static void Write(Utf8JsonWriter json, Statement statement, ExportedPlace place)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        json.WriteString("document", place.Document.Name);
        json.WriteString("sha256", place.Document.Sha256.Hex);
        WriteArticle(json, place.Article);
        if (place.CountsFromArticle)
        {
            json.WriteString("offsets", "article");
        }

        json.WriteString("kind", EnumName.Of(statement.Attribution.Kind));
        WriteSource(json, statement, place);
        json.WritePropertyName("cue");
        WriteSpan(json, place.Around(statement.Attribution.Cue.AsSpan()));
        WriteContent(json, statement, place);
        json.WriteStartArray("via");
        foreach (var via in statement.Via)
        {
            json.WriteStartObject();
            json.WriteString("actor", via.Actor);
            json.WriteString("statementId", via.StatementId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("sourcing", EnumName.Of(statement.Sourcing));
        if (statement.SourceCount is { } count)
        {
            json.WriteNumber("sourceCount", count);
        }
        else
        {
            json.WriteNull("sourceCount");
        }

        WriteSaid(json, statement.Said, place);
        json.WriteString("polarity", EnumName.Of(statement.Polarity));
        json.WriteString("event", statement.Event);
        WriteTexts(json, "mode", statement.Mode.AsSpan());
        WriteTexts(json, "context", statement.Context.AsSpan());
        json.WriteString("addressee", statement.Addressee);
        WriteTexts(json, "about", statement.About.AsSpan());
        WriteTexts(json, "issues", statement.Issues.AsSpan());
        json.WriteString("stance", statement.Stance is { } stance ? EnumName.Of(stance) : null);
        json.WriteString("condition", statement.Condition is { } condition ? place.At(condition).Text : null);
        json.WriteNumber("confidence", statement.Confidence);
        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("article");
        json.WriteNumber("index", article.Id.Index);
        json.WriteString("title", article.Title);
        json.WriteString("byline", article.Byline);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("published", article.Published?.ToString());
        json.WriteString("form", EnumName.Of(article.Form));
        json.WriteEndObject();
    }

    /// <summary>Null only where the text neither names nor implies anybody; an implied source has an actor and no words.</summary>
    private static void WriteSource(Utf8JsonWriter json, Statement statement, ExportedPlace place)
    {
        var words = place.Around(statement.Attribution.Source.AsSpan());
        if (words is null && statement.Actor is null)
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        WriteWords(json, words);
        json.WriteString("actor", statement.Actor?.Name);
        json.WriteString("actorId", statement.Actor?.Id);
        json.WriteString("role", statement.Actor?.Role);
        json.WriteString("country", statement.Actor?.Country);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, Statement statement, ExportedPlace place)
    {
        json.WriteStartObject("content");
        WriteWords(json, place.Around(statement.Attribution.Content.AsSpan()));
        json.WriteStartArray("spans");
        foreach (var piece in statement.Attribution.Content)
        {
            var span = place.At(piece);
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSaid(Utf8JsonWriter json, TimeExpression? said, ExportedPlace place)
    {
        if (said is null)
        {
            json.WriteNull("said");
            return;
        }

        json.WriteStartObject("said");
        json.WriteString("value", said.Value);
        json.WriteString("text", said.Words is { } words ? place.At(words).Text : null);
        json.WriteString("grain", EnumName.Of(said.Grain));
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, ExportedSpan? span)
    {
        if (span is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteWords(json, span);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, ExportedSpan? span)
    {
        if (span is { } words)
        {
            json.WriteString("text", words.Text);
            json.WriteNumber("start", words.Start);
            json.WriteNumber("end", words.End);
        }
        else
        {
            json.WriteNull("text");
            json.WriteNull("start");
            json.WriteNull("end");
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ReadOnlySpan<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
