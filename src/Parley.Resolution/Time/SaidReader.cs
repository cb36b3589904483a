using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Time;

/// <summary>When something was said, with the rule that told.</summary>
internal sealed record SaidTime(TimeExpression? Time, string Rule);

/// <summary>Tells when each attribution of an article was said.</summary>
internal sealed class SaidReader
{
    private readonly AttributedArticle _article;
    private readonly ImmutableArray<Timex> _times;
    private readonly bool _retrospective;

    public SaidReader(AttributedArticle article)
    {
        _article = article;
        _times = TimeTagger.Tag(article.Article.Text, article.Article.Published);
        _retrospective = IsRetrospective();
    }

    /// <summary>The date in the words of the attribution itself, outside its content; null if there is none.</summary>
    public TimeExpression? Explicit(Attribution attribution)
    {
        if (attribution.Cue.IsEmpty)
        {
            return null;
        }

        var cue = attribution.Cue[0];
        var sentence = SentenceOf(cue.Start);
        Timex? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in _times)
        {
            if (time.Type != TimexType.Date || !char.IsDigit(time.Value[0]) || time.Span.Start < sentence.Start || time.Span.End > sentence.End || InContent(time.Span, attribution))
            {
                continue;
            }

            var distance = Math.Min(Math.Abs(time.Span.Start - cue.End), Math.Abs(cue.Start - time.Span.End));
            if (distance < bestDistance)
            {
                (best, bestDistance) = (time, distance);
            }
        }

        return best is { } found ? Expression(found) : null;
    }

    /// <summary>When an attribution was said, by its own words, by the statement that it goes on from, or by the publication.</summary>
    public SaidTime? Read(int index, ImmutableArray<TimeExpression?> dates, ImmutableArray<ResolvedSource> sources)
    {
        var attribution = _article.Attributions[index];
        if (dates[index] is { } own)
        {
            return new SaidTime(own, "date beside the cue");
        }

        var published = _article.Article.Published is { } date ? new TimeExpression(date.ToString(), date.Grain, null) : null;
        if (attribution.Source.IsEmpty && attribution.Cue.IsEmpty && attribution.Kind == AttributionKind.Indirect)
        {
            return published is null ? null : new SaidTime(published, "the author's own words, on the day of publication");
        }

        if (attribution.Parent is not null || _retrospective || published is null || attribution.Cue.IsEmpty || !IsSpeech(attribution.Cue[0]))
        {
            return null;
        }

        return new SaidTime(published, "news: said about when it was published");
    }

    /// <summary>First day that a date covers; null for values that are no calendar dates.</summary>
    public static DateOnly? FirstDay(TimeExpression time) =>
        PartialDate.TryParse(time.Value.AsSpan(0, Math.Min(time.Value.Length, 10)), out var date) ? date.First : null;

    private static TimeExpression Expression(Timex time) =>
        new(time.Value, PartialDate.TryParse(time.Value, out var date) ? date.Grain : Grain.Year, time.Span);

    private bool IsSpeech(TextSpan cue)
    {
        var words = _article.Article.Text.AsSpan(cue.Start, cue.Length);
        foreach (var ending in (ReadOnlySpan<string>)["ed", "says", "said", "told", "saying", "ing", "to", "of"])
        {
            if (words.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InContent(TextSpan span, Attribution attribution)
    {
        foreach (var piece in attribution.Content)
        {
            if (piece.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan SentenceOf(int offset)
    {
        var parsed = _article.Parsed;
        foreach (var sentence in parsed.Sentences)
        {
            var span = parsed.SpanOf(sentence);
            if (span.Contains(offset))
            {
                return span;
            }
        }

        return new TextSpan(offset, 0);
    }

    /// <summary>True for essays and histories: most of their dates lie more than a year before publication.</summary>
    private bool IsRetrospective()
    {
        if (_article.Article.Published is not { } published)
        {
            return true;
        }

        int far = 0, near = 0;
        foreach (var time in _times)
        {
            if (PartialDate.TryParse(time.Value.AsSpan(0, Math.Min(time.Value.Length, 10)), out var date))
            {
                _ = date.Last.AddYears(1) < published.First ? far++ : near++;
            }
        }

        return far > near;
    }
}
