using Parley.Analysis;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exchange;

/// <summary>
/// Writes what a ledger holds to a stream, record by record, in the reader's order; the same ledger gives the same bytes. Offsets count
/// Unicode code points.
/// </summary>
public static class LedgerExport
{
    /// <summary>Exports everything of a kind, current revisions only.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">What to export.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="asOf">As known when; everything if null.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <returns>How many records were written.</returns>
    /// <exception cref="LedgerException">A record cannot be read.</exception>
    public static long Write(
        LedgerReader ledger, ExportKind kind, ExportFormat format, Stream output, AsOf? asOf = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var known = asOf ?? AsOf.Everything;
        return kind switch
        {
            ExportKind.Statements => Write(ledger.Statements(new StatementFilter { AsOf = known }), format, output, cancellationToken),
            ExportKind.Articles => Write(ledger.ArticlesAlone(new ArticleFilter { AsOf = known }), format, output, cancellationToken),
            ExportKind.Figures => Write(ledger.Figures(new FigureFilter { AsOf = known }), format, output, cancellationToken),
            ExportKind.Agreements => Write(ledger.Agreements(new AgreementFilter { AsOf = known }), format, output, cancellationToken),
            ExportKind.Forecasts => Write(ledger.Forecasts(new ForecastFilter { AsOf = known }), format, output, cancellationToken),
            ExportKind.Claims => FindingsExport.Write(Compared().Claims, format, output),
            ExportKind.Conflicts => FindingsExport.Write(Compared().Conflicts, format, output),
            ExportKind.Positions => FindingsExport.Write(Compared().Positions, format, output),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "there is no such export"),
        };

        Findings Compared() => Analyst.Analyse(ledger.Articles(new ArticleFilter { AsOf = known }));
    }

    /// <summary>Exports statements that a query gave.</summary>
    /// <inheritdoc cref="Write(LedgerReader, ExportKind, ExportFormat, Stream, AsOf, CancellationToken)"/>
    public static long Write(
        IEnumerable<Recorded<Statement>> statements, ExportFormat format, Stream output, CancellationToken cancellationToken = default) =>
        format is ExportFormat.JsonLines
            ? RowWriter.WriteLines(Placed(statements, cancellationToken), (json, row) => StatementJson.Write(json, row.Record, row.Place), output)
            : Write(statements, Tables.Statements, format, output, cancellationToken);

    /// <summary>Exports articles that a query gave.</summary>
    /// <inheritdoc cref="Write(LedgerReader, ExportKind, ExportFormat, Stream, AsOf, CancellationToken)"/>
    public static long Write(
        IEnumerable<Recorded<Article>> articles, ExportFormat format, Stream output, CancellationToken cancellationToken = default) =>
        Write(articles, Tables.Articles, format, output, cancellationToken);

    /// <summary>Exports figures that a query gave.</summary>
    /// <inheritdoc cref="Write(LedgerReader, ExportKind, ExportFormat, Stream, AsOf, CancellationToken)"/>
    public static long Write(
        IEnumerable<Recorded<Figure>> figures, ExportFormat format, Stream output, CancellationToken cancellationToken = default) =>
        Write(figures, Tables.Figures, format, output, cancellationToken);

    /// <summary>Exports mentions of agreements that a query gave.</summary>
    /// <inheritdoc cref="Write(LedgerReader, ExportKind, ExportFormat, Stream, AsOf, CancellationToken)"/>
    public static long Write(
        IEnumerable<Recorded<Agreement>> agreements, ExportFormat format, Stream output, CancellationToken cancellationToken = default) =>
        Write(agreements, Tables.Agreements, format, output, cancellationToken);

    /// <summary>Exports forecasts that a query gave.</summary>
    /// <inheritdoc cref="Write(LedgerReader, ExportKind, ExportFormat, Stream, AsOf, CancellationToken)"/>
    public static long Write(
        IEnumerable<Recorded<Forecast>> forecasts, ExportFormat format, Stream output, CancellationToken cancellationToken = default) =>
        Write(forecasts, Tables.Forecasts, format, output, cancellationToken);

    private static long Write<T>(
        IEnumerable<Recorded<T>> records, Table<T> table, ExportFormat format, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        return RowWriter.Write(
            Placed(records, cancellationToken), [.. table.Columns.Select(c => c.Name)], (row, column) => table.Columns[column].Value(row.Record, row.Place), format, output);
    }

    /// <summary>Records of one article come one after another, so its offsets are mapped once.</summary>
    private static IEnumerable<(T Record, ExportedPlace Place)> Placed<T>(
        IEnumerable<Recorded<T>> records, CancellationToken cancellationToken)
    {
        ExportedPlace? place = null;
        foreach (var recorded in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (place is null || !ReferenceEquals(place.Recorded, recorded.Place))
            {
                place = new ExportedPlace(recorded.Place);
            }

            yield return (recorded.Record, place);
        }
    }
}
