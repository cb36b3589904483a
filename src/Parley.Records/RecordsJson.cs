using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>
/// The canonical JSON of records: members in declaration order, camel case, enumerations in kebab case, no white space,
/// only the characters escaped that JSON demands. The same record always gives the same bytes.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters =
[
    typeof(KebabCaseEnumConverter<DocumentFormat>), typeof(KebabCaseEnumConverter<ArticleForm>), typeof(KebabCaseEnumConverter<BlockKind>),
    typeof(KebabCaseEnumConverter<AttributionKind>), typeof(KebabCaseEnumConverter<ActorKind>), typeof(KebabCaseEnumConverter<Sourcing>),
    typeof(KebabCaseEnumConverter<Polarity>), typeof(KebabCaseEnumConverter<Stance>), typeof(KebabCaseEnumConverter<Grain>),
    typeof(KebabCaseEnumConverter<AgreementClaim>), typeof(KebabCaseEnumConverter<ForecastOutcome>),
])]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(Figure))]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(Forecast))]
public sealed partial class RecordsJson : JsonSerializerContext
{
    /// <summary>The one instance that writes canonical JSON.</summary>
    public static RecordsJson Canonical =>
        field ??= new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>Writes enumeration members in kebab case (<c>came-true</c>), the form used by exports and the ledger.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class KebabCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
