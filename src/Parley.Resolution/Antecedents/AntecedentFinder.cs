using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Antecedents;

/// <summary>For what words stand.</summary>
/// <param name="Referent">The name or description that tells who it is; null if nothing before does.</param>
/// <param name="Probability">Of this choice.</param>
internal readonly record struct Antecedent(Referent? Referent, double Probability);

/// <summary>
/// Decides for the pronouns and descriptions of an article, in text order, whom named or described before they stand for. The one place where an
/// antecedent is chosen.
/// </summary>
internal sealed class AntecedentFinder
{
    private readonly AttributedArticle _attributed;
    private readonly List<Referent> _referents;
    private readonly Antecedent[] _chosen;
    private readonly AntecedentModel _model;

    public AntecedentFinder(AttributedArticle attributed, Cast cast, AntecedentModel model)
    {
        (_attributed, _model) = (attributed, model);
        _referents = ReferentFinder.Find(attributed, cast);
        _chosen = new Antecedent[_referents.Count];
        Choose(new AntecedentFeatures(attributed, cast, _referents));
    }

    /// <summary>For what the pronoun or description in some words stands; null if nothing in them points back.</summary>
    /// <param name="words">A source's words.</param>
    /// <param name="head">The one of them that they are about.</param>
    public Antecedent? Of(TextSpan words, TextSpan head)
    {
        for (var i = FirstFrom(words.Start); i < _referents.Count && _referents[i].Span.Start < words.End; i++)
        {
            if (_referents[i].PointsBack && _referents[i].Head.Overlaps(head))
            {
                return _chosen[i];
            }
        }

        return null;
    }

    /// <summary>The words of the source that a description is, with what follows its noun; its own where it is none.</summary>
    public TextSpan SourceOf(Referent description) =>
        description.SourceOf >= 0 ? _attributed.Attributions[description.SourceOf].Source.First(piece => piece.Contains(description.Head)) : description.Span;

    private int FirstFrom(int start)
    {
        var (low, high) = (0, _referents.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _referents[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Choose(AntecedentFeatures features)
    {
        // The first referent of each one's entity stands for it: a name for all in its name.
        var entities = new int[_referents.Count];
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var (written, scores, candidates) = (new List<int>(), new List<float>(), new List<int>());
        var spokeLast = -1;
        for (var i = 0; i < _referents.Count; i++)
        {
            entities[i] = i;
            if (_referents[i].NameId is { } id)
            {
                entities[i] = names.TryGetValue(id, out var first) ? first : names[id] = i;
            }
            else
            {
                Rank(features, i, spokeLast, candidates, written, scores);
                entities[i] = Best(i, entities, candidates, scores);
            }

            spokeLast = _referents[i].SourceOf >= 0 ? i : spokeLast;
        }
    }

    /// <summary>Gives the candidates of an anaphor and their probabilities; the last probability is that of none.</summary>
    private void Rank(AntecedentFeatures features, int anaphor, int spokeLast, List<int> candidates, List<int> written, List<float> scores)
    {
        candidates.Clear();
        scores.Clear();
        var between = 0;
        foreach (var candidate in features.Candidates(anaphor))
        {
            written.Clear();
            features.Write(anaphor, candidate, between, spokeLast, written);
            scores.Add(_model.Score(CollectionsMarshal.AsSpan(written)));
            candidates.Add(candidate);
            between += AntecedentFeatures.Agrees(_referents[anaphor], _referents[candidate]) ? 1 : 0;
        }

        written.Clear();
        features.WriteNobody(anaphor, written);
        scores.Add(_model.Score(CollectionsMarshal.AsSpan(written)));
        var probabilities = CollectionsMarshal.AsSpan(scores);
        TensorPrimitives.Subtract(probabilities, TensorPrimitives.Max<float>(probabilities), probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
    }

    /// <summary>Chooses the entity whose mentions are together the most probable; gives it, or the anaphor itself for none.</summary>
    private int Best(int anaphor, int[] entities, List<int> candidates, List<float> probabilities)
    {
        var sums = new Dictionary<int, float>();
        for (var c = 0; c < candidates.Count; c++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, entities[candidates[c]], out _) += probabilities[c];
        }

        var (best, probability) = (anaphor, probabilities[^1]);
        foreach (var (entity, sum) in sums)
        {
            if (sum > probability || (sum == probability && entity > best))
            {
                (best, probability) = (entity, sum);
            }
        }

        var referent = best == anaphor || _referents[best].Form == ReferentForm.Pronoun ? null : _referents[best];
        _chosen[anaphor] = new Antecedent(referent, probability);
        return best;
    }
}
