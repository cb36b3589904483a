using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Time;

/// <summary>When something was said, with the rule that told.</summary>
internal sealed record SaidTime(TimeExpression? Time, string Rule);

/// <summary>
/// Tells when each attribution of an article was said: by a date beside its cue, by the dated words it goes on from, by the statement
/// that holds it, or, for what news reports without a date, by the publication. Wishes and beliefs and what somebody says time and
/// again have no date of their own.
/// </summary>
internal sealed class SaidReader
{
    /// <summary>Characters between a noun of saying and a date that is its own.</summary>
    private const int Adjacent = 12;

    private readonly AttributedArticle _article;
    private readonly ImmutableArray<Timex> _times;
    private readonly ImmutableArray<CueForm> _forms;
    private readonly int[] _sentenceStarts;
    private readonly TimeExpression? _published;
    private readonly bool _retrospective;

    public SaidReader(AttributedArticle article, ActorDirectory directory)
    {
        _article = article;
        var published = article.Article.Published;
        _published = published is { } date ? new TimeExpression(date.ToString(), date.Grain, null) : null;
        _times = [.. TimeTagger.Tag(article.Article.Text, published).Where(time =>
            time.Type is TimexType.Date or TimexType.Time && Calendar.GrainOf(time.Value) is not (null or Grain.Era) && Calendar.FirstDay(time.Value) is { } day &&
            (published is not { } limit || day <= limit.Last))];
        _forms = [.. article.Attributions.Select(attribution => attribution.Cue.IsEmpty ? default : CueForm.Of(Text, attribution, directory))];
        _sentenceStarts = [.. article.Parsed.Sentences.Where(sentence => !sentence.IsEmpty).Select(sentence => article.Parsed.Tokens[sentence.Start].Start)];
        _retrospective = IsRetrospective(published);
    }

    private string Text => _article.Article.Text;

    /// <summary>The date beside each attribution's cue, null where there is none.</summary>
    public ImmutableArray<TimeExpression?> BesideCues() =>
        [.. Enumerable.Range(0, _article.Attributions.Length).Select(i => BesideCue(i) is { } time ? Expression(time) : null)];

    /// <summary>The day for which posts count at each attribution: its own date, otherwise the last one that the story has reached.</summary>
    public DateOnly? DayFor(int index, ImmutableArray<TimeExpression?> beside)
    {
        if (beside[index] is { } own)
        {
            return Calendar.FirstDay(own.Value);
        }

        return _retrospective && StoryTime(Anchor(index), acrossParagraphs: true) is { } story ? Calendar.FirstDay(story.Value) : _article.Article.Published?.First;
    }

    /// <summary>When each attribution was said.</summary>
    public ImmutableArray<SaidTime?> Read(ImmutableArray<TimeExpression?> beside, ImmutableArray<ResolvedSource> sources)
    {
        var said = new SaidTime?[_article.Attributions.Length];
        for (var i = 0; i < said.Length; i++)
        {
            said[i] = beside[i] is { } own ? new SaidTime(own, "date beside the cue") : Inferred(i, said, sources);
        }

        return [.. said];
    }

