using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>
/// What one item of a source says of one person: a row of a list, or a passage of a document. It is never edited; a later mention with
/// the same key supersedes it.
/// </summary>
public sealed record CasualtyMention
{
    private const int IdLength = 12;

    /// <summary>Derived from key, source and values, not from the way by which the mention came: the same item has the same id everywhere.</summary>
    [JsonIgnore]
    public string Id => Withheld ?? MakeId();

    /// <summary>Id of the mention that another team holds and tells nothing of; null if what the mention says is here.</summary>
    public string? Withheld { get; init; }

    /// <summary>Names the item for good: list and row, or document, article and offset.</summary>
    public required string Key { get; init; }

    /// <summary>Who says it.</summary>
    public required CasualtySource Source { get; init; }

    /// <summary>Where it stands, for people: file and line, document, address.</summary>
    public required string Citation { get; init; }

    /// <summary>What it says, a value for each field, in the order of the fields.</summary>
    public required ImmutableArray<MentionValue> Values { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>SHA-256 of the file that it was imported from; null for a passage of a document of the ledger.</summary>
    public ContentHash? File { get; init; }

    /// <summary>The article of the ledger that it stands in; null for an imported row.</summary>
    public ArticleId? Article { get; init; }

    /// <summary>What read it, with its version: <c>import 1</c>.</summary>
    public required string Maker { get; init; }

    /// <summary>The value of a field, or null.</summary>
    public string? this[RegisterField field] => Values.FirstOrDefault(v => v.Field == field)?.Value;

    private string MakeId()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this with { Citation = "", File = null, Maker = "" }, RegisterJson.Canonical.CasualtyMention);
        return Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, IdLength / 2));
    }
}

/// <summary>One field as one item of a source gives it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value: dates as YYYY-MM-DD, YYYY-MM or YYYY, enumerations by their names, all else as written.</param>
/// <param name="Words">The words that say so, or null if they are the value.</param>
/// <param name="Span">Where the words stand in the article's text; null for an imported row.</param>
public sealed record MentionValue(RegisterField Field, string Value, string? Words = null, TextSpan? Span = null);
