using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Finds figures whose population shares a word with another's, for each word at most some before and after it.</summary>
internal sealed class FigureIndex
{
    private const int MaxEach = 32;

    private readonly Dictionary<(string Unit, string Word), List<int>> _byWord = [];
    private readonly ImmutableArray<ComparableFigure> _figures;

    public FigureIndex(ImmutableArray<ComparableFigure> figures)
    {
        _figures = figures;
        for (var i = 0; i < figures.Length; i++)
        {
            foreach (var word in figures[i].Population.Words)
            {
                var key = (figures[i].Unit, word);
                if (!_byWord.TryGetValue(key, out var list))
                {
                    _byWord[key] = list = [];
                }

                list.Add(i);
            }
        }
    }

    /// <summary>The numbers of the figures in the order of the records.</summary>
    public IEnumerable<int> SharingWords(int figure) => _figures[figure].Population.Words
        .SelectMany(w => Around(_byWord[(_figures[figure].Unit, w)], figure)).Distinct().Order();

    private static IEnumerable<int> Around(List<int> list, int figure)
    {
        var at = list.BinarySearch(figure);
        return list.Skip(at - MaxEach).Take((2 * MaxEach) + 1);
    }
}
