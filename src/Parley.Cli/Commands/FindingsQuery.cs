using System.CommandLine;
using Parley.Analysis;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;

namespace Parley.Cli.Commands;

/// <summary>The options of all questions that compare records: which ledger, as known when, answered how.</summary>
internal sealed class FindingsQuery(Terminal terminal)
{
    private readonly Option<string> _ledger = LedgerOption.Create();
    private readonly AsOfOptions _asOf = new();
    private readonly Option<bool> _whole = WholeOption.Create();
    private readonly Option<AnswerFormat> _format = AnswerFormats.CreateOption();

    private readonly Option<string?> _actor = new("--actor") { Description = "Only by this actor: the name, whole words of it (a surname), or the id.", HelpName = "NAME" };
    private readonly Option<string?> _issue = new("--issue") { Description = "Only about this issue, e.g. ceasefire.", HelpName = "KEY" };
    private readonly Option<string?> _outlet = new("--outlet") { Description = "Only reported by this outlet.", HelpName = "NAME" };
    private readonly Option<DateOnly?> _since = DateOption.Create("--since", "Only reported on this day or later.");
    private readonly Option<DateOnly?> _until = DateOption.Create("--until", "Only reported on this day or earlier.");
    private readonly Option<string?> _about = new("--text") { Description = "Only with these words, in whatever form.", HelpName = "WORDS" };
    private readonly Option<double?> _minConfidence = new("--min-confidence") { Description = "Only with at least this confidence, 0 to 1.", HelpName = "P" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _ledger, _actor, _issue, _outlet, _since, _until, _about, _minConfidence, _whole, _format })
        {
            command.Options.Add(option);
        }

        _asOf.AddTo(command);
    }

    /// <summary>The day as of which is asked; null for now.</summary>
    public DateOnly? Day(ParseResult parsed) => _asOf.Of(parsed).Published;

    /// <summary>
    /// Compares what the ledger holds; the answer is what was asked for. The comparison sees everything, of a large ledger everything near to
    /// what was reported since the day that is asked for.
    /// </summary>
    public Findings Analyse(ParseResult parsed)
    {
        using var ledger = LedgerOption.OpenForReading(parsed.GetRequiredValue(_ledger));
        var asOf = _asOf.Of(parsed);
        var asked = new ArticleFilter { PublishedFrom = parsed.GetValue(_since), PublishedTo = parsed.GetValue(_until), Outlet = parsed.GetValue(_outlet), AsOf = asOf };
        return Analyst.Analyse(WholeOption.Records(terminal, ledger, asked, parsed.GetValue(_whole)), asOf).Narrow(new StatementMatch
        {
            Actor = parsed.GetValue(_actor),
            Issue = parsed.GetValue(_issue),
            Outlet = parsed.GetValue(_outlet),
            Since = parsed.GetValue(_since),
            Until = parsed.GetValue(_until),
            About = parsed.GetValue(_about),
            MinConfidence = parsed.GetValue(_minConfidence),
        });
    }

    /// <summary>The export format asked for; null for a table.</summary>
    public ExportFormat? ExportFormat(ParseResult parsed) => AnswerFormats.ToExport(parsed.GetValue(_format));
}
