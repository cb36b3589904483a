using Parley.Coding.Words;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>What a cue says of its content.</summary>
/// <param name="Phrase">The row's phrase, shown as evidence.</param>
/// <param name="Polarity">The act that the cue names.</param>
/// <param name="Event">PLOVER type; null for mere information.</param>
/// <param name="IsFirm">True if the cue decides; false if the content's words may.</param>
/// <param name="Stance">On the first issue; null where polarity and content decide.</param>
internal sealed record CueEntry(string Phrase, Polarity Polarity, string? Event, bool IsFirm, Stance? Stance);

/// <summary>Reads <c>polarity/cues.tsv</c>.</summary>
internal static class CueTable
{
    public static PhraseTable<CueEntry>.Builder Load(Vocabulary.Builder vocabulary)
    {
        var table = new PhraseTable<CueEntry>.Builder(vocabulary);
        foreach (var row in TableFile.FromResource("polarity/cues.tsv", 5).Rows)
        {
            var polarity = row.Member<Polarity>(1);
            table.Add(row, row.Cells[0], new CueEntry(row.Cells[0], polarity, PloverEvent.Read(row, 2, polarity),
                row[3] switch
                {
                    "firm" => true,
                    "open" => false,
                    _ => throw row.Error($"'{row[3]}' is unknown; firm or open is expected"),
                },
                row[4] is null ? null : row.Member<Stance>(4)));
        }

        return table;
    }
}
