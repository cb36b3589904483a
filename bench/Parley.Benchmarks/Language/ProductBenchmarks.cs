using BenchmarkDotNet.Attributes;
using Parley.Language.Model;

namespace Parley.Benchmarks.Language;

/// <summary>
/// The product that takes most of the reading, of rows with a layer's weights: in single precision, as the program has it, and in bytes. One row and four
/// stand for the cells' step in time, 512 for their inputs.
/// </summary>
public unsafe class ProductBenchmarks : IDisposable
{
    private const int Inner = 160;
    private const int Columns = 640;
    private readonly FloatBuffer _left = new(512 * Inner);
    private readonly FloatBuffer _target = new(512 * Columns);
    private readonly PackedMatrix _floats = new();
    private readonly byte[] _bytes = GC.AllocateArray<byte>(512 * Inner, pinned: true);
    private Int8Matrix _int8 = null!;

    [Params(1, 4, 512)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var random = new Random(1);
        using var weights = new FloatBuffer(Inner * Columns);
        for (var i = 0; i < Inner * Columns; i++)
        {
            weights.Pointer[i] = random.NextSingle() - 0.5f;
        }

        for (var i = 0; i < 512 * Inner; i++)
        {
            _left.Pointer[i] = (2 * random.NextSingle()) - 1;
        }

        _floats.Pack(weights.Pointer, Inner, Columns, Columns);
        _int8 = new Int8Matrix(weights.Span(0, Inner * Columns), Inner, Columns);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        foreach (var one in (ReadOnlySpan<IDisposable>)[_left, _target, _floats, _int8])
        {
            one.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void WithSingles() => Gemm.Multiply(_left.Pointer, Inner, 1, _floats, _target.Pointer, Columns, Rows, accumulate: true);

    [Benchmark]
    public void WithBytes()
    {
        Int8Matrix.Quantize(_left.Span(0, Rows * Inner), _bytes);
        fixed (byte* bytes = _bytes)
        {
            _int8.AddProduct(bytes, _target.Pointer, Rows);
        }
    }
}
