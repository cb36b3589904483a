using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Casualties.Publication;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>Canonical JSON of the register's events: camel case, nothing that is null, the same value always the same bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(RegisterFieldConverter), typeof(KebabCaseEnumConverter<SourceKind>), typeof(KebabCaseEnumConverter<ReviewVerdict>), typeof(KebabCaseEnumConverter<PublicationProfile>),
        typeof(KebabCaseEnumConverter<SourceLists>),
    ])]
[JsonSerializable(typeof(CasualtyMention))]
[JsonSerializable(typeof(MentionAdded))]
[JsonSerializable(typeof(MentionRetracted))]
[JsonSerializable(typeof(FieldCorrected))]
[JsonSerializable(typeof(RecordRemoved))]
[JsonSerializable(typeof(RecordReviewed))]
[JsonSerializable(typeof(PairDecided))]
[JsonSerializable(typeof(MentionsLinked))]
[JsonSerializable(typeof(RemovalAsked))]
[JsonSerializable(typeof(RemovalSettled))]
[JsonSerializable(typeof(TeamNamed))]
[JsonSerializable(typeof(PackageMerged))]
[JsonSerializable(typeof(RegisterUpdated))]
[JsonSerializable(typeof(RecordedEstimate))]
[JsonSerializable(typeof(PolicySet))]
[JsonSerializable(typeof(ArticlesGathered))]
[JsonSerializable(typeof(ReleaseMade))]
internal sealed partial class RegisterJson : JsonSerializerContext
{
    public static RegisterJson Canonical =>
        field ??= new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
