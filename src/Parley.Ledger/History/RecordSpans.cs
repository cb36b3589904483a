using Parley.Records;

namespace Parley.Ledger;

/// <summary>Every span of a record, so that one place knows what must lie in the article's text.</summary>
internal static class RecordSpans
{
    public static IEnumerable<TextSpan> Of(Article article) =>
        article.Blocks.SelectMany(b => b.Speaker is { } speaker ? new[] { b.Span, b.Body, speaker } : [b.Span, b.Body]);

    public static IEnumerable<TextSpan> Of(Statement statement)
    {
        var attribution = statement.Attribution;
        foreach (var span in attribution.Source.Concat(attribution.Cue).Concat(attribution.Content))
        {
            yield return span;
        }

        TextSpan?[] others = [statement.Condition, statement.Said?.Words, .. statement.Via.Select(v => v.Words), .. statement.Why.Select(w => w.Words)];
        foreach (var span in others)
        {
            if (span is { } words)
            {
                yield return words;
            }
        }
    }

    public static IEnumerable<TextSpan> Of(Forecast forecast) =>
        forecast.Evidence is { } evidence ? [forecast.Span, evidence] : [forecast.Span];

    /// <summary>The first span that leaves a text of <paramref name="length"/> UTF-16 units, or null.</summary>
    public static TextSpan? FirstOutside(IEnumerable<TextSpan> spans, int length)
    {
        foreach (var span in spans)
        {
            if ((long)span.Start + span.Length > length)
            {
                return span;
            }
        }

        return null;
    }
}
