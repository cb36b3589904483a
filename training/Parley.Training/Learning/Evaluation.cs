using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Learning;

/// <summary>Exact-match F1 of spans by role, and how many gold links were found between right spans.</summary>
internal sealed class Evaluation
{
    private readonly int[] _hit = new int[3];
    private readonly int[] _gold = new int[3];
    private readonly int[] _predicted = new int[3];
    private (int Right, int All) _links;

    /// <summary>F1 in percent.</summary>
    public double F1(AttributionRole role) => 200.0 * _hit[(int)role] / Math.Max(1, _gold[(int)role] + _predicted[(int)role]);

    /// <summary>The mean of the three.</summary>
    public double Mean => (F1(AttributionRole.Source) + F1(AttributionRole.Cue) + F1(AttributionRole.Content)) / 3;

    /// <summary>Percent of the links from spans that were found exactly which lead to the right place.</summary>
    public double LinkAccuracy => 100.0 * _links.Right / Math.Max(1, _links.All);

    public static Evaluation Of(IReadOnlyList<Network> networks, IReadOnlyList<ArticleParagraphs> articles, int longest, float[]? prices = null)
    {
        var result = new Evaluation();
        using var reader = new SequenceReader(networks, prices);
        foreach (var article in articles)
        {
            foreach (var chunk in Read(reader, article, longest))
            {
                result.Count(chunk, reader.Spans);
            }
        }

        return result;
    }

    /// <summary>Reads an article chunk by chunk; gives each chunk when the reader holds its spans.</summary>
    public static IEnumerable<Chunk> Read(SequenceReader reader, ArticleParagraphs article, int longest)
    {
        foreach (var chunk in ChunkPlan.Fixed([article], longest))
        {
            var length = chunk.Length;
            var rows = new int[length * TokenFeatures.Count];
            var paragraphs = new int[length];
            var at = 0;
            for (var p = 0; p < chunk.Count; p++)
            {
                if (p > 0)
                {
                    Featurizer.Border(rows.AsSpan(at * TokenFeatures.Count, TokenFeatures.Count));
                    paragraphs[at++] = -1;
                }

                var paragraph = article.Paragraphs[chunk.First + p];
                paragraph.Rows.CopyTo(rows.AsSpan(at * TokenFeatures.Count));
                paragraphs.AsSpan(at, paragraph.Count).Fill(p);
                at += paragraph.Count;
            }

            reader.Read([length], rows, paragraphs);
            yield return chunk;
        }
    }

    public override string ToString() =>
        $"source {F1(AttributionRole.Source):F2} cue {F1(AttributionRole.Cue):F2} content {F1(AttributionRole.Content):F2} mean {Mean:F2} links {LinkAccuracy:F2}";

    private void Count(Chunk chunk, List<FoundSpan> found)
    {
        var gold = new Dictionary<(AttributionRole, int, int), int[]>();
        var at = 0;
        for (var p = 0; p < chunk.Count; p++)
        {
            foreach (var span in chunk.Article.Paragraphs[chunk.First + p].Spans)
            {
                gold[(span.Role, at + span.Start, at + span.End)] = span.Attributions;
                _gold[(int)span.Role]++;
            }

            at += chunk.Article.Paragraphs[chunk.First + p].Count + 1;
        }

        foreach (var f in found)
        {
            _predicted[(int)f.Span.Role]++;
            if (!gold.TryGetValue((f.Span.Role, f.Span.Start, f.Span.End), out var owners))
            {
                continue;
            }

            _hit[(int)f.Span.Role]++;
            if (owners.Length > 0 && f.Span.Role != AttributionRole.Source)
            {
                _links.All++;
                var to = f.Link.To < 0 ? null : gold.GetValueOrDefault((found[f.Link.To].Span.Role, found[f.Link.To].Span.Start, found[f.Link.To].Span.End));
                _links.Right += to is not null && to.Intersect(owners).Any() ? 1 : 0;
            }
        }
    }
}
