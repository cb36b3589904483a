using System.Collections.Immutable;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>What changed since the days before: positions, claims answered, figures.</summary>
internal static class ChangesSection
{
    private const int Most = 20;

    public static Section? Build(BriefMaterial material, Findings before)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        sentences.AddRange(material.Findings.Positions
            .SelectMany(p => p.Changes.Where(c => material.Covers(c.After.Statement) && !material.Covers(c.Before.Statement)).Select(c => PositionWording.Change(p, c, material.Wording))));
        sentences.AddRange(Answered(material, before));
        sentences.AddRange(NewFigures(material, before));
        return sentences.Count == 0 ? null
            : new Section("changes", "What changed", [new SentenceList([.. sentences.Take(Most)])]) { Lead = $"Against what was known before {DateWording.Of(material.Options.Since!.Value)}." };
    }

    /// <summary>Claims known before whose state is another now.</summary>
    private static IEnumerable<Sentence> Answered(BriefMaterial material, Findings before)
    {
        var states = before.Claims.ToDictionary(c => c.Id, c => c.State, StringComparer.Ordinal);
        foreach (var claim in material.Findings.Claims.Where(c => states.TryGetValue(c.Id, out var state) && state != c.State))
        {
            foreach (var answer in claim.DeniedBy.Concat(claim.ConfirmedBy).Concat(claim.WithdrawnBy))
            {
                if (material.Records.Find(answer.StatementId) is { } said && material.Covers(said))
                {
                    var sentence = Sentence.On(Citation.Of(claim.Representative), Citation.Of(said)).Text("On what ");
                    material.Wording.AddClause(sentence, claim.Representative, capital: false);
                    sentence.Text(", ");
                    material.Wording.AddClause(sentence, said, capital: false);
                    yield return sentence.Text(".").Build();
                }
            }
        }
    }

    private static IEnumerable<Sentence> NewFigures(BriefMaterial material, Findings before)
    {
        var known = before.Records.Figures.Select(f => f.Figure.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var comparison in material.Findings.Figures)
        {
            foreach (var figure in comparison.Figures.Where(f => !known.Contains(f.Figure.Id)))
            {
                var earlier = comparison.Figures.LastOrDefault(f => known.Contains(f.Figure.Id) && f.Claimant == figure.Claimant);
                if (earlier is not null)
                {
                    yield return Sentence.On(Citation.Of(earlier), Citation.Of(figure)).Name(figure.Claimant ?? "An unnamed claimant")
                        .Text($" now puts {comparison.Measure.Replace('-', ' ')} at ").Quote(Citation.Of(figure), own: false, 60)
                        .Text(", before at ").Quote(Citation.Of(earlier), own: false, 60).Text(".").Build();
                }
            }
        }
    }
}
