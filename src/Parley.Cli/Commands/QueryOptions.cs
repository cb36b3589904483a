using System.CommandLine;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;

namespace Parley.Cli.Commands;

/// <summary>The options by which every question to the ledger is narrowed and its answer shaped.</summary>
internal sealed class QueryOptions
{
    /// <summary>The ledger.</summary>
    public Option<string> Ledger { get; } = LedgerOption.Create();

    /// <summary>Actor or claimant.</summary>
    public Option<string?> Actor { get; } = new("--actor") { Description = "Only by this actor: the name, whole words of it (a surname), or for statements the id.", HelpName = "NAME" };

    /// <summary>Issue.</summary>
    public Option<string?> Issue { get; } = new("--issue") { Description = "Only about this issue, e.g. ceasefire.", HelpName = "KEY" };

    /// <summary>Least confidence.</summary>
    public Option<double?> MinConfidence { get; } = new("--min-confidence") { Description = "Only with at least this confidence, 0 to 1.", HelpName = "P" };

    /// <summary>Outlet.</summary>
    public Option<string?> Outlet { get; } = new("--outlet") { Description = "Only from this outlet.", HelpName = "NAME" };

    /// <summary>First day of publication.</summary>
    public Option<DateOnly?> Since { get; } = DateOption.Create("--since", "Only articles published on this day or later.");

    /// <summary>Last day of publication.</summary>
    public Option<DateOnly?> Until { get; } = DateOption.Create("--until", "Only articles published on this day or earlier.");

    /// <summary>As known when.</summary>
    public AsOfOptions AsOf { get; } = new();

    /// <summary>Words to be found.</summary>
    public Option<string?> Text { get; } = new("--text") { Description = "Only with these words; words in quotation marks stand together.", HelpName = "WORDS" };

    /// <summary>Earlier revisions, too.</summary>
    public Option<bool> AllRevisions { get; } = new("--all-revisions") { Description = "Also from pages as they were before they changed." };

    /// <summary>How many.</summary>
    public Option<int?> Limit { get; } = new("--limit") { Description = "At most so many.", HelpName = "N" };

    /// <summary>How the answer is written.</summary>
    public Option<AnswerFormat> Format { get; } = AnswerFormats.CreateOption();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Ledger, Actor, Issue, Outlet, Since, Until, MinConfidence, Text, AllRevisions, Limit, Format })
        {
            command.Options.Add(option);
        }

        AsOf.AddTo(command);

        MinConfidence.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is not (null or (>= 0 and <= 1)))
            {
                result.AddError("--min-confidence takes a number from 0 to 1");
            }
        });
        Limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 0)
            {
                result.AddError("--limit takes a number from 0 up");
            }
        });
    }

    /// <summary>What the common options say, laid over a filter of any kind.</summary>
    public TFilter Narrow<TFilter>(ParseResult parsed, TFilter filter)
        where TFilter : RecordFilter => filter with
        {
            Actor = parsed.GetValue(Actor),
            Issue = parsed.GetValue(Issue),
            MinConfidence = parsed.GetValue(MinConfidence),
            Outlet = parsed.GetValue(Outlet),
            PublishedFrom = parsed.GetValue(Since),
            PublishedTo = parsed.GetValue(Until),
            AsOf = AsOf.Of(parsed),
            Text = parsed.GetValue(Text),
            WithEarlierRevisions = parsed.GetValue(AllRevisions),
            Limit = parsed.GetValue(Limit),
        };

    /// <summary>Answers a question to the ledger as a table or an export.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="parsed">What was asked.</param>
    /// <param name="noun">What a record is called.</param>
    /// <param name="find">Asks the ledger.</param>
    /// <param name="export">Writes records in a format for programs.</param>
    /// <param name="columns">Heading and cell of each column of the table.</param>
    public int Answer<TRecord>(
        Terminal terminal,
        ParseResult parsed,
        string noun,
        Func<LedgerReader, IEnumerable<TRecord>> find,
        Action<IEnumerable<TRecord>, ExportFormat, Stream> export,
        params IReadOnlyList<(string Heading, Func<TRecord, string?> Cell)> columns)
    {
        using var ledger = LedgerOption.OpenForReading(parsed.GetRequiredValue(Ledger));
        var found = find(ledger);
        if (AnswerFormats.ToExport(parsed.GetValue(Format)) is { } format)
        {
            export(found, format, terminal.Output);
        }
        else
        {
            AnswerTable.Write(terminal, noun, found, columns);
        }

        return ExitCode.Done;
    }
}

/// <summary>How an answer is written.</summary>
internal enum AnswerFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>JSON Lines.</summary>
    Jsonl,

    /// <summary>CSV (RFC 4180) with an apostrophe before texts that a spreadsheet could run as formulas.</summary>
    Csv,

    /// <summary>The same with a byte order mark, by which spreadsheets know UTF-8.</summary>
    Spreadsheet,

    /// <summary>CSV with all texts as they are.</summary>
    ExactCsv,
}

/// <summary>What the formats are called by the exports.</summary>
internal static class AnswerFormats
{
    /// <summary>The option <c>--format</c>, the same in every question.</summary>
    public static Option<AnswerFormat> CreateOption(AnswerFormat preset = AnswerFormat.Table) => new("--format")
    {
        Description = "table for people; jsonl for programs; csv, safe from formulas; spreadsheet, the same with a byte order mark; exact-csv, texts unchanged.",
        HelpName = "table|jsonl|csv|spreadsheet|exact-csv",
        DefaultValueFactory = _ => preset,
        CustomParser = result => s_formats.FirstOrDefault(f => f.Name.Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase)) is { Name: not null } format
            ? format.Format
            : Unknown(result),
    };

    /// <summary>The export format; null for a table.</summary>
    public static ExportFormat? ToExport(AnswerFormat format) => format switch
    {
        AnswerFormat.Jsonl => ExportFormat.JsonLines,
        AnswerFormat.Csv => ExportFormat.Csv,
        AnswerFormat.Spreadsheet => ExportFormat.SpreadsheetCsv,
        AnswerFormat.ExactCsv => ExportFormat.ExactCsv,
        _ => null,
    };

    private static readonly (string Name, AnswerFormat Format)[] s_formats =
    [
        ("table", AnswerFormat.Table), ("jsonl", AnswerFormat.Jsonl), ("csv", AnswerFormat.Csv), ("spreadsheet", AnswerFormat.Spreadsheet), ("exact-csv", AnswerFormat.ExactCsv),
    ];

    private static AnswerFormat Unknown(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--format takes {string.Join(", ", s_formats.Select(f => f.Name))}, not '{result.Tokens[0].Value}'");
        return AnswerFormat.Table;
    }
}
