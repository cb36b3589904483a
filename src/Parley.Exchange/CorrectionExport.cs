using System.Collections.Immutable;
using System.Globalization;
using Parley.Ledger;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Exchange;

/// <summary>Writes the corrections of actors, those taken back among them.</summary>
public static class CorrectionExport
{
    private static readonly ImmutableArray<(string Name, Func<RecordedCorrection, Cell> Value)> s_columns =
    [
        ("number", c => c.Sequence.ToString(CultureInfo.InvariantCulture)),
        ("kind", c => EnumName.Of(c.Correction.Kind)),
        ("names", c => Cell.List(c.Correction.Names)),
        ("name", c => c.Correction.Name),
        ("actorId", c => c.Correction.ActorId),
        ("actorKind", c => c.Correction.ActorKind is { } kind ? EnumName.Of(kind) : null),
        ("country", c => c.Correction.Country),
        ("words", c => c.Correction.Words),
        ("statements", c => Cell.List(c.Correction.Statements)),
        ("author", c => c.Correction.Author),
        ("at", c => Moment(c.Correction.At)),
        ("reason", c => c.Correction.Reason),
        ("revertedBy", c => c.Revert?.Author),
        ("revertedAt", c => c.Revert is { } revert ? Moment(revert.At) : null),
        ("revertReason", c => c.Revert?.Reason),
    ];

    /// <summary>Writes corrections and counts them.</summary>
    public static long Write(IEnumerable<RecordedCorrection> corrections, ExportFormat format, Stream output) =>
        RowWriter.Write(corrections, [.. s_columns.Select(c => c.Name)], (row, i) => s_columns[i].Value(row), format, output);

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
