using System.Diagnostics;
using System.Numerics.Tensors;
using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Learning;

/// <summary>How to train.</summary>
internal sealed record TrainingPlan
{
    public int Seed { get; init; } = 1;

    public int Epochs { get; init; } = 12;

    public int Units { get; init; } = 128;

    public int Layers { get; init; } = 2;

    public int LinkWidth { get; init; } = 64;

    /// <summary>Tokens in a batch.</summary>
    public int BatchTokens { get; init; } = 1600;

    /// <summary>Tokens in a chunk, at most (a longer paragraph stays whole).</summary>
    public int Longest { get; init; } = 240;

    public float Rate { get; init; } = 2e-3f;

    public float Decay { get; init; } = 1e-2f;

    /// <summary>Threads; they change the time taken, not the result.</summary>
    public int Threads { get; init; } = 1;

    public Dropout Dropout { get; init; } = new();

    public TaskWeights Tasks { get; init; } = new();
}

/// <summary>Trains a network by stochastic gradient descent; the same plan gives the same weights whatever the number of threads.</summary>
internal sealed unsafe class Trainer
{
    private const int Shards = 2;
    private const int MeanEvery = 20;
    private const float MeanShare = 0.04f;
    private const float LargestGradient = 5;
    private const int ProgressEvery = 50;
    private readonly TrainingPlan _plan;
    private readonly Network _network;
    private readonly Weights _weights;
    private readonly Pass[] _passes;
    private readonly Adam _adam;
    private readonly HashSet<int>[] _touched = [.. TokenFeatures.Tables.Select(_ => new HashSet<int>())];
    private int _steps;

    public Trainer(TrainingPlan plan, WordIndex words, float[]?[] vectors, string[][] tagNames)
    {
        _plan = plan;
        _network = new Network(new NetworkShape(plan.Units, plan.Layers, plan.LinkWidth), words) { TagNames = tagNames };
        _weights = new Weights(_network, Shards);
        _adam = new Adam(plan.Decay);
        var random = new Random(plan.Seed);
        _weights.Randomize(random, plan.Units);
        for (var i = 0; i < vectors.Length; i++)
        {
            var row = _weights.Tables[0].Value.Span((i + 1L) * TokenFeatures.Tables[0].Width, TokenFeatures.Tables[0].Width);
            if (vectors[i] is { } vector)
            {
                vector.CopyTo(row);
            }
            else
            {
                for (var d = 0; d < row.Length; d++)
                {
                    row[d] = (random.NextSingle() - 0.5f) * 0.2f;
                }
            }
        }

        _passes = [.. Enumerable.Range(0, Shards).Select(s => new Pass(_network, _weights, s, plan.Dropout, plan.Tasks))];
        Average(1);
    }

    public Network Network => _network;

    /// <summary>The pass of the first shard, to read with.</summary>
    public Pass Reader => _passes[0];

