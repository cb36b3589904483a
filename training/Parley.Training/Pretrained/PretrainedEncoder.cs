using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Parley.Language.Model;

namespace Parley.Training.Pretrained;

/// <summary>
/// A pre-trained transformer encoder of the shape of MiniLM with six layers of 384 (Wang et al. 2020; Apache License 2.0): post-normalized layers as in
/// BERT (Devlin et al. 2019). Its vectors are given to teachers; it is not trained further and does not ship. Immutable once read.
/// </summary>
internal sealed unsafe class PretrainedEncoder
{
    public const int Width = 384;
    public const int Inner = 1536;
    public const int Heads = 12;
    public const int HeadWidth = Width / Heads;

    /// <summary>Most pieces in a sequence.</summary>
    public const int Longest = 512;

    /// <summary>Reads an encoder.</summary>
    /// <param name="path">ONNX file of a BERT of this shape.</param>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public PretrainedEncoder(string path)
    {
        var tensors = OnnxWeights.Read(path);
        var named = tensors.Where(t => t.Name.Length > 0).GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First().Values);
        float[] Named(string name) => named.GetValueOrDefault(name) ?? throw new InvalidDataException($"{path} has no tensor \"{name}\".");

        // The maps have numbers for names; they stand in the order of the layers.
        var maps = new Queue<float[]>(tensors.Where(t => t.Shape.Length == 2 && int.TryParse(t.Name, out _)).Select(t => t.Values));
        Pieces = Named("embeddings.word_embeddings.weight");
        Positions = Named("embeddings.position_embeddings.weight");
        Kind = Named("embeddings.token_type_embeddings.weight")[..Width];
        Norm = new LayerNorm(Named("embeddings.LayerNorm.weight"), Named("embeddings.LayerNorm.bias"));
        var layers = new List<EncoderLayer>();
        for (var l = 0; named.ContainsKey($"encoder.layer.{l}.output.dense.bias") && maps.Count >= 6; l++)
        {
            float[] Own(string name) => Named($"encoder.layer.{l}.{name}");
            layers.Add(new EncoderLayer(
                Map(SideBySide(maps.Dequeue(), maps.Dequeue(), maps.Dequeue()), [.. Own("attention.self.query.bias"), .. Own("attention.self.key.bias"), .. Own("attention.self.value.bias")]),
                Map(maps.Dequeue(), Own("attention.output.dense.bias")),
                new LayerNorm(Own("attention.output.LayerNorm.weight"), Own("attention.output.LayerNorm.bias")),
                Map(maps.Dequeue(), Own("intermediate.dense.bias")),
                Map(maps.Dequeue(), Own("output.dense.bias")),
                new LayerNorm(Own("output.LayerNorm.weight"), Own("output.LayerNorm.bias"))));
        }

        Layers = [.. layers];
    }

    /// <summary>Vectors of the pieces.</summary>
    public float[] Pieces { get; }

    /// <summary>Vectors of the places in a sequence.</summary>
    public float[] Positions { get; }

    /// <summary>Vector of the first kind of segment.</summary>
    public float[] Kind { get; }

    /// <summary>After the vectors are summed.</summary>
    public LayerNorm Norm { get; }

    public EncoderLayer[] Layers { get; }

    private static DenseLayer Map(float[] weights, float[] bias)
    {
        var layer = new DenseLayer(weights.Length / bias.Length, bias.Length);
        fixed (float* first = weights)
        {
            layer.Weights.Pack(first, layer.Inputs, layer.Outputs, layer.Outputs);
        }

        bias.CopyTo(layer.Bias.Span(0, bias.Length));
        return layer;
    }

    private static float[] SideBySide(params float[][] squares)
    {
        var joined = new float[squares.Length * Width * Width];
        for (var row = 0; row < Width; row++)
        {
            for (var s = 0; s < squares.Length; s++)
            {
                squares[s].AsSpan(row * Width, Width).CopyTo(joined.AsSpan(((row * squares.Length) + s) * Width));
            }
        }

        return joined;
    }
}

/// <summary>A layer: attention and two maps, each added to its input and normalized.</summary>
internal sealed record EncoderLayer(DenseLayer QueryKeyValue, DenseLayer Output, LayerNorm Middle, DenseLayer Widening, DenseLayer Narrowing, LayerNorm End);

/// <summary>Layer normalization (Ba, Kiros and Hinton 2016).</summary>
internal sealed unsafe class LayerNorm(float[] scale, float[] shift)
{
    private const float Epsilon = 1e-12f;

    /// <summary>Normalizes rows of <see cref="PretrainedEncoder.Width"/> in place.</summary>
    public void Run(float* rows, int count)
    {
        const int width = PretrainedEncoder.Width;
        for (nint r = 0; r < count; r++)
        {
            var row = new Span<float>(rows + (r * width), width);
            TensorPrimitives.Subtract(row, TensorPrimitives.Sum<float>(row) / width, row);
            TensorPrimitives.Multiply(row, 1 / MathF.Sqrt((TensorPrimitives.SumOfSquares<float>(row) / width) + Epsilon), row);
            TensorPrimitives.MultiplyAdd(row, scale, shift, row);
        }
    }
}
