using System.CommandLine;
using Parley.Exchange;
using Parley.Ledger;

namespace Parley.Cli.Commands;

/// <summary>The options by which every question to the ledger is narrowed and its answer shaped.</summary>
internal sealed class QueryOptions
{
    /// <summary>The ledger.</summary>
    public Option<string> Ledger { get; } = LedgerOption.Create();

    /// <summary>Outlet.</summary>
    public Option<string?> Outlet { get; } = new("--outlet") { Description = "Only from this outlet.", HelpName = "NAME" };

    /// <summary>First day of publication.</summary>
    public Option<DateOnly?> Since { get; } = DateOption.Create("--since", "Only articles published on this day or later.");

    /// <summary>Last day of publication.</summary>
    public Option<DateOnly?> Until { get; } = DateOption.Create("--until", "Only articles published on this day or earlier.");

    /// <summary>Words to be found.</summary>
    public Option<string?> Text { get; } = new("--text") { Description = "Only with these words; words in quotation marks stand together.", HelpName = "WORDS" };

    /// <summary>Earlier revisions, too.</summary>
    public Option<bool> AllRevisions { get; } = new("--all-revisions") { Description = "Also from pages as they were before they changed." };

    /// <summary>How many.</summary>
    public Option<int?> Limit { get; } = new("--limit") { Description = "At most so many.", HelpName = "N" };

    /// <summary>How the answer is written.</summary>
    public Option<AnswerFormat> Format { get; } = new("--format")
    {
        Description = "table for people, jsonl and csv for programs, spreadsheet for CSV that a spreadsheet cannot take for formulas.",
        DefaultValueFactory = _ => AnswerFormat.Table,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Ledger, Outlet, Since, Until, Text, AllRevisions, Limit, Format })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Opens the ledger asked.</summary>
    public LedgerReader Open(ParseResult parsed) => LedgerOption.OpenForReading(parsed.GetRequiredValue(Ledger));

    /// <summary>What the common options say, laid over a filter of any kind.</summary>
    public TFilter Narrow<TFilter>(ParseResult parsed, TFilter filter)
        where TFilter : ArticleFilter => filter with
        {
            Outlet = parsed.GetValue(Outlet),
            PublishedFrom = parsed.GetValue(Since),
            PublishedTo = parsed.GetValue(Until),
            Text = parsed.GetValue(Text),
            WithEarlierRevisions = parsed.GetValue(AllRevisions),
            Limit = parsed.GetValue(Limit),
        };

    /// <summary>The export format asked for; null for a table.</summary>
    public ExportFormat? ExportFormat(ParseResult parsed) => AnswerFormats.ToExport(parsed.GetValue(Format));
}

/// <summary>How an answer is written.</summary>
internal enum AnswerFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>JSON Lines.</summary>
    Jsonl,

    /// <summary>CSV (RFC 4180).</summary>
    Csv,

    /// <summary>CSV that a spreadsheet cannot take for formulas.</summary>
    Spreadsheet,
}

/// <summary>What the formats are called by the exports.</summary>
internal static class AnswerFormats
{
    /// <summary>The export format; null for a table.</summary>
    public static ExportFormat? ToExport(AnswerFormat format) => format switch
    {
        AnswerFormat.Jsonl => Exchange.ExportFormat.JsonLines,
        AnswerFormat.Csv => Exchange.ExportFormat.Csv,
        AnswerFormat.Spreadsheet => Exchange.ExportFormat.SpreadsheetCsv,
        _ => null,
    };
}
