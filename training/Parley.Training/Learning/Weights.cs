using Parley.Language.Model;

namespace Parley.Training.Learning;

/// <summary>All weights of a network while it learns.</summary>
internal sealed unsafe class Weights
{
    public Weights(Network network, int shards)
    {
        var shape = network.Shape;
        Tables = new Parameter[TokenFeatures.Tables.Length];
        for (var t = 0; t < Tables.Length; t++)
        {
            Tables[t] = new Parameter(TokenFeatures.RowsOf(t, network.Words.Count), TokenFeatures.Tables[t].Width, 1);
        }

        Cells = new LstmWeights[shape.Layers][];
        for (var l = 0; l < shape.Layers; l++)
        {
            var inputs = l == 0 ? TokenFeatures.Width : shape.Width;
            Cells[l] = [new LstmWeights(inputs, shape.Units, shards), new LstmWeights(inputs, shape.Units, shards)];
        }

        Scores = new DenseWeights(shape.Width, Labels.Padded, shards);
        Auxiliary = new DenseWeights(shape.Width, AuxiliaryTags.Width, shards);
        Transitions = new Parameter(Labels.Padded, Labels.Padded, shards);
        Contents = new DenseWeights(2 * shape.Width, shape.LinkWidth, shards);
        Cues = new DenseWeights(2 * shape.Width, 2 * shape.LinkWidth, shards);
        Sources = new DenseWeights(2 * shape.Width, shape.LinkWidth, shards);
        Relations = new Parameter(2 * LinkFeatures.Rows, shape.LinkWidth, shards);
        Directions = new Parameter(2, shape.LinkWidth, shards);
        TreeCells = [new LstmWeights(shape.Width, TreeScorer.Units, shards), new LstmWeights(shape.Width, TreeScorer.Units, shards)];
        TreeTokens = new DenseWeights(TreeScorer.Width, TreeScorer.Columns, shards);
        Arcs = new DenseWeights(TreeScorer.ArcWidth, TreeScorer.ArcWidth, shards);
        TreeLabels = new DenseWeights(TreeScorer.RelationWidth, TreeScorer.Relations, shards);
        Root = new Parameter(1, TreeScorer.Columns, shards);
    }

    public Parameter[] Tables { get; }

    public LstmWeights[][] Cells { get; }

    public DenseWeights Scores { get; }

    public DenseWeights Auxiliary { get; }

    public Parameter Transitions { get; }

    public DenseWeights Contents { get; }

    public DenseWeights Cues { get; }

    public DenseWeights Sources { get; }

    public Parameter Relations { get; }

    public Parameter Directions { get; }

    /// <summary>The trees' own layer.</summary>
    public LstmWeights[] TreeCells { get; }

    public DenseWeights TreeTokens { get; }

    public DenseWeights Arcs { get; }

    public DenseWeights TreeLabels { get; }

    /// <summary>The root's vectors.</summary>
    public Parameter Root { get; }

    /// <summary>All but the tables, in a fixed order.</summary>
    public IEnumerable<Parameter> Dense()
    {
        foreach (var layer in Cells.Append(TreeCells))
        {
            foreach (var direction in layer)
            {
                yield return direction.Input;
                yield return direction.State;
                yield return direction.Bias;
            }
        }

        foreach (var layer in new[] { Scores, Auxiliary, Contents, Cues, Sources, TreeTokens, Arcs, TreeLabels })
        {
            yield return layer.Weights;
            yield return layer.Bias;
        }

        yield return Transitions;
        yield return Relations;
        yield return Directions;
        yield return Root;
    }

    /// <summary>Starting values; the words' vectors are set by the caller.</summary>
    public void Randomize(Random random, int units)
    {
        foreach (var parameter in Dense())
        {
            if (parameter.Rows > 1 && parameter != Transitions)
            {
                parameter.Randomize(random);
            }
        }

        Root.Randomize(random, 0.1f);
        for (var t = 1; t < Tables.Length; t++)
        {
            for (long i = 0; i < Tables[t].Length; i++)
            {
                Tables[t].Value.Pointer[i] = ((2 * random.NextSingle()) - 1) * 0.1f;
            }
        }

        foreach (var direction in Cells.SelectMany(l => l))
        {
            direction.Bias.Value.Span(units, units).Fill(1);
        }

        foreach (var direction in TreeCells)
        {
            direction.Bias.Value.Span(TreeScorer.Units, TreeScorer.Units).Fill(1);
        }
    }

    /// <summary>Copies the weights into a network: the present ones (and packs them for the way back) or their mean.</summary>
    public void Publish(Network network, bool learning, bool tables)
    {
        FloatBuffer Choose(Parameter p) => learning ? p.Value : p.Mean;
        if (tables)
        {
            for (var t = 0; t < Tables.Length; t++)
            {
                Buffer.MemoryCopy(Choose(Tables[t]).Pointer, network.Tables[t].Floats!.Pointer, Tables[t].Length * 4, Tables[t].Length * 4);
            }
        }

        for (var l = 0; l < Cells.Length; l++)
        {
            for (var d = 0; d < 2; d++)
            {
                Cells[l][d].Publish(network.Cells[l][d], Choose, learning);
            }
        }

        TreeCells[0].Publish(network.TreeCells[0], Choose, learning);
        TreeCells[1].Publish(network.TreeCells[1], Choose, learning);

        Scores.Publish(network.Scores, Choose, learning);
        Auxiliary.Publish(network.Auxiliary, Choose, learning);
        Contents.Publish(network.Links.Contents, Choose, learning);
        Cues.Publish(network.Links.Cues, Choose, learning);
        Sources.Publish(network.Links.Sources, Choose, learning);
        Choose(Relations).Span(0, (int)Relations.Length).CopyTo(network.Links.Relations.Span(0, (int)Relations.Length));
        Choose(Directions).Span(0, (int)Directions.Length).CopyTo(network.Links.Directions.Span(0, (int)Directions.Length));
        TreeTokens.Publish(network.Trees.Tokens, Choose, learning);
        Arcs.Publish(network.Trees.Arcs, Choose, learning);
        TreeLabels.Publish(network.Trees.Labels, Choose, learning);
        Choose(Root).Span(0, (int)Root.Length).CopyTo(network.Trees.Root.Span(0, (int)Root.Length));
        for (var from = 0; from < Labels.Padded; from++)
        {
            for (var to = 0; to < Labels.Padded; to++)
            {
                var i = (from * Labels.Padded) + to;
                network.Transitions[i] = Labels.MayFollow(from, to) ? Choose(Transitions).Pointer[i] : Chain.Forbidden;
            }
        }
    }
}
