using System.Numerics.Tensors;

namespace Parley.Training.Learning;

/// <summary>The loss of choosing one of several by a softmax over their scores.</summary>
internal static class Choice
{
    private const float Least = 1e-20f;

    /// <summary>Replaces the scores by their gradient, times <paramref name="weight"/>; gives the loss, not weighted.</summary>
    public static double Replace(Span<float> scores, int right, float weight)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
        var loss = -Math.Log(Math.Max(scores[right], Least));
        scores[right] -= 1;
        TensorPrimitives.Multiply(scores, weight, scores);
        return loss;
    }
}
