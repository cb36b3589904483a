namespace Parley.Language.Model;

/// <summary>The sizes of a network.</summary>
/// <param name="Units">Cells of each direction of a layer, a multiple of 16.</param>
/// <param name="Layers">Number of layers.</param>
/// <param name="LinkWidth">Width of the vectors that links are scored with, a multiple of 16.</param>
internal readonly record struct NetworkShape(int Units, int Layers, int LinkWidth)
{
    /// <summary>Width of the encoder's output.</summary>
    public int Width => 2 * Units;
}

/// <summary>
/// The weights, ready for use: tables of vectors, layers of cells in two directions, and what scores labels, tags, links and trees.
/// </summary>
internal sealed unsafe class Network : IDisposable
{
    /// <summary>A network of zeros, to be filled by learning.</summary>
    public Network(NetworkShape shape, WordIndex words)
        : this(shape, words, [.. TokenFeatures.Tables.Select((t, i) => new VectorTable(TokenFeatures.RowsOf(i, words.Count), t.Width))])
    {
    }

    /// <summary>A network of zeros, but for its tables.</summary>
    public Network(NetworkShape shape, WordIndex words, VectorTable[] tables)
    {
        (Shape, Words, Tables) = (shape, words, tables);
        Cells = new LstmLayer[shape.Layers][];
        for (var l = 0; l < shape.Layers; l++)
        {
            var inputs = l == 0 ? TokenFeatures.Width : shape.Width;
            Cells[l] = [new LstmLayer(inputs, shape.Units), new LstmLayer(inputs, shape.Units)];
        }

        Scores = new DenseLayer(shape.Width, Labels.Padded);
        Auxiliary = new DenseLayer(shape.Width, AuxiliaryTags.Width);
        Links = new LinkScorer(shape);
        TreeCells = [new LstmLayer(shape.Width, TreeScorer.Units), new LstmLayer(shape.Width, TreeScorer.Units)];
        Trees = new TreeScorer();
    }

    public NetworkShape Shape { get; }

    public WordIndex Words { get; }

    /// <summary>The tables of vectors, as <see cref="TokenFeatures.Tables"/> lists them.</summary>
    public VectorTable[] Tables { get; }

    /// <summary>For each layer the cells that run forward and those that run backward.</summary>
    public LstmLayer[][] Cells { get; }

    /// <summary>Scores the labels at the top.</summary>
    public DenseLayer Scores { get; }

    /// <summary>Scores tags on the first layer.</summary>
    public DenseLayer Auxiliary { get; }

    /// <summary>Scores of steps from label to label; see <see cref="Chain"/>.</summary>
    public float[] Transitions { get; } = new float[Labels.Padded * Labels.Padded];

    public LinkScorer Links { get; }

    /// <summary>A further layer that only trees are read from: the cells that run forward and those that run backward.</summary>
    public LstmLayer[] TreeCells { get; }

    public TreeScorer Trees { get; }

    /// <summary>All layers of cells from the bottom up, the trees' own last.</summary>
    public IEnumerable<LstmLayer[]> AllCells => Cells.Append(TreeCells);

    /// <summary>The names of the tags of each group of <see cref="AuxiliaryTags"/>, then of relations, by number.</summary>
    public string[][] TagNames { get; init; } = [.. Enumerable.Repeat<string[]>([], AuxiliaryTags.Groups + 1)];

    /// <summary>Fills the columns of an input row that a token's form decides.</summary>
    /// <param name="rows">The token's rows of the tables.</param>
    /// <param name="target"><see cref="TokenFeatures.FormWidth"/> floats.</param>
    public void LookForm(ReadOnlySpan<int> rows, float* target)
    {
        for (var t = 0; t < Tables.Length - 1; t++)
        {
            var table = TokenFeatures.Tables[t];
            Tables[t].Sum(rows.Slice(table.First, table.Count), target + table.Column);
        }
    }

    /// <summary>Fills the columns of an input row that a token's circumstances decide, the last ones.</summary>
    /// <param name="rows">The token's rows of the tables.</param>
    /// <param name="target">As many floats as these columns are.</param>
    public void LookCircumstances(ReadOnlySpan<int> rows, float* target) => Tables[^1].Sum(rows[TokenFeatures.FormCount..], target);

    public void Dispose()
    {
        foreach (var table in Tables)
        {
            table.Dispose();
        }

        foreach (var layer in AllCells)
        {
            layer[0].Dispose();
            layer[1].Dispose();
        }

        Scores.Dispose();
        Auxiliary.Dispose();
        Links.Dispose();
        Trees.Dispose();
    }
}
