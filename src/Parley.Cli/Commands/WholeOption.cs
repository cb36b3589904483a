using System.CommandLine;
using Parley.Cli.Output;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>--whole</c>: how much of a large ledger is compared for a question about some days.</summary>
internal static class WholeOption
{
    // A hundred thousand statements, which are compared in some seconds.
    private const long WholeUpTo = 150_000;

    /// <summary>The option.</summary>
    public static Option<bool> Create() => new("--whole")
    {
        Description = "Compare the whole ledger however large it is. Without it a question about some days of a very large one is answered from what is near to them, and says so.",
    };

    /// <summary>The articles to be compared; tells when they are not the whole ledger.</summary>
    public static IReadOnlyList<RecordedArticle> Records(Terminal terminal, LedgerReader reader, ArticleFilter asked, bool whole)
    {
        var compared = new ComparisonRecords(reader) { WholeUpTo = whole ? long.MaxValue : WholeUpTo };
        var records = compared.For(asked).ToList();
        if (compared.IsPartial)
        {
            terminal.Errors.WriteLine("parley: this ledger is very large, so only what is near to the days asked for was compared; --whole compares everything");
        }

        return records;
    }
}
