using System.Globalization;

namespace Parley.Analysis;

/// <summary>How two propositions stand to each other.</summary>
internal enum PropositionRelation
{
    /// <summary>They are about different things, or it cannot be told.</summary>
    Unrelated,

    /// <summary>They say the same.</summary>
    Same,

    /// <summary>They are about the same and exclude each other.</summary>
    Contradictory,
}

/// <summary>The result of a comparison.</summary>
/// <param name="Relation">How they stand to each other.</param>
/// <param name="Similarity">Share of the weight of their terms that is common, 0 to 1.</param>
/// <param name="Opposition">For a contradiction what sort of words exclude each other.</param>
/// <param name="Why">For a contradiction what excludes what.</param>
internal readonly record struct PropositionMatch(PropositionRelation Relation, double Similarity, OppositionKind Opposition = default, string? Why = null);

/// <summary>What sort of words exclude each other in a contradiction.</summary>
internal enum OppositionKind
{
    /// <summary>Negations or opposite words.</summary>
    Negation,

    /// <summary>Numbers.</summary>
    Values,

    /// <summary>Dates or days.</summary>
    Times,
}

/// <summary>
/// Compares propositions: by the common weight of their terms (cosine of weighted sets), and against that by names, numbers, times and signs
/// that do not agree.
/// </summary>
internal sealed class PropositionComparer(PropositionReader reader)
{
    private const double SameFrom = 0.6;
    private const int LeastShared = 3;
    private const double SameFromIfShort = 0.75;
    private const int ShortBelow = 4;
    private const double ContradictoryFrom = 0.6;
    private const double NameFactor = 1.25;
    private const double NumberWeight = 2.5;
    private const double TimeWeight = 1.0;

    /// <summary>Compares; acts of different performers ("A demands", "B demands") are never the same.</summary>
    public PropositionMatch Compare(Proposition a, Proposition b) => a.Performer == b.Performer ? CompareMatter(a, b) : default;

    /// <summary>Compares what is said whoever performs it: an offer with what turns it down.</summary>
    public PropositionMatch CompareMatter(Proposition a, Proposition b)
    {
        var tally = Tally(a, b);
        var similarity = tally.Total <= 0 ? 0 : tally.Common / tally.Total;
        // Of few words each must agree: "an end to the war" is in many sentences.
        var isShort = Math.Min(a.Terms.Length + a.Numbers.Length, b.Terms.Length + b.Numbers.Length) < ShortBelow;
        if (tally.Shared < LeastShared || similarity < (isShort ? SameFromIfShort : SameFrom))
        {
            return new PropositionMatch(PropositionRelation.Unrelated, similarity);
        }

        var namesDiffer = tally.NamesOnlyInA > 0 && tally.NamesOnlyInB > 0;
        var opposed = (tally.Opposed % 2 == 1) != (a.IsDenied != b.IsDenied);
        if (opposed)
        {
            // Who denies that twelve were freed says nothing of forty.
            // Who turns something down and then accepts it under a condition has moved; that is no contradiction.
            var comparable = a.IsConditional == b.IsConditional || a.IsDenied || b.IsDenied;
            return comparable && similarity >= ContradictoryFrom && !namesDiffer && Differing(a.Numbers, b.Numbers) is null && Differing(a.Times, b.Times) is null
                ? new PropositionMatch(PropositionRelation.Contradictory, similarity, OppositionKind.Negation, "one negates what the other states")
                : new PropositionMatch(PropositionRelation.Unrelated, similarity);
        }

        // A negation that falls on a word which the other does not have may turn the sense round or not.
        if (tally.Opposed == 0 && a.IsNegated != b.IsNegated)
        {
            return new PropositionMatch(PropositionRelation.Unrelated, similarity);
        }

        if (Differing(a.Numbers, b.Numbers) is { } numbers)
        {
            return similarity >= ContradictoryFrom && !namesDiffer
                ? new PropositionMatch(PropositionRelation.Contradictory, similarity, OppositionKind.Values, $"the values differ: {numbers}")
                : new PropositionMatch(PropositionRelation.Unrelated, similarity);
        }

        if (Differing(a.Times, b.Times) is { } times)
        {
            return similarity >= ContradictoryFrom && !namesDiffer
                ? new PropositionMatch(PropositionRelation.Contradictory, similarity, OppositionKind.Times, $"the times differ: {times}")
                : new PropositionMatch(PropositionRelation.Unrelated, similarity);
        }

        // "A truce if the ships leave" says neither that there is a truce nor that the ships leave.
        return new PropositionMatch(namesDiffer || a.IsConditional != b.IsConditional ? PropositionRelation.Unrelated : PropositionRelation.Same, similarity);
    }

