namespace Parley.Casualties.Linkage;

/// <summary>
/// Estimates the model without labels. Expectation maximisation over all pairs of records, of which those that blocking brings together
/// stand for the matches (the others are held to be none), while a random sample of all pairs tells how often two persons agree by chance.
/// </summary>
/// <remarks>
/// Fellegi and Sunter 1969; Winkler 2000 for the adjustment by frequency, which enters already here: a pair's chance under u is that of
/// its values, not of its level. The random pairs are weighed by their chance to be no match, so that the duplicates among them, many in
/// small files, do not pass for chance.
/// </remarks>
internal sealed class ModelTrainer(PairComparison comparison, RecordTable table)
{
    private const int MostIterations = 40;

    /// <summary>Training ends when no share of a level changes by more.</summary>
    private const double Settled = 1e-5;

    /// <summary>
    /// Weight of the assumed shares against what is counted, in pairs of one person and of two. A few dozen records teach hardly anything, and
    /// what they seem to teach makes brothers one person; of a few thousand the assumptions are not noticed.
    /// </summary>
    private const double AssumedMatches = 200;

    private const double AssumedOthers = 500;

    private readonly int _fields = comparison.FieldCount;

    /// <summary>Trains on blocked pairs and random pairs.</summary>
    /// <param name="blocked">Levels of a sample of the pairs that blocking brings together.</param>
    /// <param name="blockedScale">How many such pairs each of the sample stands for.</param>
    /// <param name="random">Levels of a random sample of all pairs.</param>
    public LinkageModel Train(PairSample blocked, double blockedScale, PairSample random)
    {
        var (assumedM, assumedU) = (Assumed(static level => level.M), Assumed(static level => level.U));
        var (m, u) = (assumedM, WithoutOrder(CountLevels(random, static p => p.Count, assumedU, AssumedOthers)));
        var allPairs = Math.Max(1, 0.5 * table.Count * (table.Count - 1));
        var matchShare = Math.Min(0.5, Math.Max(1, table.Count / 2.0) / allPairs);
        for (var i = 0; i < MostIterations; i++)
        {
            var weights = Weights(m, u);
            var prior = Math.Log(matchShare / (1 - matchShare));
            var matches = 0.0;
            var next = CountLevels(blocked, p =>
            {
                var expected = p.ExpectedMatches(Odds(p, weights, prior));
                matches += expected;
                return expected;
            }, assumedM, AssumedMatches);
            u = WithoutOrder(CountLevels(random, p => p.Count - p.ExpectedMatches(Odds(p, weights, prior)), assumedU, AssumedOthers));
            var change = next.Zip(m, (a, b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max()).Max();
            m = next;
            matchShare = Math.Clamp(matches * blockedScale / allPairs, 0.5 / allPairs, 0.5);
            if (change < Settled)
            {
                break;
            }
        }

        return new LinkageModel(
        [
            .. Enumerable.Range(0, _fields).Select(f => new FieldWeights(Name(f),
                [.. Enumerable.Range(0, comparison.LevelCount(f)).Select(l => new LevelWeight(LevelName(f, l), m[f][l], u[f][l]))])),
        ], matchShare);
    }

    private string Name(int field) => field < table.Fields.Length ? table.Fields[field].Name : "order of the names";

    private string LevelName(int field, int level) => field < table.Fields.Length ? table.Fields[field].Levels[level] : PairComparison.OrderLevels[level];

    /// <summary>The assumed shares of every field; missing values weigh nothing.</summary>
    private double[][] Assumed(Func<(double M, double U), double> share) =>
        [.. Enumerable.Range(0, _fields).Select(f => comparison.Assumed(f).Select(share).Prepend(1).ToArray())];

    private static double[][] Weights(double[][] m, double[][] u) =>
        [.. m.Select((field, f) => field.Select((share, level) => level == FieldComparison.MissingLevel ? 0 : Math.Log(share / u[f][level])).ToArray())];

    private static double Odds(PairSample.Pattern pattern, double[][] weights, double prior)
    {
        var odds = prior;
        for (var f = 0; f < pattern.Levels.Length; f++)
        {
            odds += weights[f][pattern.Levels[f]];
        }

        return odds;
    }

    /// <summary>The shares of the levels among pairs that count with a weight, together with so many pairs that are as assumed.</summary>
    private static double[][] CountLevels(PairSample sample, Func<PairSample.Pattern, double> weight, double[][] assumed, double assumedPairs)
    {
        var counts = assumed.Select(levels => levels.Select((s, l) => l == FieldComparison.MissingLevel ? 0 : s * assumedPairs).ToArray()).ToArray();
        foreach (var pattern in sample.Patterns)
        {
            var w = weight(pattern);
            for (var f = 0; f < pattern.Levels.Length; f++)
            {
                counts[f][pattern.Levels[f]] += w;
            }
        }

        foreach (var levels in counts)
        {
            levels[FieldComparison.MissingLevel] = 0;
            var sum = levels.Sum();
            for (var level = 1; level < levels.Length; level++)
            {
                levels[level] = Math.Max(levels[level] / sum, 1e-7);
            }

            levels[FieldComparison.MissingLevel] = 1;
        }

        return counts;
    }

    /// <summary>
    /// Whether names stand in exchanged places tells nothing of two persons: their values are as likely in either order, and the levels of
    /// the names are already those of the order chosen. So the order weighs only by how often records of one person differ in it.
    /// </summary>
    private static double[][] WithoutOrder(double[][] u)
    {
        Array.Fill(u[^1], 1);
        return u;
    }
}