    private SaidTime? Inferred(int index, SaidTime?[] said, ImmutableArray<ResolvedSource> sources)
    {
        var attribution = _article.Attributions[index];
        var form = _forms[index];
        if (attribution.Cue.IsEmpty)
        {
            if (attribution.Source.IsEmpty && attribution.Kind == AttributionKind.Indirect)
            {
                return _published is null ? null : new SaidTime(_published, "the author's own words, on the day of publication");
            }

            if (!attribution.Source.IsEmpty || attribution.Kind == AttributionKind.Turn)
            {
                // A colon, a dash or a turn: said, but without a verb that tells when.
                return GoesOn(index, said, sources) ?? (_published is null || (_retrospective && attribution.Kind != AttributionKind.Turn) || attribution.Parent is not null
                    ? null : new SaidTime(_published, "said about when it was published"));
            }

            return index > 0 && said[index - 1] is { } previous && sources[index - 1].Actor?.Name == sources[index].Actor?.Name
                ? previous with { Rule = "goes on from the statement before" } : null;
        }

        // A text says all that it says at one time; so do those who speak in it.
        if (attribution.Parent is { } text && sources[text].Sourcing == Sourcing.Document && said[text] is { Time.Words: not null } dated)
        {
            return dated with { Rule = "within a text of that date" };
        }

        var speaks = form.IsSpeech || sources[index].Sourcing == Sourcing.Document;
        if (form.IsHabitual || form.Tense is CueTense.Infinitive or CueTense.Modal or CueTense.Passive || !speaks)
        {
            return null;
        }

        if (attribution.Parent is { } parent)
        {
            // A dated report tells when it was made, not when its source spoke.
            return said[parent] is { Time.Words: null } held && form.Tense is not (CueTense.Perfect or CueTense.Participle) ? held with { Rule = "within a report of that date" } : null;
        }

        if (GoesOn(index, said, sources) is { } before)
        {
            return before;
        }

        if (_retrospective && form.Tense is not (CueTense.Present or CueTense.Reference))
        {
            return sources[index].Actor is not null && StoryTime(Anchor(index), acrossParagraphs: false) is { } story && !IsLater(index)
                ? new SaidTime(Expression(story), "date that the paragraph has reached") : null;
        }

        return _published is null || _retrospective ? null : new SaidTime(_published, "news: said about when it was published");
    }

    /// <summary>The same speaker in the same paragraph, after a statement with a date of its own.</summary>
    private SaidTime? GoesOn(int index, SaidTime?[] said, ImmutableArray<ResolvedSource> sources)
    {
        var paragraph = ParagraphStart(Anchor(index));
        for (var i = index - 1; i >= 0 && Anchor(i) >= paragraph; i--)
        {
            if (sources[i].Actor is { } actor && actor.Name == sources[index].Actor?.Name && said[i] is { Time.Words: not null } earlier)
            {
                return earlier with { Rule = "goes on from the same speaker's words of that date" };
            }
        }

        return null;
    }

    /// <summary>The date nearest to the cue in its sentence that belongs to no content but one that holds the cue too.</summary>
    private Timex? BesideCue(int index)
    {
        var attribution = _article.Attributions[index];
        if (attribution.Cue.IsEmpty)
        {
            return null;
        }

        var cue = attribution.Cue[0];
        var form = _forms[index];
        var (start, end) = Sentence(cue.Start);
        if (!attribution.Source.IsEmpty)
        {
            start = Math.Min(start, attribution.Source[0].Start);
        }

        Timex? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in _times)
        {
            if (time.Span.Start < start || time.Span.End > end || IsElsewhere(time.Span, index, cue) || InClauseOnSource(attribution, time.Span))
            {
                continue;
            }

            var distance = time.Span.Start >= cue.End ? time.Span.Start - cue.End : cue.Start - time.Span.End;
            // A noun ("proposals", "forecast") takes only the date that stands right beside it, and so does a wish or belief.
            var adjacent = distance <= Adjacent || InSource(attribution, time.Span);
            var dates = form.Tense is CueTense.Past or CueTense.Perfect or CueTense.Participle or CueTense.Passive || (form.IsSpeech && form.Tense is CueTense.Present && time.Value.Length > 4);
            if (!adjacent && (!dates || form.IsHabitual))
            {
                continue;
            }

            if (distance < bestDistance)
            {
                (best, bestDistance) = (time, distance);
            }
        }

