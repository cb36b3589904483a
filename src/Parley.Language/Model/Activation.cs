using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Model;

/// <summary>The two squashing functions of the cells, sixteen values at a time.</summary>
internal static class Activation
{
    /// <summary>Hyperbolic tangent as a ratio of polynomials; error under 1e-6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // Coefficients of the well-known 13/6 minimax fit on [-7.9, 7.9]; beyond it tanh is 1 in single precision.
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-7.90531110763549805f)), Vector512.Create(7.90531110763549805f));
        var s = x * x;
        var p = Vector512.FusedMultiplyAdd(s, Vector512.Create(-2.76076847742355e-16f), Vector512.Create(2.00018790482477e-13f));
        p = Vector512.FusedMultiplyAdd(s, p, Vector512.Create(-8.60467152213735e-11f));
        p = Vector512.FusedMultiplyAdd(s, p, Vector512.Create(5.12229709037114e-08f));
        p = Vector512.FusedMultiplyAdd(s, p, Vector512.Create(1.48572235717979e-05f));
        p = Vector512.FusedMultiplyAdd(s, p, Vector512.Create(6.37261928875436e-04f));
        p = Vector512.FusedMultiplyAdd(s, p, Vector512.Create(4.89352455891786e-03f));
        var q = Vector512.FusedMultiplyAdd(s, Vector512.Create(1.19825839466702e-06f), Vector512.Create(1.18534705686654e-04f));
        q = Vector512.FusedMultiplyAdd(s, q, Vector512.Create(2.26843463243900e-03f));
        q = Vector512.FusedMultiplyAdd(s, q, Vector512.Create(4.89352518554385e-03f));
        return x * p / q;
    }

    /// <summary>The logistic function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        var half = Vector512.Create(0.5f);
        return Vector512.FusedMultiplyAdd(Tanh(x * half), half, half);
    }
}
