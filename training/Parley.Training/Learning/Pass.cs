using System.Numerics.Tensors;
using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Learning;

/// <summary>How strongly to guard against learning by heart.</summary>
internal sealed record Dropout(float Input = 0.35f, float Between = 0.5f, float Top = 0.5f, float Word = 0.1f);

/// <summary>How much each task counts.</summary>
/// <param name="Tags">Tags of the tokens, each.</param>
/// <param name="Links">Links, each.</param>
/// <param name="Trees">Arcs and relations, each.</param>
/// <param name="Teaching">How far labels are learned from a teacher's probabilities, 0 to 1; the rest from those marked by hand.</param>
internal sealed record TaskWeights(float Tags = 0.04f, float Links = 0.5f, float Trees = 0.1f, float Teaching = 0.5f);

/// <summary>Loss of a batch by task, summed.</summary>
internal record struct Loss(double Labels, double Tags, double Links, double Trees);

/// <summary>One shard of a batch, forward and back; owns its scratch and uses its own gradients.</summary>
internal sealed unsafe class Pass(Network network, Weights weights, int shard, Dropout dropout, TaskWeights tasks)
{
    private readonly int _width = network.Shape.Width;
    private readonly int _units = network.Shape.Units;
    private readonly FloatBuffer[] _inputs = Buffers(network.Shape.Layers + 1);
    private readonly FloatBuffer[] _outputs = Buffers(network.Shape.Layers);
    private readonly FloatBuffer[] _masks = Buffers(network.Shape.Layers + 2);
    private readonly FloatBuffer[][] _gates = [.. Enumerable.Range(0, network.Shape.Layers).Select(_ => Buffers(2))];
    private readonly FloatBuffer[][] _cells = [.. Enumerable.Range(0, network.Shape.Layers).Select(_ => Buffers(2))];
    private readonly FloatBuffer[] _slopes = Buffers(network.Shape.Layers + 1);
    private readonly FloatBuffer[] _treeGates = Buffers(2);
    private readonly FloatBuffer[] _treeCells = Buffers(2);
    private readonly FloatBuffer _treeOutput = new();
    private readonly FloatBuffer _treeInput = new();
    private readonly FloatBuffer _treeSlope = new();
    private readonly FloatBuffer _scores = new();
    private readonly FloatBuffer _tags = new();
    private readonly FloatBuffer _marginals = new();
    private readonly FloatBuffer _taught = new();
    private readonly FloatBuffer _pairs = new(Labels.Padded * Labels.Padded);
    private readonly PackedMatrix _packed = new();
    private readonly LstmGradient _back = new();
    private readonly LinkPass _links = new(network, weights, shard);
    private readonly TreePass _trees = new(network, weights, shard);
    private int[] _rows = [];
    private byte[] _gold = [];

    public SequenceBatch Batch { get; } = new();

    /// <summary>Rows of the feature tables, by row of the batch.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Batch.Rows * TokenFeatures.Count);

    /// <summary>Gradient of the input rows.</summary>
    public float* InputSlope => _slopes[0].Pointer;

    /// <summary>Runs the shard and leaves its gradients; each sequence's loss counts once, by its paragraphs.</summary>
    public Loss Run(ReadOnlySpan<Chunk> chunks, Random? random)
    {
        Forward(chunks, random);
        var n = Batch.Rows;
        var top = _slopes[^1].Reserve((long)n * _width);
        var loss = new Loss(LabelLoss(chunks), 0, 0, 0);
        weights.Scores.Back(shard, _packed, _inputs[^1].Pointer, _width, _scores.Pointer, n, top, _width, accumulate: false);
        loss.Links = _links.Run(chunks, Batch, _inputs[^1].Pointer, top, tasks.Links);
        loss.Trees = TreeLoss(chunks, top);
        for (var l = network.Shape.Layers - 1; l >= 0; l--)
        {
            var slope = _slopes[l + 1].Pointer;
            if (l == 0)
            {
                loss.Tags = TagLoss(chunks);
                weights.Auxiliary.Back(shard, _packed, _inputs[1].Pointer, _width, _tags.Pointer, n, slope, _width, accumulate: true);
            }

            Mask(l + 1, slope, _width);
            var inputs = l == 0 ? TokenFeatures.Width : _width;
            var inputSlope = _slopes[l].Reserve((long)n * inputs);
            for (var d = 0; d < 2; d++)
            {
                _back.Run(
                    weights.Cells[l][d], shard, Batch, _inputs[l].Pointer, inputs, _gates[l][d].Pointer, _cells[l][d].Pointer,
                    _outputs[l].Pointer + (d * _units), slope + (d * _units), _width, _units, d == 1, inputSlope, d == 1);
            }
        }

        Mask(0, _slopes[0].Pointer, TokenFeatures.Width);
        return loss;
    }

