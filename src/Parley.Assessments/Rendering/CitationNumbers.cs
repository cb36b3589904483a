namespace Parley.Assessments;

/// <summary>Numbers citations by their first use, from 1, and remembers each use for the links back.</summary>
internal sealed class CitationNumbers
{
    private readonly Dictionary<Citation, int> _numbers = [];
    private readonly List<Citation> _ordered = [];
    private readonly List<int> _uses = [];
    private int _charts;

    /// <summary>The citations by number; the first has number 1.</summary>
    public IReadOnlyList<Citation> Ordered => _ordered;

    /// <summary>Notes a use: the citation's number, and which use of it this is, from 1.</summary>
    public (int Number, int Use) Use(Citation citation)
    {
        if (!_numbers.TryGetValue(citation, out var number))
        {
            _ordered.Add(citation);
            _uses.Add(0);
            number = _numbers[citation] = _ordered.Count;
        }

        return (number, ++_uses[number - 1]);
    }

    /// <summary>A number for the next chart's title and description.</summary>
    public int NextChart() => ++_charts;

    /// <summary>How often a citation was used.</summary>
    public int UsesOf(int number) => _uses[number - 1];

    /// <summary>The citation's number, or null if it was not used yet.</summary>
    public int? TryNumberOf(Citation citation) => _numbers.TryGetValue(citation, out var number) ? number : null;

    /// <summary>The citation's number, once used.</summary>
    public int NumberOf(Citation citation) => _numbers[citation];
}
