using System.CommandLine;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary>The options by which a question is asked as of a day, the same in every question.</summary>
internal sealed class AsOfOptions
{
    private readonly Option<DateOnly?> _published = DateOption.Create("--as-of", "As known on this day: nothing published later is seen.");
    private readonly Option<DateOnly?> _gathered = DateOption.Create("--gathered-by", "As gathered up to the end of this day (UTC): pages as they were, actors as corrected by then.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_published);
        command.Options.Add(_gathered);
    }

    /// <summary>What was known at the time asked for.</summary>
    public AsOf Of(ParseResult parsed) => new(parsed.GetValue(_published), DateOption.EndOf(parsed.GetValue(_gathered)));
}
