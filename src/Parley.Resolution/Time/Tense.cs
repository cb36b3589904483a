using System.Collections.Frozen;

namespace Parley.Resolution.Time;

/// <summary>Tells from the verbs around whether a time lies before or after the document's.</summary>
internal static class Tense
{
    private const int Reach = 25;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_future = Set(
        "will shall ll won going scheduled expected due slated planned plans plan set upcoming aims hopes intends expects may " +
        "starting pending forthcoming tomorrow payable effective");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_past = Set(
        "was were had did said told came went took made gave got began became saw met held led left sent spoke wrote won lost fell rose grew cut hit put " +
        "set broke brought built bought caught chose drew drove fought flew found heard kept knew laid lay ran read sat sold shot spent stood struck " +
        "taught thought threw withdrew understood swore paid meant felt dealt fled forgot since has have been ago shut quit");

    /// <summary>+1 for the future, -1 for the past, 0 where no verb tells.</summary>
    public static int DirectionAt(TimeTokens tokens, int start, int end)
    {
        // "until Tuesday", "by May", "as early as Monday" look ahead; "Until Thursday, they had not" looks back.
        if (tokens.WordAt(start - 1) is "until" or "by" or "till" || (tokens.Is(start - 1, "as") && tokens.WordAt(start - 2) is "early" or "soon" && tokens.Is(start - 3, "as")))
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

    private static int Of(TimeTokens tokens, int i)
    {
        if (tokens.ClassAt(i) is TimeWordClass.Punctuation or TimeWordClass.Digits or TimeWordClass.Month)
        {
            return 0;
        }

        var word = tokens.WordAt(i);
        if (s_future.Contains(word))
        {
            // "was scheduled to": what had been to come by then.
            var wasToBe = word is "scheduled" or "expected" or "due" or "slated" or "planned" or "set" &&
                          (tokens.WordAt(i - 1) is "was" or "were" or "been" || tokens.WordAt(i - 2) is "was" or "were" or "been");
            return wasToBe ? -1 : word is "set" && !tokens.Is(i + 1, "to") && !tokens.Is(i + 1, "for") ? 0
                : word is "won" && !tokens.IsApostrophe(i + 1) ? -1 : 1;
        }

        return s_past.Contains(word) || (word.Length > 4 && word.EndsWith("ed") && char.IsLower(word[0])) ? -1 : 0;
    }

    private static bool IsSentenceEnd(TimeTokens tokens, int i) =>
        tokens.ClassAt(i) == TimeWordClass.Punctuation && tokens[i].Number is '.' or '!' or '?' &&
        (i + 1 >= tokens.Count || (!tokens.Adjoins(i + 1) && (tokens.IsCapitalised(i + 1) || tokens.ClassAt(i + 1) == TimeWordClass.Punctuation) && !IsAbbreviation(tokens, i - 1)));

    private static bool IsAbbreviation(TimeTokens tokens, int i) =>
        tokens.ClassAt(i) is TimeWordClass.Month or TimeWordClass.Weekday ? tokens[i].Length <= 4
        : tokens.ClassAt(i) == TimeWordClass.None && (tokens[i].Length == 1 ||
          tokens.WordAt(i) is "Mr" or "Mrs" or "Ms" or "Dr" or "Gen" or "Sen" or "Rep" or "Gov" or "Lt" or "Col" or "Sgt" or "Maj" or "Capt" or "Adm" or "St" or "Jr" or "Prof" or "No" or "vs");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
