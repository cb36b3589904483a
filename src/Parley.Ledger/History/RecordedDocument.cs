using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>A document as the history keeps it; its bytes are stored apart and found by their hash.</summary>
public sealed record RecordedDocument
{
    /// <summary>SHA-256 of the bytes.</summary>
    public required ContentHash Sha256 { get; init; }

    /// <summary>What exports call it.</summary>
    public required string Name { get; init; }

    /// <summary>Path, URL or <c>stdin</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was gathered, in UTC.</summary>
    public required DateTimeOffset GatheredAt { get; init; }

    /// <summary>What the bytes were found to be.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>The encoding by which the bytes were decoded (IANA), or null for formats that are not text.</summary>
    public string? Charset { get; init; }

    /// <summary>Number of bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Writes the canonical JSON, the same bytes that <see cref="LedgerJson"/> gives; see <see cref="RecordJsonWriter"/>.</summary>
    internal static void Write(Utf8JsonWriter json, RecordedDocument document)
    {
        json.WriteStartObject();
        json.WriteString("sha256", document.Sha256.Hex);
        json.WriteString("name", document.Name);
        json.WriteString("origin", document.Origin);
        json.WriteString("gatheredAt", document.GatheredAt);
        json.WriteString("format", EnumName.Of(document.Format));
        json.WriteString("charset", document.Charset);
        json.WriteNumber("length", document.Length);
        json.WriteEndObject();
    }

    internal static RecordedDocument From(Document document) => new()
    {
        Sha256 = document.Sha256,
        Name = document.Name,
        Origin = document.Origin,
        GatheredAt = document.GatheredAt.ToUniversalTime(),
        Format = document.Format,
        Charset = document.Charset,
        Length = document.Bytes.Length,
    };
}

/// <summary>An origin that shows other bytes than before.</summary>
public sealed record Revision
{
    /// <summary>The path or URL.</summary>
    public required string Origin { get; init; }

    /// <summary>The document it showed before.</summary>
    public required ContentHash Previous { get; init; }

    /// <summary>The document it shows now.</summary>
    public required ContentHash Current { get; init; }

    /// <summary>When the later one was gathered, in UTC.</summary>
    public required DateTimeOffset GatheredAt { get; init; }

    /// <summary>
    /// Articles of the previous document, by index, that remain valid: entries of a feed that have merely left its window. Empty for
    /// every other format.
    /// </summary>
    public ImmutableArray<int> Retained { get; init; } = [];
}

/// <summary>Canonical JSON of the records that only a ledger makes; the same habits as <see cref="RecordsJson"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters =
[
    typeof(KebabCaseEnumConverter<DocumentFormat>), typeof(KebabCaseEnumConverter<StatementFate>), typeof(KebabCaseEnumConverter<ActorKind>),
    typeof(KebabCaseEnumConverter<ActorCorrectionKind>),
])]
[JsonSerializable(typeof(RecordedDocument))]
[JsonSerializable(typeof(Revision))]
[JsonSerializable(typeof(StatementChange))]
[JsonSerializable(typeof(ActorCorrection))]
[JsonSerializable(typeof(ActorCorrectionRevert))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    public static LedgerJson Canonical =>
        field ??= new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
