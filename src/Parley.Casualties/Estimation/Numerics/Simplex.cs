namespace Parley.Casualties.Estimation.Numerics;

/// <summary>Linear programming by the two-phase simplex method with Bland's rule: small dense programs, no cycling.</summary>
internal static class Simplex
{
    private const double Zero = 1e-9;

    /// <summary>
    /// The largest value of the first variable subject to <c>A x = b</c>, <c>x &gt;= 0</c>.
    /// </summary>
    /// <param name="a">Rows of A.</param>
    /// <param name="b">Right-hand sides, none negative.</param>
    /// <returns>The maximum, positive infinity when there is none, NaN when the constraints cannot be met.</returns>
    public static double LargestFirst(double[][] a, double[] b)
    {
        var rows = a.Length;
        var columns = a[0].Length;
        var width = columns + rows + 1;
        var tableau = new double[rows][];
        var basis = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            tableau[i] = new double[width];
            a[i].CopyTo(tableau[i], 0);
            tableau[i][columns + i] = 1;
            tableau[i][^1] = b[i];
            basis[i] = columns + i;
        }

        var artificial = new double[width];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < width; j++)
            {
                artificial[j] -= j < columns || j == width - 1 ? tableau[i][j] : 0;
            }
        }

        var scale = 1 + b.Max();
        Improve(tableau, artificial, basis, columns);
        if (-artificial[^1] > 1e-7 * scale)
        {
            return double.NaN;
        }

        DriveOut(tableau, basis, columns);
        var objective = new double[width];
        objective[0] = -1;
        for (var i = 0; i < rows; i++)
        {
            if (basis[i] == 0)
            {
                Add(objective, tableau[i], 1);
            }
        }

        return Improve(tableau, objective, basis, columns) ? objective[^1] : double.PositiveInfinity;
    }

    /// <summary>Pivots until no reduced cost is negative; false when the objective has no bound.</summary>
    private static bool Improve(double[][] tableau, double[] objective, int[] basis, int columns)
    {
        while (true)
        {
            var enter = Array.FindIndex(objective, 0, columns, c => c < -Zero);
            if (enter < 0)
            {
                return true;
            }

            var leave = -1;
            var least = double.PositiveInfinity;
            for (var i = 0; i < tableau.Length; i++)
            {
                if (tableau[i][enter] <= Zero)
                {
                    continue;
                }

                var ratio = tableau[i][^1] / tableau[i][enter];
                if (ratio < least - Zero || (ratio <= least + Zero && basis[i] < basis[leave]))
                {
                    (least, leave) = (Math.Min(ratio, least), i);
                }
            }

            if (leave < 0)
            {
                return false;
            }

            Pivot(tableau, basis, leave, enter);
            Add(objective, tableau[leave], -objective[enter]);
        }
    }

    /// <summary>Takes artificial variables that stayed in the basis at zero out of it, or their empty rows.</summary>
    private static void DriveOut(double[][] tableau, int[] basis, int columns)
    {
        for (var i = 0; i < tableau.Length; i++)
        {
            if (basis[i] < columns)
            {
                continue;
            }

            var enter = Array.FindIndex(tableau[i], 0, columns, c => Math.Abs(c) > Zero);
            if (enter >= 0)
            {
                Pivot(tableau, basis, i, enter);
            }
            else
            {
                Array.Clear(tableau[i]);
            }
        }
    }

    private static void Pivot(double[][] tableau, int[] basis, int row, int column)
    {
        var pivot = tableau[row];
        var factor = 1 / pivot[column];
        for (var j = 0; j < pivot.Length; j++)
        {
            pivot[j] *= factor;
        }

        for (var i = 0; i < tableau.Length; i++)
        {
            if (i != row && tableau[i][column] != 0)
            {
                Add(tableau[i], pivot, -tableau[i][column]);
            }
        }

        basis[row] = column;
    }

    private static void Add(double[] target, double[] source, double factor)
    {
        if (factor == 0)
        {
            return;
        }

        for (var j = 0; j < target.Length; j++)
        {
            target[j] += factor * source[j];
        }
    }
}
