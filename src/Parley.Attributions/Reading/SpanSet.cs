using Parley.Records;

namespace Parley.Attributions;

/// <summary>Spans to be asked what they overlap: each question takes logarithmic time. The spans may overlap one another.</summary>
internal sealed class SpanSet
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    /// <summary>A set of the spans given.</summary>
    public SpanSet(IEnumerable<TextSpan> spans)
    {
        var sorted = spans.OrderBy(s => s.Start).ToArray();
        _starts = [.. sorted.Select(s => s.Start)];
        _ends = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            _ends[i] = Math.Max(sorted[i].End, i > 0 ? _ends[i - 1] : 0);
        }
    }

    /// <summary>Whether a span shares a unit with one of these.</summary>
    public bool Overlaps(TextSpan span)
    {
        // Of those that begin before its end, the one that reaches farthest decides.
        var before = Array.BinarySearch(_starts, span.End);
        before = before >= 0 ? before : ~before;
        while (before > 0 && _starts[before - 1] >= span.End)
        {
            before--;
        }

        return before > 0 && _ends[before - 1] > span.Start;
    }
}
