namespace Parley.Casualties.Estimation.Numerics;

/// <summary>The Cholesky factor of a small symmetric positive definite matrix, stored by rows.</summary>
internal sealed class Cholesky
{
    private readonly double[] _factor;
    private readonly int _size;

    private Cholesky(double[] factor, int size) => (_factor, _size) = (factor, size);

    /// <summary>Factors the matrix, of which the lower half is read; null when it is not positive definite to working precision.</summary>
    public static Cholesky? Of(double[] matrix, int size)
    {
        var factor = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * size + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= factor[i * size + k] * factor[j * size + k];
                }

                if (i != j)
                {
                    factor[i * size + j] = sum / factor[j * size + j];
                }
                else if (sum > 1e-13 * matrix[i * size + i] && double.IsFinite(sum))
                {
                    factor[i * size + i] = Math.Sqrt(sum);
                }
                else
                {
                    return null;
                }
            }
        }

        return new Cholesky(factor, size);
    }

    /// <summary>Solves for one right-hand side.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = right.ToArray();
        for (var i = 0; i < _size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= _factor[i * _size + k] * x[k];
            }

            x[i] /= _factor[i * _size + i];
        }

        for (var i = _size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _size; k++)
            {
                x[i] -= _factor[k * _size + i] * x[k];
            }

            x[i] /= _factor[i * _size + i];
        }

        return x;
    }

    /// <summary>An entry on the diagonal of the inverse.</summary>
    public double InverseDiagonal(int index)
    {
        var unit = new double[_size];
        unit[index] = 1;
        return Solve(unit)[index];
    }
}
