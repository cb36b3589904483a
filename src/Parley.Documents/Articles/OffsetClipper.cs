using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>Cuts the offset runs of a text to the pieces taken out of it, in ascending order.</summary>
internal sealed class OffsetClipper(ImmutableArray<OffsetRun> runs)
{
    private int _next;

    /// <summary>The runs of [<paramref name="start"/>, <paramref name="end"/>), counted from <paramref name="start"/>; each call begins where or after the last one did.</summary>
    public ImmutableArray<OffsetRun> Clip(int start, int end)
    {
        while (_next < runs.Length && runs[_next].TextStart + runs[_next].Length <= start)
        {
            _next++;
        }

        var clipped = ImmutableArray.CreateBuilder<OffsetRun>();
        for (var i = _next; i < runs.Length && runs[i].TextStart < end; i++)
        {
            var run = runs[i];
            var from = Math.Max(run.TextStart, start);
            var to = Math.Min(run.TextStart + run.Length, end);
            clipped.Add(new OffsetRun(from - start, run.DocumentStart + (from - run.TextStart), to - from));
        }

        return clipped.DrainToImmutable();
    }
}
