using Parley.Resolution.Actors;
using Parley.Resolution.Antecedents;

namespace Parley.Training.Speakers;

/// <summary>A pronoun or description and what it may stand for.</summary>
/// <param name="Choices">The features of each choice; the last is to stand for nobody.</param>
/// <param name="IsRight">Which choices are right, one at least.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record AntecedentExample(int[][] Choices, bool[] IsRight, float Weight);

/// <summary>Makes examples of marked texts, with the referents that the program finds in them.</summary>
internal static class AntecedentExamples
{
    /// <summary>The examples of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSilver">Marked by machine, which leaves out whatever is mentioned once: what is not marked tells nothing.</param>
    /// <param name="weight">How much each counts.</param>
    public static IEnumerable<AntecedentExample> Of(MarkedText text, bool isSilver, float weight)
    {
        var attributed = SpeakerArticle.Attribute(text);
        var cast = new Cast(attributed.Parsed, ActorDirectory.BuiltIn);
        var referents = ReferentFinder.Find(attributed, cast);
        var features = new AntecedentFeatures(attributed, cast, referents);
        var entities = referents.ConvertAll(r => EntityOf(text, r));
        var spokeLast = -1;
        for (var i = 0; i < referents.Count; i++)
        {
            if (referents[i].PointsBack && !(isSilver && entities[i] < 0))
            {
                yield return Make(features, referents, entities, i, spokeLast, weight);
            }

            spokeLast = referents[i].SourceOf >= 0 ? i : spokeLast;
        }
    }

    private static int EntityOf(MarkedText text, Referent referent) =>
        referent.Form == ReferentForm.Name ? text.At(referent.Span)?.Entity ?? -1 : text.WithHead(referent.Head)?.Entity ?? -1;

    private static AntecedentExample Make(AntecedentFeatures features, List<Referent> referents, List<int> entities, int anaphor, int spokeLast, float weight)
    {
        List<int[]> choices = [];
        List<bool> right = [];
        var (between, candidates) = (0, new List<int>());
        features.FindCandidates(anaphor, candidates);
        foreach (var candidate in candidates)
        {
            var written = new List<int>();
            features.WriteAnaphor(anaphor, written);
            features.WriteCandidate(candidate, written);
            features.WritePair(anaphor, candidate, between, spokeLast, written);
            choices.Add([.. written]);
            right.Add(entities[anaphor] >= 0 && entities[candidate] == entities[anaphor]);
            between += AntecedentFeatures.Agrees(referents[anaphor], referents[candidate]) ? 1 : 0;
        }

        var nobody = new List<int>();
        features.WriteAnaphor(anaphor, nobody);
        features.WriteNobody(anaphor, candidates, nobody);
        choices.Add([.. nobody]);
        right.Add(!right.Contains(true));
        return new AntecedentExample([.. choices], [.. right], weight);
    }
}
