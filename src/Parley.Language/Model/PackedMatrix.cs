using System.Runtime.CompilerServices;

namespace Parley.Language.Model;

/// <summary>
/// The right side of a product, rearranged so that the kernel reads it straight through: panels of 32 columns, in each the rows
/// one after the other; the last panel may have 16 columns.
/// </summary>
internal sealed unsafe class PackedMatrix : IDisposable
{
    public const int PanelWidth = 32;
    private readonly FloatBuffer _panels = new();

    /// <summary>Number of rows, the inner dimension of the product.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of columns, a multiple of 16.</summary>
    public int Columns { get; private set; }

    /// <summary>The panel that begins at a column (a multiple of <see cref="PanelWidth"/>).</summary>
    public float* Panel(int column) => _panels.Pointer + ((long)column * Rows);

    /// <summary>One element.</summary>
    public float this[int row, int column]
    {
        get
        {
            var first = column / PanelWidth * PanelWidth;
            return Panel(first)[((long)row * Math.Min(PanelWidth, Columns - first)) + column - first];
        }
    }

    /// <summary>Packs a row-major matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(float* source, int rows, int columns, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % 16, 0);
        (Rows, Columns) = (rows, columns);
        var target = _panels.Reserve((long)rows * columns);
        for (var column = 0; column < columns; column += PanelWidth)
        {
            var width = Math.Min(PanelWidth, columns - column);
            for (var row = 0; row < rows; row++)
            {
                new ReadOnlySpan<float>(source + ((long)row * stride) + column, width).CopyTo(new Span<float>(target, width));
                target += width;
            }
        }
    }

    /// <summary>Packs the transpose of a row-major matrix of <paramref name="columns"/> rows and <paramref name="rows"/> columns.</summary>
    public void PackTransposed(float* source, int rows, int columns, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % 16, 0);
        (Rows, Columns) = (rows, columns);
        var target = _panels.Reserve((long)rows * columns);
        for (var column = 0; column < columns; column += PanelWidth)
        {
            var width = Math.Min(PanelWidth, columns - column);
            for (var c = 0; c < width; c++)
            {
                var line = source + ((long)(column + c) * stride);
                for (var row = 0; row < rows; row++)
                {
                    target[(row * width) + c] = line[row];
                }
            }

            target += (long)rows * width;
        }
    }

    public void Dispose() => _panels.Dispose();
}