    /// <summary>Runs the shard forward only. What it then knows of the tokens can be asked for.</summary>
    public void Read(ReadOnlySpan<Chunk> chunks) => Forward(chunks, null);

    /// <summary>After <see cref="Read"/>: the most likely tag of an element in a group of <see cref="AuxiliaryTags"/>.</summary>
    public int ReadTag(int sequence, int element, int group) => TensorPrimitives.IndexOfMax<float>(_tags.Span(
        ((long)Batch.Row(sequence, element) * AuxiliaryTags.Width) + AuxiliaryTags.Borders[group], AuxiliaryTags.Borders[group + 1] - AuxiliaryTags.Borders[group]));

    /// <summary>After <see cref="Read"/>: the best trees over the sentences.</summary>
    public IEnumerable<FoundTree> ReadTrees(Chunk[] chunks) => _trees.Decode(chunks, Batch, _treeInput);

    private static FloatBuffer[] Buffers(int count) => [.. Enumerable.Range(0, count).Select(_ => new FloatBuffer())];

    private void Lay(ReadOnlySpan<Chunk> chunks, Random? random)
    {
        var lengths = new int[chunks.Length];
        for (var s = 0; s < chunks.Length; s++)
        {
            lengths[s] = chunks[s].Length;
        }

        Batch.Arrange(lengths);
        if (_gold.Length < Batch.Rows)
        {
            (_rows, _gold) = (new int[Batch.Rows * TokenFeatures.Count], new byte[Batch.Rows]);
        }

        for (var s = 0; s < chunks.Length; s++)
        {
            var at = 0;
            for (var p = 0; p < chunks[s].Count; p++)
            {
                if (p > 0)
                {
                    var border = Batch.Row(s, at++);
                    Featurizer.Border(_rows.AsSpan(border * TokenFeatures.Count, TokenFeatures.Count));
                    _gold[border] = Labels.Outside;
                }

                var paragraph = chunks[s].Article.Paragraphs[chunks[s].First + p];
                for (var i = 0; i < paragraph.Count; i++)
                {
                    var row = Batch.Row(s, at++);
                    var target = _rows.AsSpan(row * TokenFeatures.Count, TokenFeatures.Count);
                    paragraph.Rows.AsSpan(i * TokenFeatures.Count, TokenFeatures.Count).CopyTo(target);
                    if (random is not null && random.NextSingle() < dropout.Word)
                    {
                        target[0] = 0;
                        target[1] = 0;
                    }

                    _gold[row] = paragraph.Gold[i];
                }
            }
        }
    }

