using System.Collections.Immutable;

namespace Parley.Casualties.Linkage;

/// <summary>What a run of the linkage found.</summary>
public sealed class LinkageResult
{
    private readonly PairScorer _scorer;

    internal LinkageResult(RecordTable table, LinkageModel model, PairScorer scorer, int[] clusters, ImmutableArray<LinkedPair> pairs, LinkageStatistics statistics)
    {
        (Table, Model, _scorer, Clusters, Pairs, Statistics) = (table, model, scorer, clusters, pairs, statistics);
    }

    /// <summary>The records.</summary>
    public RecordTable Table { get; }

    /// <summary>The model that was trained on them.</summary>
    public LinkageModel Model { get; }

    /// <summary>For each record the index of the first record of its person.</summary>
    public IReadOnlyList<int> Clusters { get; }

    /// <summary>Pairs with more than a slight chance to be of one person, the likeliest first.</summary>
    public ImmutableArray<LinkedPair> Pairs { get; }

    /// <summary>What was compared, and how sure the result is.</summary>
    public LinkageStatistics Statistics { get; }

    /// <summary>Identifier of a record's person: that of its first record.</summary>
    public string ClusterId(int record) => Table.Ids[Clusters[record]];

    /// <summary>Why two records were joined or kept apart.</summary>
    public LinkageExplanation Explain(int first, int second) => _scorer.Explain(first, second);

    /// <summary>Pairs that a person should look at, the most doubtful first.</summary>
    public IEnumerable<LinkedPair> Uncertain(double low, double high) =>
        Pairs.Where(p => p.Chance >= low && p.Chance <= high).OrderBy(p => Math.Abs(p.LogOdds)).ThenBy(p => p.First).ThenBy(p => p.Second);
}

/// <summary>What was compared, and how sure the result is.</summary>
/// <param name="Records">How many records there are.</param>
/// <param name="Clusters">How many persons they are of.</param>
/// <param name="PairsCompared">How many pairs blocking brought together.</param>
/// <param name="LinkedPairs">How many pairs of records are in one cluster.</param>
/// <param name="FalsePairRate">Share of the linked pairs that are expected to be of two persons, by the model, 0 to 1.</param>
/// <param name="MixedClusterRate">Share of the clusters of two records or more that are expected to hold records of two persons or more, by the model, 0 to 1.</param>
/// <param name="LinkRecall">Share of the matching pairs that are in one cluster, by the audit, 0 to 1.</param>
/// <param name="BlockingRecall">Share of the matching pairs that blocking brings together, by the audit, 0 to 1.</param>
/// <param name="AuditedRecords">How many records, drawn at random, were compared with a much wider set of records to see what is missed.</param>
/// <param name="Passes">The blocking passes: what had to agree.</param>
public sealed record LinkageStatistics(
    int Records, int Clusters, long PairsCompared, long LinkedPairs, double FalsePairRate, double MixedClusterRate, double LinkRecall, double BlockingRecall,
    int AuditedRecords, ImmutableArray<string> Passes);
