using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Acts;

/// <summary>A mode of PLOVER with the type whose mode it is.</summary>
internal readonly record struct EventMode(string Type, string Mode);

/// <summary>A mode or context with the row and the words that tell.</summary>
internal readonly record struct EventDetail(string Name, string Rule, TokenRange Words);

/// <summary>
/// How an act or deed is done (the modes of its PLOVER type, <c>events/modes.tsv</c>) and what it is about (contexts,
/// <c>events/contexts.tsv</c>), by the words that tell it.
/// </summary>
internal static class EventDetails
{
    private static readonly FrozenDictionary<string, string[]> s_modes = new Dictionary<string, string>
    {
        ["CONSULT"] = "visit third-party multilateral phone",
        ["RETREAT"] = "withdraw release disarm ceasefire access resign",
        ["REQUEST"] = "assist change yield meet",
        ["REJECT"] = "assist change yield meet",
        ["ACCUSE"] = "disapprove investigate allege",
        ["THREATEN"] = "restrict arrest relations expel territory violence",
        ["PROTEST"] = "demo riot strike hunger boycott obstruct vandalize",
        ["SANCTION"] = "convict expel withdraw discontinue",
        ["MOBILIZE"] = "troops weapons police militia",
        ["COERCE"] = "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        ["ASSAULT"] = "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' '));

    private static readonly FrozenSet<string> s_contexts = (
        "military intelligence peacekeeping terrorism cbrn cyber misinformation territory executive legislative election political_institutions pro_democracy pro_autocracy legal diplomatic " +
        "human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality asylum migration reparations economic natural_resource environment technology " +
        "health disasters crime corruption illegal_drugs trafficking").Split(' ').ToFrozenSet();

    /// <summary>The modes of <paramref name="type"/> that the words tell, in their order, each once; none for a type without modes.</summary>
    public static ImmutableArray<EventDetail> Modes(IEnumerable<PhraseMatch<EventMode[]>> matches, string? type)
    {
        var found = ImmutableArray.CreateBuilder<EventDetail>();
        foreach (var match in matches)
        {
            foreach (var entry in match.Value)
            {
                if (entry.Type == type && !found.Any(f => f.Name == entry.Mode))
                {
                    found.Add(new EventDetail(entry.Mode, "events/modes.tsv", match.Words));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The contexts that the words tell, those told most often first.</summary>
    public static ImmutableArray<EventDetail> Contexts(IEnumerable<PhraseMatch<string>> matches) =>
        [.. matches.GroupBy(match => match.Value).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Words.Start)
            .Select(group => new EventDetail(group.Key, "events/contexts.tsv", group.First().Words))];

    internal static PhraseTable<EventMode[]>.Builder LoadModes(Vocabulary.Builder vocabulary)
    {
        var table = new PhraseTable<EventMode[]>.Builder(vocabulary);
        foreach (var rows in TableFile.FromResource("events/modes.tsv", 3).Rows.GroupBy(row => row.Cells[0], StringComparer.OrdinalIgnoreCase))
        {
            table.Add(rows.First(), rows.Key, [.. rows.Select(row =>
                s_modes.TryGetValue(row.Cells[1], out var modes) && modes.Contains(row.Cells[2]) ? new EventMode(row.Cells[1], row.Cells[2])
                    : throw row.Error($"'{row.Cells[2]}' is no mode of '{row.Cells[1]}'; {(modes is null ? "a PLOVER type with modes" : string.Join(", ", modes))} is expected"))]);
        }

        return table;
    }

    internal static PhraseTable<string>.Builder LoadContexts(Vocabulary.Builder vocabulary) => SimpleTables.Read(vocabulary, "events/contexts.tsv", 2, row =>
        s_contexts.Contains(row.Cells[1]) ? row.Cells[1] : throw row.Error($"'{row.Cells[1]}' is no PLOVER context; one of {string.Join(", ", s_contexts.Order(StringComparer.Ordinal))} is expected"));
}