    /// <summary>Trains; after each epoch <paramref name="report"/> is called with the averaged weights in place.</summary>
    public void Run(IReadOnlyList<ArticleParagraphs> articles, Action<int, string> report)
    {
        var random = new Random(_plan.Seed + 1);
        var watch = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= _plan.Epochs; epoch++)
        {
            var batches = ChunkPlan.Batches(ChunkPlan.Random(articles, _plan.Longest, random), _plan.BatchTokens, random);
            var loss = new Loss();
            var paragraphs = 0;
            for (var b = 0; b < batches.Count; b++)
            {
                var progress = (epoch - 1 + ((double)b / batches.Count)) / _plan.Epochs;
                var part = Step(batches[b], RateAt(progress), random.Next());
                loss = new Loss(loss.Labels + part.Labels, loss.Tags + part.Tags, loss.Links + part.Links, loss.Trees + part.Trees);
                paragraphs += batches[b].Sum(c => c.Count);
                if (b % ProgressEvery == ProgressEvery - 1)
                {
                    Console.Error.WriteLine($"{epoch}: {b + 1} of {batches.Count} batches, {watch.Elapsed.TotalSeconds:F0} s, {Describe(loss, paragraphs)}");
                }
            }

            _weights.Publish(_network, learning: false, tables: true);
            report(epoch, $"{watch.Elapsed.TotalSeconds:F0} s, {Describe(loss, paragraphs)}");
        }
    }

    private void Average(float share)
    {
        foreach (var parameter in _weights.Tables.Concat(_weights.Dense()))
        {
            parameter.Average(share);
        }
    }

    private static string Describe(Loss loss, int paragraphs) =>
        $"loss by paragraph: labels {loss.Labels / paragraphs:F3} tags {loss.Tags / paragraphs:F3} links {loss.Links / paragraphs:F3} trees {loss.Trees / paragraphs:F3}";

    /// <summary>A short rise, then a straight fall to a twentieth.</summary>
    private float RateAt(double progress) => _plan.Rate * (float)(Math.Min(1, progress * 40 + 0.05) * (1 - (0.95 * progress)));

    private Loss Step(Chunk[] batch, float rate, int seed)
    {
        _weights.Publish(_network, learning: true, tables: false);
        var shards = new List<Chunk>[Shards];
        var sizes = new int[Shards];
        for (var s = 0; s < Shards; s++)
        {
            shards[s] = [];
        }

        foreach (var chunk in batch.OrderByDescending(c => c.Length))
        {
            var s = Array.IndexOf(sizes, sizes.Min());
            shards[s].Add(chunk);
            sizes[s] += chunk.Length;
        }

        var losses = new Loss[Shards];
        Parallel.For(0, Shards, new ParallelOptions { MaxDegreeOfParallelism = _plan.Threads }, s =>
        {
            if (shards[s].Count > 0)
            {
                losses[s] = _passes[s].Run(shards[s].ToArray(), new Random(unchecked((seed * 31) + s)));
            }
        });
        Update(batch.Sum(c => c.Count), rate, shards);
        return new Loss(losses.Sum(l => l.Labels), losses.Sum(l => l.Tags), losses.Sum(l => l.Links), losses.Sum(l => l.Trees));
    }

    private void Update(int paragraphs, float rate, List<Chunk>[] shards)
    {
        for (var s = 0; s < Shards; s++)
        {
            if (shards[s].Count > 0)
            {
                Scatter(_passes[s]);
            }
        }

        var squares = _weights.Dense().Sum(Adam.Reduce);
        for (var t = 0; t < _touched.Length; t++)
        {
            var width = TokenFeatures.Tables[t].Width;
            squares += _touched[t].Order().Sum(row => (double)TensorPrimitives.SumOfSquares<float>(_weights.Tables[t].Gradients[0].Span((long)row * width, width)));
        }

        var scale = 1f / paragraphs;
        var norm = (float)Math.Sqrt(squares) * scale;
        scale *= norm > LargestGradient ? LargestGradient / norm : 1;
        _adam.Begin();
        foreach (var parameter in _weights.Dense())
        {
            _adam.Update(parameter, 0, parameter.Length, parameter.Gradients[0].Pointer, scale, rate, parameter.Rows > 1);
            parameter.Gradients[0].Clear(parameter.Length);
        }

        for (var t = 0; t < _touched.Length; t++)
        {
            var table = _weights.Tables[t];
            foreach (var row in _touched[t])
            {
                var start = (long)row * table.Columns;
                _adam.Update(table, start, table.Columns, table.Gradients[0].Pointer + start, scale, rate, false);
                table.Gradients[0].Span(start, table.Columns).Clear();
            }

            _touched[t].Clear();
        }

        if (++_steps % MeanEvery == 0)
        {
            Average(MathF.Max(MeanShare, 1f / (1 + (_steps / MeanEvery))));
        }
    }

    /// <summary>Adds the gradient of the input rows to the vectors that were summed into them.</summary>
    private void Scatter(Pass pass)
    {
        var rows = pass.Rows;
        for (var n = 0; n < pass.Batch.Rows; n++)
        {
            for (var t = 0; t < TokenFeatures.Tables.Length; t++)
            {
                var table = TokenFeatures.Tables[t];
                var slope = new ReadOnlySpan<float>(pass.InputSlope + ((long)n * TokenFeatures.Width) + table.Column, table.Width);
                for (var f = 0; f < table.Count; f++)
                {
                    var row = rows[(n * TokenFeatures.Count) + table.First + f];
                    _touched[t].Add(row);
                    var gradient = _weights.Tables[t].Gradients[0].Span((long)row * table.Width, table.Width);
                    TensorPrimitives.Add(gradient, slope, gradient);
                }
            }
        }
    }
}
