using System.Collections.Frozen;
using Parley.Coding.Words;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>The event types of PLOVER 2.0.</summary>
internal static class PloverEvent
{
    private static readonly FrozenSet<string> s_types = FrozenSet.ToFrozenSet(
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ]);

    /// <summary>The type that an act usually is; null for mere information.</summary>
    public static string? Of(Polarity polarity) => polarity switch
    {
        Polarity.Offers or Polarity.Pledges => "AGREE",
        Polarity.Demands => "REQUEST",
        Polarity.Rejects => "REJECT",
        Polarity.Threatens => "THREATEN",
        Polarity.Accuses => "ACCUSE",
        _ => null,
    };

    /// <summary>A cell of a table: a type, <c>none</c>, or a hyphen for the one that the polarity usually has.</summary>
    public static string? Read(TableFile.Row row, int index, Polarity polarity) => row[index] switch
    {
        null => Of(polarity),
        "none" => null,
        { } type when s_types.Contains(type) => type,
        { } other => throw row.Error($"'{other}' is no PLOVER type; one of {string.Join(", ", s_types.Order(StringComparer.Ordinal))}, none or - is expected"),
    };
}
