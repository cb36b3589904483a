using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Language.Model;

namespace Parley.Training.Pretrained;

/// <summary>
/// Runs an encoder over sequences of tokens; owns its scratch. A token gets the vectors of its first piece in two layers, the fourth and the last.
/// </summary>
internal sealed unsafe class EncoderPass(PretrainedEncoder encoder)
{
    /// <summary>Floats for each token.</summary>
    public const int Given = 2 * Width;

    private const int Width = PretrainedEncoder.Width;
    private const int HeadWidth = PretrainedEncoder.HeadWidth;
    private const int FirstTaken = 3;
    private const int LongestToken = 16;
    private readonly List<int> _pieces = [];
    private readonly List<int> _tokens = [];
    private readonly FloatBuffer _states = new();
    private readonly FloatBuffer _sum = new();
    private readonly FloatBuffer _projected = new();
    private readonly FloatBuffer _weights = new();
    private readonly FloatBuffer _mixed = new();
    private readonly FloatBuffer _wide = new();
    private readonly PackedMatrix _packed = new();

    /// <summary>True if a token of so many pieces no longer fits into the sequence.</summary>
    public bool IsFullFor(int pieces) => _pieces.Count + Math.Min(pieces, LongestToken) + 1 > PretrainedEncoder.Longest;

    /// <summary>Adds a token.</summary>
    public void Add(ReadOnlySpan<int> pieces)
    {
        if (_pieces.Count == 0)
        {
            _pieces.Add(WordPieces.Start);
        }

        _tokens.Add(_pieces.Count);
        _pieces.AddRange(pieces.Length > LongestToken ? pieces[..LongestToken] : pieces);
    }

    /// <summary>Adds the mark between two paragraphs.</summary>
    public void AddBorder() => _pieces.Add(WordPieces.Separator);

    /// <summary>Ends the sequence: adds <see cref="Given"/> values for each of its tokens, in order.</summary>
    public void Run(List<Half> vectors)
    {
        _pieces.Add(WordPieces.Separator);
        var n = _pieces.Count;
        var states = _states.Reserve((long)n * Width);
        for (var i = 0; i < n; i++)
        {
            var row = new Span<float>(states + ((long)i * Width), Width);
            TensorPrimitives.Add(encoder.Pieces.AsSpan(_pieces[i] * Width, Width), encoder.Positions.AsSpan(i * Width, Width), row);
            TensorPrimitives.Add(row, encoder.Kind, row);
        }

        encoder.Norm.Run(states, n);
        var first = vectors.Count;
        CollectionsMarshal.SetCount(vectors, first + (_tokens.Count * Given));
        var target = CollectionsMarshal.AsSpan(vectors)[first..];
        for (var l = 0; l < encoder.Layers.Length; l++)
        {
            Run(encoder.Layers[l], states, n);
            if (l is FirstTaken || l == encoder.Layers.Length - 1)
            {
                for (var t = 0; t < _tokens.Count; t++)
                {
                    TensorPrimitives.ConvertToHalf(new ReadOnlySpan<float>(states + ((long)_tokens[t] * Width), Width), target.Slice((t * Given) + (l == FirstTaken ? 0 : Width), Width));
                }
            }
        }

        _pieces.Clear();
        _tokens.Clear();
    }

    private void Run(EncoderLayer layer, float* states, int n)
    {
        var padded = (n + 15) / 16 * 16;
        var projected = _projected.Reserve((long)padded * 3 * Width);
        layer.QueryKeyValue.Run(states, Width, projected, n);
        Attend(projected, n, padded);
        var sum = _sum.Reserve((long)n * Width);
        layer.Output.Run(_mixed.Pointer, Width, sum, n);
        Add(states, sum, (long)n * Width);
        layer.Middle.Run(states, n);
        var wide = _wide.Reserve((long)n * PretrainedEncoder.Inner);
        layer.Widening.Run(states, Width, wide, n);
        Gelu(wide, (long)n * PretrainedEncoder.Inner);
        layer.Narrowing.Run(wide, PretrainedEncoder.Inner, sum, n);
        Add(states, sum, (long)n * Width);
        layer.End.Run(states, n);
    }

    private void Attend(float* projected, int n, int padded)
    {
        var mixed = _mixed.Reserve((long)n * Width);
        var weights = _weights.Reserve((long)n * padded);
        for (var h = 0; h < PretrainedEncoder.Heads; h++)
        {
            var query = projected + (h * HeadWidth);
            _packed.PackTransposed(query + Width, HeadWidth, padded, 3 * Width);
            Gemm.Multiply(query, 3 * Width, 1, _packed, weights, padded, n, accumulate: false);
            for (nint i = 0; i < n; i++)
            {
                var row = new Span<float>(weights + (i * padded), n);
                TensorPrimitives.Multiply(row, 1 / MathF.Sqrt(HeadWidth), row);
                TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
                TensorPrimitives.SoftMax(row, row);
            }

            _packed.Pack(query + (2 * Width), n, HeadWidth, 3 * Width);
            Gemm.Multiply(weights, padded, 1, _packed, mixed + (h * HeadWidth), Width, n, accumulate: false);
        }
    }

    private static void Add(float* target, float* other, long length)
    {
        for (long i = 0; i < length; i += 16)
        {
            (Vector512.Load(target + i) + Vector512.Load(other + i)).Store(target + i);
        }
    }

    /// <summary>Hendrycks and Gimpel 2016, the approximation with tanh.</summary>
    private static void Gelu(float* values, long length)
    {
        for (long i = 0; i < length; i += 16)
        {
            var x = Vector512.Load(values + i);
            (0.5f * x * (Vector512<float>.One + Activation.Tanh(0.7978845608f * (x + (0.044715f * x * x * x))))).Store(values + i);
        }
    }
}