    private void Forward(ReadOnlySpan<Chunk> chunks, Random? random)
    {
        Lay(chunks, random);
        var n = Batch.Rows;
        var input = _inputs[0].Reserve((long)n * TokenFeatures.Width);
        for (var row = 0; row < n; row++)
        {
            for (var t = 0; t < TokenFeatures.Tables.Length; t++)
            {
                var table = TokenFeatures.Tables[t];
                var rows = _rows.AsSpan((row * TokenFeatures.Count) + table.First, table.Count);
                VectorTable.Sum(weights.Tables[t].Value.Pointer, table.Width, rows, input + ((long)row * TokenFeatures.Width) + table.Column);
            }
        }

        DrawMask(0, TokenFeatures.Width, dropout.Input, random);
        Mask(0, input, TokenFeatures.Width);
        for (var l = 0; l < network.Shape.Layers; l++)
        {
            var inputs = l == 0 ? TokenFeatures.Width : _width;
            var output = _outputs[l].Reserve((long)n * _width);
            for (var d = 0; d < 2; d++)
            {
                var gates = _gates[l][d].Reserve((long)n * 4 * _units);
                var cells = _cells[l][d].Reserve((long)n * _units);
                network.Cells[l][d].Run(Batch, _inputs[l].Pointer, inputs, gates, cells, output + (d * _units), _width, d == 1);
            }

            var next = _inputs[l + 1].Reserve((long)n * _width);
            Buffer.MemoryCopy(output, next, (long)n * _width * 4, (long)n * _width * 4);
            DrawMask(l + 1, _width, l == network.Shape.Layers - 1 ? dropout.Top : dropout.Between, random);
            Mask(l + 1, next, _width);
        }

        network.Scores.Run(_inputs[^1].Pointer, _width, _scores.Reserve((long)n * Labels.Padded), n);
        network.Auxiliary.Run(_inputs[1].Pointer, _width, _tags.Reserve((long)n * AuxiliaryTags.Width), n);
        ForwardTrees(n, random);
    }

    private void ForwardTrees(int n, Random? random)
    {
        var output = _treeOutput.Reserve((long)n * TreeScorer.Width);
        for (var d = 0; d < 2; d++)
        {
            network.TreeCells[d].Run(
                Batch, _inputs[^1].Pointer, _width, _treeGates[d].Reserve((long)n * 4 * TreeScorer.Units), _treeCells[d].Reserve((long)n * TreeScorer.Units),
                output + (d * TreeScorer.Units), TreeScorer.Width, d == 1);
        }

        var input = _treeInput.Reserve((long)n * TreeScorer.Width);
        Buffer.MemoryCopy(output, input, (long)n * TreeScorer.Width * 4, (long)n * TreeScorer.Width * 4);
        DrawMask(_masks.Length - 1, TreeScorer.Width, dropout.Between, random);
        Mask(_masks.Length - 1, input, TreeScorer.Width);
    }

    private double TreeLoss(ReadOnlySpan<Chunk> chunks, float* top)
    {
        var slope = _treeSlope.Reserve((long)Batch.Rows * TreeScorer.Width);
        _treeSlope.Clear((long)Batch.Rows * TreeScorer.Width);
        var loss = _trees.Run(chunks, Batch, _treeInput.Pointer, slope, tasks.Trees);
        Mask(_masks.Length - 1, slope, TreeScorer.Width);
        for (var d = 0; d < 2; d++)
        {
            _back.Run(
                weights.TreeCells[d], shard, Batch, _inputs[^1].Pointer, _width, _treeGates[d].Pointer, _treeCells[d].Pointer,
                _treeOutput.Pointer + (d * TreeScorer.Units), slope + (d * TreeScorer.Units), TreeScorer.Width, TreeScorer.Units, d == 1, top, accumulateInput: true);
        }

        return loss;
    }

    /// <summary>One mask for each sequence, the same at all its steps (Gal and Ghahramani 2016).</summary>
    private void DrawMask(int layer, int width, float rate, Random? random)
    {
        var mask = _masks[layer].Reserve((long)Batch.Count * width);
        for (var i = 0; i < Batch.Count * width; i++)
        {
            mask[i] = random is null ? 1 : random.NextSingle() < rate ? 0 : 1 / (1 - rate);
        }
    }

    private void Mask(int layer, float* rows, int width)
    {
        for (var step = 0; step < Batch.Steps; step++)
        {
            for (var r = 0; r < Batch.Active(step); r++)
            {
                var row = new Span<float>(rows + ((long)(Batch.Start(step) + r) * width), width);
                TensorPrimitives.Multiply(row, _masks[layer].Span((long)r * width, width), row);
            }
        }
    }

