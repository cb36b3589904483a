using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Review;

/// <summary>How far reviewers agree beyond chance, from the first verdict of each on each item: what was said before anybody was persuaded.</summary>
/// <param name="What">What they judged: records (confirm or reject) or pairs (one person or two).</param>
/// <param name="Reviewers">Those whose verdicts are compared.</param>
/// <param name="Items">How many items two of them or more judged.</param>
/// <param name="Agreed">Share of the pairs of verdicts on one item that agree, 0 to 1; null without items.</param>
/// <param name="Statistic">Cohen's kappa of two reviewers, Krippendorff's alpha of more.</param>
/// <param name="Value">At most 1; 0 is what chance gives. Null where chance alone would make all agree, or without items.</param>
/// <param name="StandardError">Large-sample standard error of kappa; null for alpha and where it has no value.</param>
public sealed record AgreementMeasure(
    string What, ImmutableArray<string> Reviewers, int Items, double? Agreed, string Statistic, double? Value, double? StandardError);

/// <summary>Measures how far the reviewers of a register agree.</summary>
/// <remarks>
/// J. Cohen 1960 for kappa; J. L. Fleiss, J. Cohen, B. S. Everitt 1969 for its standard error; K. Krippendorff 2004 for alpha, here for
/// nominal data.
/// </remarks>
public static class ReviewerAgreement
{
    /// <summary>Of records and of pairs: the measure of all reviewers, then, if they are more than two, that of every two with items in common.</summary>
    public static IEnumerable<AgreementMeasure> Of(CasualtyRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var records = First(register.Localised.OfType<RecordReviewed>().Where(r => r.Verdict != ReviewVerdict.Withdraw),
            r => register.RecordOf(r.Record)?.Id ?? r.Record, r => r.Who, r => r.Verdict == ReviewVerdict.Confirm);
        var pairs = First(register.Localised.OfType<PairDecided>().Where(d => d.Same is not null),
            d => string.CompareOrdinal(d.First, d.Second) < 0 ? $"{d.First} {d.Second}" : $"{d.Second} {d.First}", d => d.Who, d => d.Same == true);
        return Measures("records", records).Concat(Measures("pairs", pairs));
    }

    /// <summary>Cohen's kappa of two reviewers with its large-sample standard error.</summary>
    /// <param name="bothYes">Items on which both said yes.</param>
    /// <param name="onlyFirst">On which only the first did.</param>
    /// <param name="onlySecond">On which only the second did.</param>
    /// <param name="neither">On which neither did.</param>
    /// <returns>Null for both without items or where all verdicts are alike; no error with fewer than two items.</returns>
    public static (double? Kappa, double? StandardError) Kappa(int bothYes, int onlyFirst, int onlySecond, int neither)
    {
        var n = (double)(bothYes + onlyFirst + onlySecond + neither);
        if (n == 0)
        {
            return (null, null);
        }

        var (first, second) = ((bothYes + onlyFirst) / n, (bothYes + onlySecond) / n);
        var observed = (bothYes + neither) / n;
        var expected = (first * second) + ((1 - first) * (1 - second));
        if (expected >= 1)
        {
            return (null, null);
        }

        var kappa = (observed - expected) / (1 - expected);
        var agreeing = (bothYes / n * Square(1 - ((first + second) * (1 - kappa)))) + (neither / n * Square(1 - ((2 - first - second) * (1 - kappa))));
        var differing = Square(1 - kappa) * ((onlyFirst / n * Square(second + 1 - first)) + (onlySecond / n * Square(first + 1 - second)));
        var variance = (agreeing + differing - Square(kappa - (expected * (1 - kappa)))) / (n * Square(1 - expected));
        return (kappa, n < 2 ? null : Math.Sqrt(Math.Max(0, variance)));
    }

    /// <summary>Krippendorff's alpha for nominal data; verdicts may be missing.</summary>
    /// <param name="items">For each item the verdicts on it.</param>
    /// <returns>Null if no item has two verdicts or all verdicts are alike.</returns>
    public static double? Alpha(IEnumerable<IReadOnlyCollection<bool>> items)
    {
        var (yes, no, disagreement) = (0.0, 0.0, 0.0);
        foreach (var verdicts in items.Where(v => v.Count > 1))
        {
            var ones = verdicts.Count(v => v);
            yes += ones;
            no += verdicts.Count - ones;
            disagreement += 2.0 * ones * (verdicts.Count - ones) / (verdicts.Count - 1);
        }

        return yes * no == 0 ? null : 1 - ((yes + no - 1) * disagreement / (2 * yes * no));
    }

    private static IEnumerable<AgreementMeasure> Measures(string what, Dictionary<string, SortedDictionary<string, bool>> items)
    {
        var twice = items.Values.Where(v => v.Count > 1).ToList();
        var names = twice.SelectMany(v => v.Keys).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(n => n, StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count <= 2)
        {
            yield return names.Count == 2 ? OfTwo(what, names[0], names[1], twice) : new AgreementMeasure(what, [], 0, null, Cohen, null, null);
            yield break;
        }

        var pairs = twice.Sum(v => v.Count * (v.Count - 1) / 2);
        var agreeing = twice.Sum(v => v.Values.CountBy(x => x).Sum(c => c.Value * (c.Value - 1) / 2));
        yield return new AgreementMeasure(what, [.. names], twice.Count, (double)agreeing / pairs, "Krippendorff's alpha", Alpha(twice.Select(v => v.Values)), null);
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = i + 1; j < names.Count; j++)
            {
                if (OfTwo(what, names[i], names[j], twice) is { Items: > 0 } measure)
                {
                    yield return measure;
                }
            }
        }
    }

    private const string Cohen = "Cohen's kappa";

    private static AgreementMeasure OfTwo(string what, string first, string second, List<SortedDictionary<string, bool>> items)
    {
        var both = items.Where(v => v.ContainsKey(first) && v.ContainsKey(second)).Select(v => (First: v[first], Second: v[second])).ToList();
        var (kappa, error) = Kappa(both.Count(b => b is (true, true)), both.Count(b => b is (true, false)), both.Count(b => b is (false, true)), both.Count(b => b is (false, false)));
        return new AgreementMeasure(what, [first, second], both.Count, both.Count == 0 ? null : (double)both.Count(b => b.First == b.Second) / both.Count, Cohen, kappa, error);
    }

    private static Dictionary<string, SortedDictionary<string, bool>> First<T>(IEnumerable<T> said, Func<T, string> item, Func<T, string> who, Func<T, bool> verdict)
    {
        var items = new Dictionary<string, SortedDictionary<string, bool>>(StringComparer.Ordinal);
        foreach (var what in said)
        {
            (items.TryGetValue(item(what), out var verdicts) ? verdicts : items[item(what)] = new(StringComparer.OrdinalIgnoreCase)).TryAdd(who(what), verdict(what));
        }

        return items;
    }

    private static double Square(double x) => x * x;
}
