namespace Parley.Ledger;

/// <summary>Reads the corrections of actors back from the history.</summary>
internal static class CorrectionTable
{
    /// <summary>All corrections in the order in which they were made, with what took them back.</summary>
    public static List<RecordedCorrection> All(SqliteSession session, ArticleRecords records)
    {
        var sequences = new List<(long Sequence, bool IsRevert)>();
        using (var statement = session.Prepare("SELECT sequence, reverts IS NOT NULL FROM actor_corrections ORDER BY sequence"))
        using (var rows = statement.Rows())
        {
            while (rows.Read())
            {
                sequences.Add((rows.Number(0), rows.Number(1) != 0));
            }
        }

        var all = new List<RecordedCorrection>();
        foreach (var (sequence, isRevert) in sequences)
        {
            if (!isRevert)
            {
                all.Add(new RecordedCorrection(sequence, records.Read(sequence, LedgerJson.Canonical.ActorCorrection), null));
                continue;
            }

            var revert = records.Read(sequence, LedgerJson.Canonical.ActorCorrectionRevert);
            var index = all.FindIndex(c => c.Sequence == revert.Correction);
            if (index >= 0)
            {
                all[index] = all[index] with { Revert = revert };
            }
        }

        return all;
    }
}
