namespace Parley.Casualties.Linkage;

/// <summary>Builds and completes the column of values that holds names of people: skeletons and forms.</summary>
internal static class NameColumn
{
    /// <summary>An empty column for names.</summary>
    public static ValueColumn Create() => new(static s => NameFold.Fold(s));

    /// <summary>Completes a column of family and given names.</summary>
    public static void FreezeNames(ValueColumn column) =>
        column.Freeze(static s => GivenNames.Canonical(s) ?? FamilyStem(s), ReadAmbiguousSpellings);

    /// <summary>Completes a column of patronymics.</summary>
    public static void FreezePatronymics(ValueColumn column) => column.Freeze(GivenNames.FathersName, ReadAmbiguousSpellings);

    /// <summary>The skeleton without the endings that gender and case put on surnames in -ов, -ев, -ин and -ский.</summary>
    private static string FamilyStem(string skeleton)
    {
        foreach (var ending in (ReadOnlySpan<string>)["skogo", "skomu", "skaia", "skui", "skoi", "skim", "ska", "ski"])
        {
            if (skeleton.Length > ending.Length + 1 && skeleton.EndsWith(ending, StringComparison.Ordinal))
            {
                return skeleton[..^ending.Length] + "ski";
            }
        }

        foreach (var ending in (ReadOnlySpan<string>)["a", "u", "im", "oi", "om"])
        {
            if (skeleton.Length > ending.Length + 4 && skeleton.EndsWith(ending, StringComparison.Ordinal) &&
                skeleton[..^ending.Length] is var stem && (stem.EndsWith("ov", StringComparison.Ordinal)
                || stem.EndsWith("ev", StringComparison.Ordinal) || stem.EndsWith("in", StringComparison.Ordinal)))
            {
                return stem;
            }
        }

        return skeleton;
    }

    /// <summary>Takes, for a spelling with several readings, the one whose skeleton other spellings have most often.</summary>
    private static void ReadAmbiguousSpellings(ValueColumn column)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < column.Count; i++)
        {
            if (NameFold.OtherReadings(column.Spelling(i)).Length == 0)
            {
                counts[column.Skeletons[i]] = counts.GetValueOrDefault(column.Skeletons[i]) + column.CountOf(i);
            }
        }

        for (var i = 0; i < column.Count; i++)
        {
            var most = counts.GetValueOrDefault(column.Skeletons[i]);
            foreach (var reading in NameFold.OtherReadings(column.Spelling(i)))
            {
                var skeleton = NameFold.Fold(column.Spelling(i), reading);
                if (counts.GetValueOrDefault(skeleton) > most)
                {
                    (column.Skeletons[i], most) = (skeleton, counts[skeleton]);
                }
            }
        }
    }
}
