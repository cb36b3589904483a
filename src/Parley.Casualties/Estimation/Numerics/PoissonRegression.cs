using MathNet.Numerics;

namespace Parley.Casualties.Estimation.Numerics;

/// <summary>Poisson regression with log link by Newton's method.</summary>
internal sealed class PoissonRegression
{
    private const int MostSteps = 120;
    private readonly Cholesky _information;

    private PoissonRegression(double[] coefficients, double[] means, double deviance, Cholesky information)
    {
        (Coefficients, Means, Deviance, _information) = (coefficients, means, deviance, information);
    }

    /// <summary>Coefficients in the order of the design's columns.</summary>
    public double[] Coefficients { get; }

    /// <summary>Fitted mean of each cell.</summary>
    public double[] Means { get; }

    /// <summary>Twice the log likelihood lost against a perfect fit.</summary>
    public double Deviance { get; }

    /// <summary>Variance of a coefficient, from the inverse of the information.</summary>
    public double Variance(int coefficient) => _information.InverseDiagonal(coefficient);

    /// <summary>Log likelihood with all its constants.</summary>
    public double LogLikelihood(ReadOnlySpan<double> counts)
    {
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            sum += (counts[i] > 0 ? counts[i] * Math.Log(Means[i]) : 0) - Means[i] - SpecialFunctions.GammaLn(counts[i] + 1);
        }

        return sum;
    }

    /// <summary>Fits; null when the information is singular or the steps do not settle.</summary>
    /// <param name="design">Cells by columns, stored by cells.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="counts">Count of each cell, not negative, whole or not.</param>
    /// <param name="offset">Added to every cell's linear predictor.</param>
    public static PoissonRegression? Fit(double[] design, int columns, double[] counts, double offset = 0)
    {
        var cells = counts.Length;
        var means = new double[cells];
        var weights = new double[cells];
        var working = new double[cells];
        for (var i = 0; i < cells; i++)
        {
            weights[i] = counts[i] + 0.5;
            working[i] = (Math.Log(weights[i]) - offset) * weights[i] - 0.5;
        }

        var beta = Cholesky.Of(Information(design, columns, weights), columns)?.Solve(Transposed(design, columns, working));
        if (beta is null)
        {
            return null;
        }

        var deviance = Evaluate(design, columns, counts, beta, offset, means);
        for (var step = 0; step < MostSteps; step++)
        {
            var information = Cholesky.Of(Information(design, columns, means), columns);
            if (information is null)
            {
                return null;
            }

            var move = information.Solve(Transposed(design, columns, Residuals(counts, means)));
            var before = deviance;
            for (var halving = 0; ; halving++)
            {
                var next = new double[columns];
                for (var j = 0; j < columns; j++)
                {
                    next[j] = beta[j] + Math.ScaleB(move[j], -halving);
                }

                deviance = Evaluate(design, columns, counts, next, offset, means);
                if (deviance <= before + 1e-9 * (Math.Abs(before) + 1) || halving == 40)
                {
                    beta = next;
                    break;
                }
            }

            // Where a coefficient runs off to minus infinity the steps stay near 1 while the likelihood has come to rest.
            var still = Largest(move) < 1e-6 || Largest(Transposed(design, columns, Residuals(counts, means))) < 1e-7;
            if (still && Math.Abs(before - deviance) < 1e-11 * (Math.Abs(deviance) + 0.1))
            {
                return double.IsFinite(deviance) ? new PoissonRegression(beta, means, deviance, information) : null;
            }
        }

        return null;
    }

    private static double[] Information(double[] design, int columns, double[] weights)
    {
        var matrix = new double[columns * columns];
        for (var cell = 0; cell < weights.Length; cell++)
        {
            var row = design.AsSpan(cell * columns, columns);
            for (var i = 0; i < columns; i++)
            {
                var weighted = row[i] * weights[cell];
                if (weighted == 0)
                {
                    continue;
                }

                for (var j = 0; j <= i; j++)
                {
                    matrix[i * columns + j] += weighted * row[j];
                }
            }
        }

        return matrix;
    }

    private static double[] Transposed(double[] design, int columns, double[] cells)
    {
        var product = new double[columns];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            for (var j = 0; j < columns; j++)
            {
                product[j] += design[cell * columns + j] * cells[cell];
            }
        }

        return product;
    }

    private static double Evaluate(double[] design, int columns, double[] counts, double[] beta, double offset, double[] means)
    {
        var deviance = 0.0;
        for (var cell = 0; cell < counts.Length; cell++)
        {
            var predictor = offset;
            for (var j = 0; j < columns; j++)
            {
                predictor += design[cell * columns + j] * beta[j];
            }

            means[cell] = Math.Exp(Math.Min(predictor, 60));
            deviance += counts[cell] > 0 ? counts[cell] * (Math.Log(counts[cell]) - Math.Min(predictor, 60)) - counts[cell] + means[cell] : means[cell];
        }

        return 2 * deviance;
    }

    private static double[] Residuals(double[] counts, double[] means)
    {
        var residuals = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            residuals[i] = counts[i] - means[i];
        }

        return residuals;
    }

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
