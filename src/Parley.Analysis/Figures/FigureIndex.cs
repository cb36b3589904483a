using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Finds figures whose population shares a word with another's, at most a few for each word.</summary>
internal sealed class FigureIndex
{
    private const int MaxEach = 64;

    private readonly Dictionary<(string Unit, string Word), List<int>> _byWord = [];
    private readonly ImmutableArray<ReportedFigure> _figures;

    public FigureIndex(ImmutableArray<ReportedFigure> figures)
    {
        _figures = figures;
        for (var i = 0; i < figures.Length; i++)
        {
            foreach (var word in Population.Of(figures[i]).Words)
            {
                var key = (FigureComparer.UnitOf(figures[i].Figure), word);
                if (!_byWord.TryGetValue(key, out var list))
                {
                    _byWord[key] = list = [];
                }

                if (list.Count < MaxEach)
                {
                    list.Add(i);
                }
            }
        }
    }

    /// <summary>The figures in the order of the records.</summary>
    public IEnumerable<ReportedFigure> SharingWords(ReportedFigure figure) => Population.Of(figure).Words
        .SelectMany(w => _byWord.GetValueOrDefault((FigureComparer.UnitOf(figure.Figure), w)) ?? []).Distinct().Order().Select(i => _figures[i]);
}