        return best;
    }

    /// <summary>"The minister, who visited in April, said": the date belongs to the clause.</summary>
    private bool InClauseOnSource(Attribution attribution, TextSpan time)
    {
        foreach (var piece in attribution.Source)
        {
            // "Jakarta, which leads the bloc this year, says": the clause may stand behind what counts as source.
            if (piece.Contains(time) || (piece.End <= time.Start && !attribution.Cue.IsEmpty && time.End <= attribution.Cue[0].Start))
            {
                var before = Text.AsSpan(piece.Start, time.Start - piece.Start);
                return before.Contains(", who ", StringComparison.Ordinal) || before.Contains(", which ", StringComparison.Ordinal) || before.Contains(", whose ", StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>True for a date that belongs to something said, or to another statement than this one.</summary>
    private bool IsElsewhere(TextSpan time, int index, TextSpan cue)
    {
        for (var i = 0; i < _article.Attributions.Length; i++)
        {
            foreach (var piece in _article.Attributions[i].Content)
            {
                if (piece.Overlaps(time) && !piece.Contains(cue) || (i != index && piece.Contains(cue) && !piece.Overlaps(time) && IsParent(i, index)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsParent(int outer, int index)
    {
        for (var at = _article.Attributions[index].Parent; at is { } parent; at = _article.Attributions[parent].Parent)
        {
            if (parent == outer)
            {
                return true;
            }
        }

        return false;
    }

    private static bool InSource(Attribution attribution, TextSpan span)
    {
        foreach (var piece in attribution.Source)
        {
            if (piece.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLater(int index)
    {
        var cue = _article.Attributions[index].Cue[0];
        var before = Text.AsSpan(Math.Max(0, cue.Start - 12), Math.Min(12, cue.Start));
        return before.Contains("later", StringComparison.OrdinalIgnoreCase) || before.Contains("since", StringComparison.OrdinalIgnoreCase) || before.Contains("had ", StringComparison.Ordinal);
    }

    /// <summary>The last date before an offset in the same paragraph or, where asked, at all.</summary>
    private Timex? StoryTime(int offset, bool acrossParagraphs)
    {
        var from = acrossParagraphs ? 0 : ParagraphStart(offset);
        Timex? last = null;
        foreach (var time in _times)
        {
            if (time.Span.Start >= from && time.Span.End <= offset)
            {
                last = time;
            }
        }

        return last;
    }

    private int Anchor(int index)
    {
        var attribution = _article.Attributions[index];
        return !attribution.Cue.IsEmpty ? attribution.Cue[0].Start : !attribution.Source.IsEmpty ? attribution.Source[0].Start : attribution.Content[0].Start;
    }

    private int ParagraphStart(int offset)
    {
        var start = 0;
        foreach (var block in _article.Article.Blocks)
        {
            if (block.Span.Start > offset)
            {
                break;
            }

            start = block.Span.Start;
        }

        return start;
    }

    private (int Start, int End) Sentence(int offset)
    {
        var at = Array.BinarySearch(_sentenceStarts, offset);
        at = at >= 0 ? at : Math.Max(0, ~at - 1);
        return _sentenceStarts.Length == 0 ? (0, Text.Length) : (_sentenceStarts[at], at + 1 < _sentenceStarts.Length ? _sentenceStarts[at + 1] : Text.Length);
    }

    private static TimeExpression Expression(Timex time)
    {
        var value = time.Value.IndexOf('T', StringComparison.Ordinal) is > 0 and var clock ? time.Value[..clock] : time.Value;
        if (value.Length >= 8 && value[5] == 'W' && Calendar.FirstDay(value) is { } monday)
        {
            // Statements are dated by day, month or year; a week counts for the month of its Thursday (ISO 8601).
            value = Calendar.Period(Calendar.Shift(monday, "D", 3), "M");
        }

        return new TimeExpression(value, Calendar.GrainOf(value) ?? Grain.Year, time.Span);
    }

    /// <summary>True for essays and histories: most of their dates lie more than a year before publication.</summary>
    private bool IsRetrospective(PartialDate? published)
    {
        if (published is not { } date)
        {
            return true;
        }

        int far = 0, near = 0;
        foreach (var time in _times)
        {
            _ = Calendar.FirstDay(time.Value) is { } day && day.Year + 1 < date.Year ? far++ : near++;
        }

        return far > near;
    }
}