    /// <summary>Replaces the scores by their gradient.</summary>
    private double LabelLoss(ReadOnlySpan<Chunk> chunks)
    {
        var loss = 0.0;
        _pairs.Clear(Labels.Padded * Labels.Padded);
        for (var s = 0; s < chunks.Length; s++)
        {
            var length = chunks[s].Length;
            if (!chunks[s].Article.Paragraphs[chunks[s].First].HasLabels)
            {
                for (var i = 0; i < length; i++)
                {
                    _scores.Span((long)Batch.Row(s, i) * Labels.Padded, Labels.Padded).Clear();
                }

                continue;
            }

            Teach(chunks[s]);
            var marginals = _marginals.Reserve((long)length * Labels.Padded);
            loss += Chain.Marginals(Batch, s, length, _scores.Pointer, network.Transitions, marginals, _pairs.Pointer);
            var before = 0;
            for (var i = 0; i < length; i++)
            {
                var row = Batch.Row(s, i);
                var scores = _scores.Pointer + ((long)row * Labels.Padded);
                var label = _gold[row];
                loss -= scores[label];
                if (i > 0)
                {
                    loss -= network.Transitions[(before * Labels.Padded) + label];
                    _pairs.Pointer[(before * Labels.Padded) + label] -= 1;
                }

                before = label;
                new Span<float>(marginals + ((long)i * Labels.Padded), Labels.Padded).CopyTo(new Span<float>(scores, Labels.Padded));
                var taught = _taught.Span((long)i * Labels.Padded, Labels.Padded);
                if (taught[0] >= 0)
                {
                    // The gradient of the cross-entropy between two chains is the difference of their marginals.
                    scores[label] -= 1 - tasks.Teaching;
                    var row16 = new Span<float>(scores, Labels.Padded);
                    TensorPrimitives.MultiplyAdd(taught, -tasks.Teaching, row16, row16);
                }
                else
                {
                    scores[label] -= 1;
                }
            }
        }

        var gradient = weights.Transitions.Gradients[shard].Span(0, Labels.Padded * Labels.Padded);
        TensorPrimitives.Add(gradient, _pairs.Span(0, gradient.Length), gradient);
        return loss;
    }

    /// <summary>Lays out what a teacher says of a chunk's elements; -1 where there is nothing.</summary>
    private void Teach(Chunk chunk)
    {
        var taught = _taught.Reserve((long)chunk.Length * Labels.Padded);
        new Span<float>(taught, chunk.Length * Labels.Padded).Fill(-1);
        var at = 0;
        for (var p = 0; p < chunk.Count; p++)
        {
            var paragraph = chunk.Article.Paragraphs[chunk.First + p];
            TensorPrimitives.ConvertToSingle(paragraph.Teaching, new Span<float>(taught + ((long)at * Labels.Padded), paragraph.Teaching.Length));
            at += paragraph.Count + 1;
        }
    }

    /// <summary>Replaces the tags' scores by their gradient.</summary>
    private double TagLoss(ReadOnlySpan<Chunk> chunks)
    {
        var loss = 0.0;
        var groups = AuxiliaryTags.Groups;
        for (var s = 0; s < chunks.Length; s++)
        {
            var at = 0;
            for (var p = 0; p < chunks[s].Count; p++)
            {
                if (p > 0)
                {
                    new Span<float>(_tags.Pointer + ((long)Batch.Row(s, at++) * AuxiliaryTags.Width), AuxiliaryTags.Width).Clear();
                }

                var paragraph = chunks[s].Article.Paragraphs[chunks[s].First + p];
                for (var i = 0; i < paragraph.Count; i++)
                {
                    var scores = new Span<float>(_tags.Pointer + ((long)Batch.Row(s, at++) * AuxiliaryTags.Width), AuxiliaryTags.Width);
                    for (var g = 0; g < groups; g++)
                    {
                        var group = scores[AuxiliaryTags.Borders[g]..AuxiliaryTags.Borders[g + 1]];
                        var tag = paragraph.Tags[(i * groups) + g];
                        if (tag < 0)
                        {
                            group.Clear();
                            continue;
                        }

                        loss += Choice.Replace(group, tag, tasks.Tags);
                    }
                }
            }
        }

        return loss * tasks.Tags;
    }
}
