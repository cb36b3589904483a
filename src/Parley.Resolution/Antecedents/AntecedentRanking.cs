using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Parley.Resolution.Antecedents;

/// <summary>Gives the probabilities of what pronouns and descriptions may stand for. One for each article.</summary>
internal sealed class AntecedentRanking(AntecedentFeatures features, List<Referent> referents, AntecedentModel model)
{
    private readonly List<int> _written = [];
    private readonly List<float> _scores = [];
    private readonly float[] _anaphor = new float[model.SumLength];
    private readonly float[] _pair = new float[model.SumLength];

    /// <summary>For each referent that was a candidate the sum of its own features.</summary>
    private readonly float[]?[] _sums = new float[]?[referents.Count];

    /// <summary>The candidates of the last ranked anaphor, the nearest first.</summary>
    public List<int> Candidates { get; } = [];

    /// <summary>The probabilities of the candidates of an anaphor, in their order, and last that of none.</summary>
    /// <param name="anaphor">Index of the referent that points back.</param>
    /// <param name="spokeLast">Index of the last source before it, or -1.</param>
    public ReadOnlySpan<float> Rank(int anaphor, int spokeLast)
    {
        features.FindCandidates(anaphor, Candidates);
        model.Start(_anaphor);
        _written.Clear();
        features.WriteAnaphor(anaphor, _written);
        model.Add(CollectionsMarshal.AsSpan(_written), _anaphor);
        _scores.Clear();
        var between = 0;
        foreach (var candidate in Candidates)
        {
            TensorPrimitives.Add(_anaphor, SumOf(candidate), _pair);
            _written.Clear();
            features.WritePair(anaphor, candidate, between, spokeLast, _written);
            model.Add(CollectionsMarshal.AsSpan(_written), _pair);
            _scores.Add(model.Score(_pair));
            between += AntecedentFeatures.Agrees(referents[anaphor], referents[candidate]) ? 1 : 0;
        }

        _written.Clear();
        features.WriteNobody(anaphor, Candidates, _written);
        model.Add(CollectionsMarshal.AsSpan(_written), _anaphor);
        _scores.Add(model.Score(_anaphor));
        var probabilities = CollectionsMarshal.AsSpan(_scores);
        TensorPrimitives.Subtract(probabilities, TensorPrimitives.Max<float>(probabilities), probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        return probabilities;
    }

    private float[] SumOf(int candidate)
    {
        if (_sums[candidate] is { } known)
        {
            return known;
        }

        var sum = new float[model.SumLength];
        _written.Clear();
        features.WriteCandidate(candidate, _written);
        model.Add(CollectionsMarshal.AsSpan(_written), sum);
        return _sums[candidate] = sum;
    }
}
