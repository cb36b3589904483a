using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary>A statement as users name it: by enough of the beginning of its id.</summary>
internal static class StatementArgument
{
    /// <summary>The statement whose id begins so.</summary>
    /// <exception cref="LedgerException">There is none, or there are several.</exception>
    public static Recorded<Statement> Find(LedgerReader ledger, string beginning) =>
        ledger.Statements(new StatementFilter { IdPrefix = beginning, WithEarlierRevisions = true }).DistinctBy(s => s.Record.Id).Take(2).ToList() switch
        {
            [var one] when beginning.Length > 0 => one,
            [] => throw new LedgerException($"no statement has an id that begins with '{beginning}'; 'parley statements' lists them"),
            _ => throw new LedgerException($"several statements have ids that begin with '{beginning}'; give more of it"),
        };
}
