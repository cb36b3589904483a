namespace Parley.Casualties.Linkage;

/// <summary>Builds and completes the column of values that holds names of people: skeletons, forms and likely misspellings.</summary>
internal static class NameColumn
{
    /// <summary>A spelling is taken for a slip of another one only if that one is at least this many times as frequent.</summary>
    private const int SlipRatio = 6;

    /// <summary>Shortest skeleton that is looked at for slips; shorter ones have too many neighbours.</summary>
    private const int ShortestSlip = 4;

    /// <summary>An empty column for names.</summary>
    public static ValueColumn Create() => new(static s => NameFold.Fold(s));

    /// <summary>Completes a column of family and given names.</summary>
    public static void FreezeNames(ValueColumn column) =>
        column.Freeze(static s => GivenNames.Canonical(s) ?? FamilyStem(s), ReadAmbiguousSpellings);

    /// <summary>Completes a column of patronymics.</summary>
    public static void FreezePatronymics(ValueColumn column) => column.Freeze(GivenNames.FathersName, ReadAmbiguousSpellings);

    /// <summary>
    /// The form under which each form is filed for blocking: its own, or that of a neighbour one edit away that is far more frequent,
    /// of which it is likely a slip.
    /// </summary>
    public static int[] FiledForms(ValueColumn column)
    {
        var skeletons = new string?[column.FormShares.Length];
        var best = new int[skeletons.Length];
        var counts = new int[skeletons.Length];
        for (var i = 0; i < column.Count; i++)
        {
            var form = column.Forms[i];
            counts[form] += column.CountOf(i);
            if (skeletons[form] is null || column.CountOf(i) > best[form])
            {
                (skeletons[form], best[form]) = (column.Skeletons[i], column.CountOf(i));
            }
        }

        var byDeletion = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var form = 0; form < skeletons.Length; form++)
        {
            if (skeletons[form] is { Length: >= ShortestSlip - 1 } s && counts[form] >= SlipRatio)
            {
                foreach (var key in Deletions(s))
                {
                    (byDeletion.TryGetValue(key, out var list) ? list : byDeletion[key] = []).Add(form);
                }
            }
        }

        var filed = new int[skeletons.Length];
        for (var form = 0; form < filed.Length; form++)
        {
            filed[form] = skeletons[form] is { Length: >= ShortestSlip } s ? Neighbour(form, s) : form;
        }

        return filed;

        int Neighbour(int form, string skeleton)
        {
            var found = form;
            long enough = (long)counts[form] * SlipRatio;
            foreach (var key in Deletions(skeleton))
            {
                foreach (var other in byDeletion.GetValueOrDefault(key) ?? [])
                {
                    if (other != form && counts[other] >= enough && (found == form || counts[other] > counts[found]) &&
                        EditDistance.Within(skeleton, skeletons[other], 1) <= 1)
                    {
                        found = other;
                    }
                }
            }

            return found;
        }
    }

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

    private static IEnumerable<string> Deletions(string skeleton)
    {
        yield return skeleton;
        for (var i = 0; i < skeleton.Length; i++)
        {
            if (i == 0 || skeleton[i] != skeleton[i - 1])
            {
                yield return skeleton.Remove(i, 1);
            }
        }
    }
}
