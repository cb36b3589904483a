using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Exchange;

/// <summary>Writes what comparison finds: claims, conflicts and positions. The same findings give the same bytes.</summary>
public static class FindingsExport
{
    private static readonly ImmutableArray<(string Name, Func<Claim, Cell> Value)> ClaimColumns =
    [
        ("id", c => c.Id),
        ("text", c => c.Representative.Words),
        ("statementIds", c => Cell.List(c.Statements.Select(s => s.Id))),
        ("origins", c => c.Origins.Length),
        ("state", c => EnumName.Of(c.State)),
        ("deniedBy", c => Cell.List(c.DeniedBy.Select(a => a.Actor))),
        ("confirmedBy", c => Cell.List(c.ConfirmedBy.Select(a => a.Actor))),
        ("originReasons", c => Cell.List(c.Origins.SelectMany(o => o.Reasons).Select(r => $"{EnumName.Of(r.Kind)}: {r.Words}"))),
    ];

    private static readonly ImmutableArray<(string Name, Func<Conflict, Cell> Value)> ConflictColumns =
    [
        ("id", c => c.Id),
        ("kind", c => EnumName.Of(c.Kind)),
        ("claimIds", c => Cell.List(c.ClaimIds)),
        ("statementIds", c => Cell.List(c.StatementIds)),
        ("why", c => c.Why),
    ];

    private static readonly ImmutableArray<(string Name, Func<(PositionSeries Series, PositionPoint Point), Cell> Value)> PositionColumns =
    [
        ("actor", p => p.Series.Actor),
        ("issue", p => p.Series.Issue),
        ("date", p => p.Point.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("stance", p => EnumName.Of(p.Point.Stance)),
        ("condition", p => p.Point.Condition),
        ("statementIds", p => Cell.List([p.Point.Statement.Id])),
    ];

    private static readonly ImmutableArray<(string Name, Func<Alert, Cell> Value)> AlertColumns =
    [
        ("question", a => a.Question),
        ("kind", a => EnumName.Of(a.Kind)),
        ("date", a => a.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("text", a => a.Words),
        ("statementIds", a => Cell.List(a.StatementIds)),
        ("document", a => a.Document),
        ("outlet", a => a.Outlet),
        ("url", a => a.Url),
    ];

    /// <summary>Writes alerts and counts them.</summary>
    public static long Write(IEnumerable<Alert> alerts, ExportFormat format, Stream output) => Write(alerts, AlertColumns, format, output);

    /// <summary>Writes claims and counts them.</summary>
    public static long Write(IEnumerable<Claim> claims, ExportFormat format, Stream output) => Write(claims, ClaimColumns, format, output);

    /// <summary>Writes conflicts and counts them.</summary>
    public static long Write(IEnumerable<Conflict> conflicts, ExportFormat format, Stream output) => Write(conflicts, ConflictColumns, format, output);

    /// <summary>Writes the stances of series, one a row, and counts them.</summary>
    public static long Write(IEnumerable<PositionSeries> positions, ExportFormat format, Stream output) =>
        Write(positions.SelectMany(s => s.Points.Select(p => (s, p))), PositionColumns, format, output);

    private static long Write<T>(IEnumerable<T> rows, ImmutableArray<(string Name, Func<T, Cell> Value)> columns, ExportFormat format, Stream output) =>
        RowWriter.Write(rows, [.. columns.Select(c => c.Name)], (row, i) => columns[i].Value(row), format, output);
}