    private (double Common, double Total, int Shared, int Opposed, int NamesOnlyInA, int NamesOnlyInB) Tally(Proposition a, Proposition b)
    {
        double common = 0, ofA = 0, ofB = 0;
        int shared = 0, opposed = 0, namesOnlyInA = 0, namesOnlyInB = 0, i = 0, j = 0;
        while (i < a.Terms.Length || j < b.Terms.Length)
        {
            var order = i >= a.Terms.Length ? 1 : j >= b.Terms.Length ? -1 : a.Terms[i].CompareTo(b.Terms[j]);
            if (order == 0)
            {
                var weight = WeightOf(a.Terms[i], a.IsName[i] || b.IsName[j]);
                (common, ofA, ofB) = (common + weight, ofA + weight, ofB + weight);
                shared++;
                opposed += a.Signs[i] != b.Signs[j] ? 1 : 0;
                (i, j) = (i + 1, j + 1);
            }
            else if (order < 0)
            {
                ofA += WeightOf(a.Terms[i], a.IsName[i]);
                namesOnlyInA += a.IsName[i++] ? 1 : 0;
            }
            else
            {
                ofB += WeightOf(b.Terms[j], b.IsName[j]);
                namesOnlyInB += b.IsName[j++] ? 1 : 0;
            }
        }

        var equalNumbers = a.Numbers.Count(n => Array.BinarySearch(b.Numbers, n) >= 0);
        var equalTimes = a.Times.Count(t => Array.BinarySearch(b.Times, t, StringComparer.Ordinal) >= 0);
        common += equalNumbers * NumberWeight + equalTimes * TimeWeight;
        ofA += equalNumbers * NumberWeight + equalTimes * TimeWeight;
        ofB += equalNumbers * NumberWeight + equalTimes * TimeWeight;
        return (common, Math.Sqrt(ofA * ofB), shared + equalNumbers, opposed, namesOnlyInA, namesOnlyInB);
    }

    private double WeightOf(int term, bool isName) => reader.WeightOf(term) * (isName ? NameFactor : 1);

    private static string? Differing(decimal[] a, decimal[] b)
    {
        var onlyA = a.Where(x => !Array.Exists(b, y => IsNear(x, y))).ToList();
        var onlyB = b.Where(y => !Array.Exists(a, x => IsNear(x, y))).ToList();
        return onlyA.Count > 0 && onlyB.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{onlyA[0]:#,0.####} and {onlyB[0]:#,0.####}") : null;
    }

    /// <summary>Equal, or one a rounding of the other to two figures.</summary>
    private static bool IsNear(decimal x, decimal y) => x == y || (Math.Min(x, y) >= 100 && Math.Abs(x - y) <= 0.02m * Math.Max(x, y));

    /// <summary>Times of one kind (weekdays, dates, years) that exclude each other.</summary>
    private static string? Differing(string[] a, string[] b)
    {
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (KindOf(x) == KindOf(y) && !Array.Exists(b, o => Covers(x, o)) && !Array.Exists(a, o => Covers(y, o)))
                {
                    return $"{x} and {y}";
                }
            }
        }

        return null;
    }

    private static bool Covers(string x, string y) => x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal);

    private static int KindOf(string time) => char.IsAsciiDigit(time[0]) ? 0 : time.EndsWith("day", StringComparison.Ordinal) ? 1 : 2;
}
