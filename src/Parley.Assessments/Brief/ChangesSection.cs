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

    /// <summary>Answers that changed the state of claims known before; one that answers several claims is told with the one that says most.</summary>
    private static IEnumerable<Sentence> Answered(BriefMaterial material, Findings before)
    {
        var states = before.Claims.ToDictionary(c => c.Id, c => c.State, StringComparer.Ordinal);
        var answers =
            from claim in material.Findings.Claims
            where states.TryGetValue(claim.Id, out var state) && state != claim.State
            from answer in claim.DeniedBy.Concat(claim.ConfirmedBy).Concat(claim.WithdrawnBy)
            group claim by answer.StatementId;
        foreach (var answer in answers)
        {
            if (material.Records.Find(answer.Key) is { } said && material.Covers(said))
            {
                var claim = answer.Select(material.Telling).MaxBy(s => s.ContentWordCount)!;
                var sentence = Sentence.On(Citation.Of(said), Citation.Of(claim));
                material.Wording.AddClause(sentence, said, capital: true);
                sentence.Text(". The claim: ");
                material.Wording.AddClause(sentence, claim, capital: false);
                yield return sentence.Text(".").Build();
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
                var earlier = comparison.Figures.LastOrDefault(f => known.Contains(f.Figure.Id) && f.ClaimantKey == figure.ClaimantKey);
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
