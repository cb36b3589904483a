using System.Globalization;
using System.Runtime.Intrinsics;

namespace Parley.Resolution.Antecedents;

/// <summary>
/// Scores what a pronoun or description may stand for: a linear score of the features and a layer of rectified units over them (a mention-ranking
/// model; Denis and Baldridge 2008). Immutable; shared by all threads.
/// </summary>
internal sealed class AntecedentModel
{
    private const string Heading = "parley antecedents 1";

    private static readonly Lazy<AntecedentModel> s_shipped = new(LoadShipped);

    private readonly float[] _rows;
    private readonly float[] _bias;
    private readonly float[] _output;

    /// <summary>A model of these weights, which it keeps.</summary>
    /// <param name="rows">For each feature the units' weights and then the linear one.</param>
    /// <param name="bias">Of the units.</param>
    /// <param name="output">Weights of the units.</param>
    public AntecedentModel(float[] rows, float[] bias, float[] output) => (_rows, _bias, _output) = (rows, bias, output);

    /// <summary>Number of features.</summary>
    public static int Features { get; } = Enum.GetValues<AntecedentFeature>().Length;

    /// <summary>The model that comes with the program.</summary>
    public static AntecedentModel Shipped => s_shipped.Value;

    /// <summary>Number of units.</summary>
    public int Units => _bias.Length;

    /// <summary>Length of a sum of features: one for each unit, and the linear score.</summary>
    public int SumLength => Units + 1;

    /// <summary>Starts a sum: no feature yet.</summary>
    public void Start(Span<float> sum)
    {
        _bias.CopyTo(sum);
        sum[Units] = 0;
    }

    /// <summary>Adds features to a sum.</summary>
    public void Add(ReadOnlySpan<int> features, Span<float> sum)
    {
        var unit = 0;
        for (; unit + 16 <= Units; unit += 16)
        {
            var total = Vector512.Create<float>(sum.Slice(unit, 16));
            foreach (var feature in features)
            {
                total += Vector512.Create<float>(_rows.AsSpan((feature * SumLength) + unit, 16));
            }

            total.CopyTo(sum[unit..]);
        }

        for (; unit < SumLength; unit++)
        {
            foreach (var feature in features)
            {
                sum[unit] += _rows[(feature * SumLength) + unit];
            }
        }
    }

    /// <summary>The score of a choice by the sum of its features.</summary>
    public float Score(ReadOnlySpan<float> sum)
    {
        var score = sum[Units];
        for (var unit = 0; unit < Units; unit++)
        {
            score += MathF.Max(sum[unit], 0) * _output[unit];
        }

        return score;
    }

    /// <summary>Writes the weights, a line for each feature.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(Heading);
        Line("bias", _bias);
        Line("output", _output);
        for (var f = 0; f < Features; f++)
        {
            Line(((AntecedentFeature)f).ToString(), _rows.AsSpan(f * SumLength, SumLength));
        }

        void Line(string name, ReadOnlySpan<float> weights)
        {
            output.Write(name);
            foreach (var weight in weights)
            {
                output.Write('\t');
                output.Write(weight.ToString("0.###", CultureInfo.InvariantCulture));
            }

            output.Write('\n');
        }
    }

    /// <summary>Reads weights as <see cref="Write"/> gives them.</summary>
    /// <exception cref="InvalidDataException">The text is not such a table, or one for other features.</exception>
    public static AntecedentModel Read(TextReader input)
    {
        if (input.ReadLine() != Heading)
        {
            throw new InvalidDataException($"weights of antecedents must begin with the line '{Heading}'");
        }

        var bias = Line("bias");
        var output = Line("output");
        var rows = new List<float>();
        foreach (var feature in Enum.GetValues<AntecedentFeature>())
        {
            var row = Line(feature.ToString());
            if (row.Length != bias.Length + 1)
            {
                throw new InvalidDataException($"weights of antecedents: {row.Length} numbers for '{feature}', expected {bias.Length + 1}");
            }

            rows.AddRange(row);
        }

        return output.Length == bias.Length ? new AntecedentModel([.. rows], bias, output)
            : throw new InvalidDataException($"weights of antecedents: {output.Length} numbers for 'output', expected {bias.Length}");

        float[] Line(string name)
        {
            var cells = input.ReadLine()?.Split('\t') ?? [];
            if (cells.Length < 2 || cells[0] != name)
            {
                throw new InvalidDataException($"weights of antecedents: expected the line of '{name}'");
            }

            return [.. cells.Skip(1).Select(cell => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && float.IsFinite(weight) ? weight
                : throw new InvalidDataException($"weights of antecedents: '{cell}' in the line of '{name}' is no number"))];
        }
    }

    private static AntecedentModel LoadShipped()
    {
        using var stream = typeof(AntecedentModel).Assembly.GetManifestResourceStream("antecedents.tsv")
            ?? throw new InvalidOperationException("the assembly lacks its weights of antecedents");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
