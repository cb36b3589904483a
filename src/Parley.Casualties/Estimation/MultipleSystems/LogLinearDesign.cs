using System.Collections.Immutable;
using System.Numerics;
using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// A model laid over a table. An interaction of lists that share nobody has its maximum at minus infinity: such a term and the patterns
/// that hold it are left out, and it still counts as a parameter.
/// </summary>
internal sealed class LogLinearDesign
{
    private LogLinearDesign(CaptureTable table, ImmutableArray<int> terms, ImmutableArray<int> dropped, ImmutableArray<int> patterns, Heterogeneity heterogeneity)
    {
        Terms = terms;
        Dropped = dropped;
        Patterns = patterns;
        Columns = 1 + terms.Length + (heterogeneity == Heterogeneity.None ? 0 : 1);
        Counts = [.. patterns.Select(p => (double)table[p])];
        Rows = new double[patterns.Length * Columns];
        for (var cell = 0; cell < patterns.Length; cell++)
        {
            Rows[cell * Columns] = 1;
            for (var j = 0; j < terms.Length; j++)
            {
                Rows[cell * Columns + 1 + j] = (patterns[cell] & terms[j]) == terms[j] ? 1 : 0;
            }

            if (heterogeneity != Heterogeneity.None)
            {
                Rows[cell * Columns + Columns - 1] = Strength(heterogeneity, BitOperations.PopCount((uint)patterns[cell]));
            }
        }
    }

    /// <summary>Main effects and kept interactions, as sets of lists; column 0 of the design is the intercept, these follow.</summary>
    public ImmutableArray<int> Terms { get; }

    /// <summary>Interactions at minus infinity.</summary>
    public ImmutableArray<int> Dropped { get; }

    /// <summary>Patterns kept.</summary>
    public ImmutableArray<int> Patterns { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The design, by cells.</summary>
    public double[] Rows { get; }

    /// <summary>Counts of the kept patterns.</summary>
    public double[] Counts { get; }

    /// <summary>Parameters, those at minus infinity included.</summary>
    public int ParameterCount => Columns + Dropped.Length;

    /// <summary>Lays a model over a table.</summary>
    public static LogLinearDesign Of(CaptureTable table, LogLinearModel model)
    {
        var dropped = model.Interactions.Where(i => table.OnAll(i) == 0).ToImmutableArray();
        var terms = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < table.Lists.Length; i++)
        {
            terms.Add(1 << i);
        }

        terms.AddRange(model.Interactions.Where(i => !dropped.Contains(i)));
        var patterns = Enumerable.Range(1, table.PatternCount).Where(p => !dropped.Any(d => (p & d) == d));
        return new LogLinearDesign(table, terms.ToImmutable(), dropped, [.. patterns], model.Heterogeneity);
    }

    /// <summary>
    /// Whether a maximum exists (Fienberg and Rinaldo): some table with the same margins must have no empty cell. The largest s with
    /// A x = A y and x &gt;= s &gt;= 0 is positive then.
    /// </summary>
    public bool MaximumExists()
    {
        if (Counts.All(c => c > 0))
        {
            return true;
        }

        // With x = s + z the program is: maximise s, s A 1 + A z = A y, s and z not negative.
        var rows = new double[Columns][];
        var margins = new double[Columns];
        for (var j = 0; j < Columns; j++)
        {
            rows[j] = new double[1 + Counts.Length];
            for (var cell = 0; cell < Counts.Length; cell++)
            {
                var entry = Math.Abs(Rows[cell * Columns + j]);
                rows[j][1 + cell] = entry;
                rows[j][0] += entry;
                margins[j] += entry * Counts[cell];
            }
        }

        return Simplex.LargestFirst(rows, margins) > 1e-7;
    }

    /// <summary>Whether the columns are independent of each other, so that each parameter can be told.</summary>
    public bool IsIdentified()
    {
        var rows = Patterns.Length;
        var a = (double[])Rows.Clone();
        var rank = 0;
        for (var column = 0; column < Columns && rank < rows; column++)
        {
            var pivot = rank;
            for (var row = rank + 1; row < rows; row++)
            {
                pivot = Math.Abs(a[row * Columns + column]) > Math.Abs(a[pivot * Columns + column]) ? row : pivot;
            }

            if (Math.Abs(a[pivot * Columns + column]) < 1e-9)
            {
                return false;
            }

            for (var j = 0; j < Columns; j++)
            {
                (a[rank * Columns + j], a[pivot * Columns + j]) = (a[pivot * Columns + j], a[rank * Columns + j]);
            }

            for (var row = rank + 1; row < rows; row++)
            {
                var factor = a[row * Columns + column] / a[rank * Columns + column];
                for (var j = column; factor != 0 && j < Columns; j++)
                {
                    a[row * Columns + j] -= factor * a[rank * Columns + j];
                }
            }

            rank++;
        }

        return rank == Columns;
    }

    /// <summary>The column of heterogeneity at a number of lists; zero for none, so that the intercept stays the unseen.</summary>
    private static double Strength(Heterogeneity heterogeneity, int lists) => heterogeneity switch
    {
        Heterogeneity.Poisson2 => (1 << lists) - 1,
        Heterogeneity.Darroch => lists * lists / 2.0,
        Heterogeneity.Gamma35 => Math.Log(3.5) - Math.Log(3.5 + lists),
        _ => throw new ArgumentOutOfRangeException(nameof(heterogeneity)),
    };
}
