using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>What in a table speaks against any estimate from it.</summary>
internal static class TableWarnings
{
    private const int FewPeople = 50;
    private const int FewOverlaps = 10;
    private const double FarExtrapolation = 5;

    /// <summary>The warnings, gravest first.</summary>
    public static ImmutableArray<string> Of(CaptureTable table, Estimate estimate)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var overlaps = table.Observed - table.OnExactly(1);
        if (overlaps == 0)
        {
            warnings.Add("nobody is on two lists: the data cannot tell how many are on none");
        }
        else if (overlaps < FewOverlaps)
        {
            warnings.Add($"only {overlaps} people are on two lists or more: everything about the unseen rests on them");
        }

        for (var list = 0; list < table.Lists.Length; list++)
        {
            if (Enumerable.Range(0, table.Lists.Length).FirstOrDefault(o => o != list && table.OnAll(1 << list) == table.OnAll(1 << list | 1 << o), -1) is >= 0 and var other)
            {
                warnings.Add($"everybody on {table.Lists[list]} is on {table.Lists[other]} too: if one was made from the other, it says nothing of who is missing");
            }
        }

        if (table.Observed < FewPeople)
        {
            warnings.Add($"only {table.Observed} people were seen: intervals from large-sample theory are too short");
        }

        if (estimate.Value / table.Observed > FarExtrapolation)
        {
            warnings.Add($"the estimate is {estimate.Value / table.Observed:F1} times the people seen: a small dependence between lists moves it far");
        }

        var empty = ModelSearch.Pairs(table.Lists.Length).Where(p => table.OnAll(p) == 0).ToList();
        if (empty.Count > 0 && overlaps > 0)
        {
            warnings.Add($"lists that share nobody: {string.Join(", ", empty.Select(p => LogLinearModel.Name(p, table.Lists, ':')))}; dependence between them cannot be told");
        }

        return warnings.ToImmutable();
    }
}
