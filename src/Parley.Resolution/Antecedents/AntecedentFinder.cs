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

    public AntecedentFinder(AttributedArticle attributed, Cast cast, AntecedentModel model)
    {
        _attributed = attributed;
        _referents = ReferentFinder.Find(attributed, cast);
        _chosen = new Antecedent[_referents.Count];
        Choose(new AntecedentRanking(new AntecedentFeatures(attributed, cast, _referents), _referents, model));
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

    private void Choose(AntecedentRanking ranking)
    {
        // The first referent of each one's entity stands for it: a name for all in its name.
        var entities = new int[_referents.Count];
        var sums = new float[_referents.Count];
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
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
                entities[i] = Best(i, entities, ranking.Candidates, ranking.Rank(i, spokeLast), sums);
            }

            spokeLast = _referents[i].SourceOf >= 0 ? i : spokeLast;
        }
    }

    /// <summary>Chooses the entity whose mentions are together the most probable; gives it, or the anaphor itself for none.</summary>
    private int Best(int anaphor, int[] entities, List<int> candidates, ReadOnlySpan<float> probabilities, float[] sums)
    {
        for (var c = 0; c < candidates.Count; c++)
        {
            sums[entities[candidates[c]]] += probabilities[c];
        }

        var (best, probability) = (anaphor, probabilities[^1]);
        foreach (var candidate in candidates)
        {
            var entity = entities[candidate];
            if (sums[entity] > probability || (sums[entity] == probability && entity > best))
            {
                (best, probability) = (entity, sums[entity]);
            }
        }

        foreach (var candidate in candidates)
        {
            sums[entities[candidate]] = 0;
        }

        var referent = best == anaphor || _referents[best].Form == ReferentForm.Pronoun ? null : _referents[best];
        _chosen[anaphor] = new Antecedent(referent, probability);
        return best;
    }
}
