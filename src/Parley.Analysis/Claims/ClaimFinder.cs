using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Finds the claims of a set of records: joins what says the same and counts the origins.</summary>
internal sealed class ClaimFinder
{
    private readonly CopyIndex _copies = new();
    private readonly Dictionary<string, string> _claimOf = new(StringComparer.Ordinal);

    public ClaimFinder(RecordSet records)
    {
        Records = records;
        var told = new List<ReportedStatement>();
        var carriers = new Dictionary<string, List<ReportedStatement>>(StringComparer.Ordinal);
        foreach (var article in records.Articles)
        {
            _copies.Add(article);
            IReadOnlyList<ReportedStatement> statements = [.. records.In(article).Where(s => !s.IsOnlyDenied)];
            var carried = Carriers.Of(statements);
            foreach (var statement in statements)
            {
                if (!carried.TryGetValue(statement.Id, out var inner))
                {
                    told.Add(statement);
                    continue;
                }

                if (!carriers.TryGetValue(inner.Id, out var list))
                {
                    carriers[inner.Id] = list = [];
                }

                list.Add(statement);
            }
        }

        Index.Learn(told);
        told.ForEach(s => Index.Add(s, learned: true));
        var origins = new OriginCounter(_copies);
        Claims = [.. Index.Clusters.Select(members => Make(members, origins, carriers))];
        foreach (var claim in Claims)
        {
            foreach (var statement in claim.Statements.Concat(claim.Carriers))
            {
                _claimOf[statement.Id] = claim.Id;
            }
        }
    }

    /// <summary>The records in which they are found.</summary>
    public RecordSet Records { get; }

    /// <summary>The claims, not yet answered, in the order of their first statements.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>The index by which they were joined.</summary>
    public ClaimIndex Index { get; } = new();

    /// <summary>The claim that a statement says or carries.</summary>
    public string? ClaimOf(string statementId) => _claimOf.GetValueOrDefault(statementId);

    private static Claim Make(IReadOnlyList<ReportedStatement> members, OriginCounter origins, Dictionary<string, List<ReportedStatement>> carriers) => new()
    {
        Id = FindingId.Of("claim", [members[0].Id]),
        Representative = members[0],
        Statements = [.. members],
        Carriers = [.. members.SelectMany(m => carriers.GetValueOrDefault(m.Id) ?? [])],
        Origins = origins.Count(members),
        Sourcing = SourcingCounter.Count(members),
    };
}
