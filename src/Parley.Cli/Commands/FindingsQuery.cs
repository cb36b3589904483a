using System.CommandLine;
using Parley.Analysis;
using Parley.Exchange;

namespace Parley.Cli.Commands;

/// <summary>The options of all questions that compare records: which ledger, as known when, answered how.</summary>
internal sealed class FindingsQuery
{
    private readonly Option<string> _ledger = LedgerOption.Create();
    private readonly Option<DateOnly?> _asOf = DateOption.Create("--as-of", "As known on this day: nothing published later is seen.");
    private readonly Option<DateOnly?> _gatheredBy = DateOption.Create("--gathered-by", "As gathered up to the end of this day (UTC).");
    private readonly Option<AnswerFormat> _format = AnswerFormats.CreateOption();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _ledger, _asOf, _gatheredBy, _format })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The day as of which is asked; null for now.</summary>
    public DateOnly? Day(ParseResult parsed) => parsed.GetValue(_asOf);

    /// <summary>Compares what the ledger holds.</summary>
    public Findings Analyse(ParseResult parsed)
    {
        using var ledger = LedgerOption.OpenForReading(parsed.GetRequiredValue(_ledger));
        DateTimeOffset? gathered = parsed.GetValue(_gatheredBy) is { } day
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1)
            : null;
        return Analyst.Analyse(ledger.Articles(), new AsOf(parsed.GetValue(_asOf), gathered));
    }

    /// <summary>The export format asked for; null for a table.</summary>
    public ExportFormat? ExportFormat(ParseResult parsed) => AnswerFormats.ToExport(parsed.GetValue(_format));
}
