using Parley.Language.Model;

namespace Parley.Training.Learning;

/// <summary>A matrix of weights with what learning needs: a gradient for each shard of a batch, Adam's moments, a running mean.</summary>
internal sealed unsafe class Parameter
{
    public Parameter(int rows, int columns, int shards)
    {
        (Rows, Columns) = (rows, columns);
        Value = new FloatBuffer(Length);
        FirstMoment = new FloatBuffer(Length);
        SecondMoment = new FloatBuffer(Length);
        Mean = new FloatBuffer(Length);
        Gradients = new FloatBuffer[shards];
        for (var s = 0; s < shards; s++)
        {
            Gradients[s] = new FloatBuffer(Length);
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public long Length => (long)Rows * Columns;

    public FloatBuffer Value { get; }

    /// <summary>One for each shard; they are added up in order.</summary>
    public FloatBuffer[] Gradients { get; }

    public FloatBuffer FirstMoment { get; }

    public FloatBuffer SecondMoment { get; }

    /// <summary>Exponential running mean of the values: what is kept in the end.</summary>
    public FloatBuffer Mean { get; }

    /// <summary>Starts the running mean at the present values, or moves it towards them.</summary>
    public void Average(float share)
    {
        var mean = Mean.Pointer;
        var value = Value.Pointer;
        for (long i = 0; i < Length; i++)
        {
            mean[i] += share * (value[i] - mean[i]);
        }
    }

    /// <summary>Glorot's uniform start.</summary>
    public void Randomize(Random random, float scale = 1)
    {
        var bound = scale * MathF.Sqrt(6f / (Rows + Columns));
        for (long i = 0; i < Length; i++)
        {
            Value.Pointer[i] = ((2 * random.NextSingle()) - 1) * bound;
        }
    }
}
