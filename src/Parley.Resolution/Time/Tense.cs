using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Resolution.Time;

/// <summary>Tells from the verbs around whether a time lies before or after the document's.</summary>
internal static class Tense
{
    private const int Reach = 25;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_future = WordSet.Of(
        "will would shall ll won going scheduled expected due slated planned plans plan set upcoming aims hopes intends expects may " +
        "starting pending forthcoming tomorrow payable effective begins opens starts expires resumes");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_past = WordSet.Of(
        "was were had did said told came went took made gave got began became saw met held led left sent spoke wrote won lost fell rose grew cut hit put " +
        "set broke brought built bought caught chose drew drove fought flew found heard kept knew laid lay ran read sat sold shot spent stood struck " +
        "taught thought threw withdrew understood swore paid meant felt dealt fled forgot since has have been ago shut quit");

    /// <summary>+1 for the future, -1 for the past, 0 where no verb tells.</summary>
    public static int DirectionAt(TimeTokens tokens, int start, int end)
    {
        // "until Tuesday", "by May", "as early as Monday" look ahead; "Until Thursday, they had not" looks back.
        // "Wednesday's ruling" has been given, whatever is to come of it.
        if (tokens.IsApostrophe(end) && tokens.Is(end + 1, "s") && tokens.ClassAt(end - 1) == TimeWordClass.Weekday)
        {
            return -1;
        }

        var lead = BeforeClock(tokens, start) - 1;
        if (tokens.WordAt(lead) is "until" or "by" or "till" || (tokens.Is(lead, "as") && tokens.WordAt(lead - 1) is "early" or "soon" && tokens.Is(lead - 2, "as")))
        {
            return 1;
        }

        for (var i = start - 1; i >= Math.Max(0, start - Reach) && !IsSentenceEnd(tokens, i); i--)
        {
            if (Of(tokens, i) is not 0 and var direction)
            {
                return direction;
            }
        }

        for (var i = end; i < Math.Min(tokens.Count, end + Reach) && !IsSentenceEnd(tokens, i); i++)
        {
            if (Of(tokens, i) is not 0 and var direction)
            {
                return direction;
            }
        }

        return 0;
    }

    /// <summary>True where a verb of the past stands just before a date: "released in May", "posted on January 23".</summary>
    public static bool IsPastBeside(TimeTokens tokens, int start) => Of(tokens, tokens.WordAt(start - 1) is "on" or "in" ? start - 2 : start - 1) < 0;

    /// <summary>True if a sentence ends between two tokens.</summary>
    public static bool SentenceEndsBetween(TimeTokens tokens, int from, int to)
    {
        if (to - from > 2 * Reach)
        {
            return true;
        }

        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (IsSentenceEnd(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Past a time of the day that stands before a date: "until 9 a.m. Tuesday".</summary>
    private static int BeforeClock(TimeTokens tokens, int start)
    {
        var i = start;
        while (i > 0 && start - i < 8 && (tokens.ClassAt(i - 1) is TimeWordClass.Digits or TimeWordClass.Clock or TimeWordClass.Zone || tokens.WordAt(i - 1) is "a" or "p" or "m" or "am" or "pm" or "on" || (tokens.ClassAt(i - 1) == TimeWordClass.Punctuation && tokens[i - 1].Number is '.' or ':')))
        {
            i--;
        }

        return tokens.ClassAt(i) is TimeWordClass.Digits or TimeWordClass.Clock ? i : start;
    }

    private static int Of(TimeTokens tokens, int i)
    {
        if (tokens.ClassAt(i) is TimeWordClass.Punctuation or TimeWordClass.Digits or TimeWordClass.Month)
        {
            return 0;
        }

        var word = tokens.WordAt(i);
        // "to be signed"; "continued to be" and "seemed to be" tell how it was.
        if (word is "be" && tokens.Is(i - 1, "to") && tokens.WordAt(i - 2) is not ("not" or "used") && Of(tokens, i - 2) >= 0)
        {
            return 1;
        }

        // "voters go to the polls on Sunday"
        if (word is "go" or "goes" && tokens.Is(i + 1, "to") && tokens.Is(i + 2, "the") && tokens.Is(i + 3, "polls"))
        {
            return 1;
        }

        // "they are to vote on Tuesday"
        if (word is "to" && tokens.WordAt(i - 1) is "is" or "are" or "am")
        {
            return 1;
        }

        // "his plans for Monday" tell no tense, "he plans to go on Monday" does.
        if (word is "plan" or "plans" && !tokens.Is(i + 1, "to"))
        {
            return 0;
        }

        // "to lay odds", "to put an end": no past.
        if (tokens.Is(i - 1, "to"))
        {
            return 0;
        }

        if (word is "likely" && tokens.Is(i + 1, "to"))
        {
            return 1;
        }

        if (s_future.Contains(word))
        {
            // "was scheduled to": what had been to come by then.
            var wasToBe = word is "scheduled" or "expected" or "due" or "slated" or "planned" or "set" &&
                          (tokens.WordAt(i - 1) is "was" or "were" or "been" || tokens.WordAt(i - 2) is "was" or "were" or "been");
            return wasToBe ? -1 : word is "set" && !tokens.Is(i + 1, "to") && !tokens.Is(i + 1, "for") ? 0
                : word is "won" && !tokens.IsApostrophe(i + 1) ? -1 : 1;
        }

        // "to be paid", "will be signed": a participle that tells no past.
        return !tokens.Is(i - 1, "be") && (s_past.Contains(word) || (word.Length > 3 && word.EndsWith("ed") && !word.EndsWith("eed") && word is not ("hundred" or "naked" or "sacred") && char.IsLower(word[0]))) ? -1 : 0;
    }

    private static bool IsSentenceEnd(TimeTokens tokens, int i)
    {
        if (tokens.ClassAt(i) != TimeWordClass.Punctuation || tokens[i].Number is not ('.' or '!' or '?'))
        {
            return false;
        }

        // Marks that close stand against the stop.
        var next = i + 1;
        while (next <= i + 2 && tokens.Adjoins(next) && tokens.ClassAt(next) == TimeWordClass.Punctuation && tokens[next].Number is '"' or '”' or '\'' or '’' or ')' or ']')
        {
            next++;
        }

        return next >= tokens.Count || (!tokens.Adjoins(next) && (tokens.IsCapitalised(next) || tokens.ClassAt(next) == TimeWordClass.Punctuation) && !IsAbbreviation(tokens, i - 1));
    }

    private static bool IsAbbreviation(TimeTokens tokens, int i) =>
        tokens.ClassAt(i) is TimeWordClass.Month or TimeWordClass.Weekday ? tokens[i].Length <= 4
        : tokens.ClassAt(i) == TimeWordClass.None && (tokens[i].Length == 1 ||
          tokens.WordAt(i) is "Mr" or "Mrs" or "Ms" or "Dr" or "Gen" or "Sen" or "Rep" or "Gov" or "Lt" or "Col" or "Sgt" or "Maj" or "Capt" or "Adm" or "St" or "Jr" or "Prof" or "No" or "vs");
}
