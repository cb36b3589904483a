using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Resolution.Time;

/// <summary>
/// Finds time expressions and normalises them as TIMEX3 (TimeML 1.2.1) against the date of the document, by rules over a table of
/// words. Years, directions ("on Monday": the last or the next) and anchors ("two days later") come from the verbs and dates around.
/// </summary>
public static class TimeTagger
{
    /// <summary>The time expressions of a text, in order, not overlapping.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">Date of the document; without it expressions that need one are left out or valued with X for what is not known.</param>
    public static ImmutableArray<Timex> Tag(string text, PartialDate? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new TimeTokens(text);
        var context = new TimeContext(reference);
        var grammar = new TimeGrammar(tokens, context);
        var found = ImmutableArray.CreateBuilder<Timex>();
        for (var i = 0; i < tokens.Count;)
        {
            var match = grammar.At(i);
            if (!match.Found || TimeNames.Holds(tokens, match))
            {
                i++;
                continue;
            }

            found.Add(new Timex(TextSpan.FromBounds(tokens[match.Start].Start, tokens[match.End - 1].End), match.Type, match.Value, match.Mod));
            Remember(tokens, context, match);
            i = match.End;
        }

        return found.ToImmutable();
    }

    private static void Remember(TimeTokens tokens, TimeContext context, TimeMatch match)
    {
        if (match.Type is not (TimexType.Date or TimexType.Time) || Calendar.FirstDay(match.Value) is null || IsComparison(tokens, match))
        {
            return;
        }

        (context.LastDate, context.LastDateToken) = (match.Value, match.End);
        if (match.Value is [_, _, _, _, '-', 'Q', _])
        {
            // Comparisons with the year before leave the quarter that is reported on.
            context.LastQuarter = context.LastQuarter is { } last && string.CompareOrdinal(match.Value, last) < 0 && match.Value[^1] == last[^1] ? last : match.Value;
            context.LastQuarterToken = match.End;
        }
    }

    /// <summary>"a year ago", "the year-earlier period": what is told goes on from where it was.</summary>
    private static bool IsComparison(TimeTokens tokens, TimeMatch match)
    {
        for (var i = match.Start; i < match.End; i++)
        {
            if (tokens.Is(i, "year") && (tokens.ClassAt(match.End - 1) == TimeWordClass.Ago || tokens.Is(match.End - 1, "earlier") || tokens.IsHyphen(i + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
