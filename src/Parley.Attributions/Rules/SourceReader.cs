using Parley.Language;

namespace Parley.Attributions;

/// <summary>Finds the noun phrase that names a source, left of a verb or right of an inverted one.</summary>
internal static class SourceReader
{
    private const int LongestSource = 18;
    private const int LongestParenthesis = 30;

    /// <summary>The subject left of a verb group that begins at <paramref name="verb"/>; empty if it can't be told.</summary>
    public static TokenRange Left(RuleText text, int verb, TokenRange scope)
    {
        if (verb > scope.Start && text.IsWord(verb - 1, "who"))
        {
            return new TokenRange(verb - 1, verb);
        }

        if (BeforeRelative(text, verb, scope) is > 0 and var antecedent)
        {
            return Left(text, antecedent, scope);
        }

        var start = LeftEdge(text, verb, scope.Start);
        var end = BeforeDay(text, start, verb);
        SkipOpeners(text, ref start, end);
        if (start >= end || text.Is(end - 1, WordClass.Coordinator))
        {
            return default;
        }

        while (FirstComma(text, start, end) is var comma and >= 0)
        {
            var closes = text.Is(end - 1, WordClass.Comma);
            if (closes && comma == end - 1)
            {
                end--;
            }
            else if (closes && !text.Is(start, WordClass.Preposition))
            {
                // "Head, apposition," or "Head, speaking to reporters,"
                end = IsParticiple(text, comma + 1) || (text.Is(comma + 1, WordClass.Relative) && end - start > LongestSource / 2) || text.Is(comma + 1, WordClass.Preposition | WordClass.Time | WordClass.Subordinator) ? comma : end - 1;
                break;
            }
            else if (!closes && IsListOfNames(text, start, end))
            {
                break;
            }
            else
            {
                start = comma + 1;
                SkipOpeners(text, ref start, end);
            }
        }

        return Trim(text, start, end);
    }

    // "The secretary, Name, on Tuesday denied": the day before a verb goes with the verb.
    private static int BeforeDay(RuleText text, int start, int verb)
    {
        var day = verb - 1;
        return day > start + 1 && text.Is(day, WordClass.Time) && text.IsWord(day - 1, "on") && text.Is(day - 2, WordClass.Comma) ? day - 1 : verb;
    }

    // "Two officials, who asked not to be named because ..., told": the comma before a long relative clause; -1 if there is none.
    private static int BeforeRelative(RuleText text, int verb, TokenRange scope)
    {
        if (verb < scope.Start + 4 || !text.Is(verb - 1, WordClass.Comma))
        {
            return -1;
        }

        var isLong = false;
        for (var i = verb - 2; i > Math.Max(scope.Start, verb - LongestParenthesis) && !text.IsQuotationBorder(i); i--)
        {
            isLong |= verb - i > LongestSource / 2 || (text.Is(i, WordClass.Subordinator) && !text.Is(i, WordClass.Relative));
            if (text.Is(i, WordClass.Comma))
            {
                return isLong && (text.IsWord(i + 1, "who") || text.IsWord(i + 1, "which")) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The subject right of an inverted verb ("said Kremlin spokesman X, the minister's deputy"); empty if there is none.</summary>
    public static TokenRange Right(RuleText text, int start, TokenRange scope)
    {
        if (start >= scope.End || !text.IsWordLike(start) || text.Is(start, WordClass.Preposition | WordClass.Time | WordClass.Subordinator | WordClass.Adverb | WordClass.Object))
        {
            return start < scope.End && text.Is(start, WordClass.Pronoun) ? new TokenRange(start, start + 1) : default;
        }

        var end = RightEdge(text, start, scope);
        if (end > start && end + 1 < scope.End && text.Is(end, WordClass.Comma) && IsApposition(text, end + 1))
        {
            var after = RightEdge(text, end + 1, scope);
            while (after < scope.End && after - end < LongestSource && text.Is(after, WordClass.Preposition) && !text.Is(after + 1 < scope.End ? after + 1 : after, WordClass.Time)
                && RightEdge(text, after + 1, scope) is var further && further > after + 1)
            {
                after = further;
            }

            if (after < scope.End && text.IsWord(after, "who"))
            {
                // "said Name, a baker who was there": to the end of the clause.
                while (after < scope.End && !text.Is(after, WordClass.Comma | WordClass.Stop) && !text.IsQuotationBorder(after))
                {
                    after++;
                }
            }

            if (after == scope.End || text.Is(after, WordClass.Comma | WordClass.Stop) || text.IsQuotationBorder(after))
            {
                end = after;
            }
        }

        return end > start && end - start <= LongestSource ? new TokenRange(start, end) : default;
    }

    private static int LeftEdge(RuleText text, int verb, int scopeStart)
    {
        var edge = verb;
        while (edge > scopeStart)
        {
            var k = edge - 1;
            if (text.IsWord(k, ")"))
            {
                var open = k;
                while (open > scopeStart && k - open < LongestParenthesis && !text.IsWord(open, "("))
                {
                    open--;
                }

                if (text.IsWord(open, "("))
                {
                    edge = open;
                    continue;
                }
            }

            if (text.IsQuotationBorder(k) || text.Is(k, WordClass.Stop | WordClass.Dash | WordClass.Mark)
                || (text.Is(k, WordClass.Subordinator) && !text.IsCapital(k)))
            {
                break;
            }

            edge = k;
        }

        return edge;
    }

    private static void SkipOpeners(RuleText text, ref int start, int end)
    {
        while (start < end && (text.Is(start, WordClass.Coordinator | WordClass.Comma)
            || (!text.IsCapital(start) && text.Verb(start) is { IsAlsoNoun: false } && text.Form(start) == VerbForm.Past)
            || (text.Is(start, WordClass.Adverb | WordClass.Subordinator) && !text.Is(start, WordClass.Preposition | WordClass.Determiner | WordClass.Pronoun))
            || (text.Is(start, WordClass.Time) && start + 1 < end && text.Is(start + 1, WordClass.Comma | WordClass.Pronoun))
            || (start + 1 < end && !text.IsWordLike(start) && !text.IsWord(start, "["))))
        {
            start++;
        }
    }

    private static int FirstComma(RuleText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text.Is(i, WordClass.Comma))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsListOfNames(RuleText text, int start, int end)
    {
        var conjoined = false;
        for (var i = start; i < end; i++)
        {
            conjoined |= text.IsWord(i, "and");
            if (!text.IsCapital(i) && !text.Is(i, WordClass.Comma) && !text.IsWord(i, "and") && !text.IsWord(i, "the"))
            {
                return false;
            }
        }

        return conjoined;
    }

    private static bool IsParticiple(RuleText text, int i) =>
        text.Article.Word(i) is { Length: > 4 } word && !char.IsUpper(word[0]) && (word.EndsWith("ing") || word.EndsWith("ed"));

    private static bool IsApposition(RuleText text, int i) =>
        text.Is(i, WordClass.Determiner | WordClass.Possessive) || (text.IsWordLike(i) && !text.Is(i, WordClass.Preposition | WordClass.Coordinator | WordClass.Pronoun
            | WordClass.Relative | WordClass.Subordinator | WordClass.Adverb | WordClass.Time) && !IsParticiple(text, i));

    private static TokenRange Trim(RuleText text, int start, int end)
    {
        while (end > start && (text.Is(end - 1, WordClass.Adverb | WordClass.Comma) || (text.Is(end - 1, WordClass.Time) && !text.IsCapital(end - 2 >= start ? end - 2 : end - 1))))
        {
            end--;
        }

        if (start >= end)
        {
            return default;
        }

        if (text.Is(end - 1, WordClass.Pronoun))
        {
            return new TokenRange(end - 1, end);
        }

        if (end - start > LongestSource || text.Is(start, WordClass.Preposition) || HasOtherVerb(text, start, end))
        {
            start = LastPhrase(text, start, end);
        }

        // "With great urgency the agents said": the subject begins at the last article that follows a noun.
        for (var i = end - 2; i > start; i--)
        {
            if (text.IsWord(i, "the") && !text.IsCapital(i - 1) && text.IsWordLike(i - 1)
                && !text.Is(i - 1, WordClass.Preposition | WordClass.Coordinator | WordClass.Determiner | WordClass.Adverb | WordClass.Auxiliary | WordClass.Relative) && !IsParticiple(text, i - 1))
            {
                start = i;
                break;
            }
        }

        var word = start < end ? text.Article.Word(start) : default;
        var unlikely = start == end - 1 && char.IsAsciiDigit(word[0]) || (start < end && !text.IsCapital(start) && IsParticiple(text, start) && word.EndsWith("ing"));
        return start < end && !unlikely && !text.Is(end - 1, WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator | WordClass.Auxiliary | WordClass.Subordinator)
            ? new TokenRange(start, end) : default;
    }

    // A verb in the region that no relative pronoun excuses: the subject begins behind it.
    private static bool HasOtherVerb(RuleText text, int start, int end)
    {
        var relative = false;
        for (var i = start; i < end; i++)
        {
            relative |= text.Is(i, WordClass.Relative);
            if (relative || i == start || text.IsCapital(i))
            {
                continue;
            }

            var hasObject = i + 1 < end && text.Is(i + 1, WordClass.Determiner | WordClass.Possessive | WordClass.Object) && text.IsWordLike(i + 1);
            if ((text.Is(i, WordClass.Auxiliary) && !text.Is(i, WordClass.Possessive))
                || (text.Verb(i) is { IsAlsoNoun: false } && text.Form(i) is VerbForm.Past or VerbForm.Singular && !text.Is(i - 1, WordClass.Determiner | WordClass.Possessive))
                || (hasObject && IsParticiple(text, i)))
            {
                return true;
            }
        }

        return false;
    }

    // The last noun phrase of a region: names and nouns with what stands before them.
    private static int LastPhrase(RuleText text, int start, int end)
    {
        var i = end;
        while (i > start && text.IsWordLike(i - 1) && !text.Is(i - 1, WordClass.Preposition)
            && !(text.Verb(i - 1) is { IsAlsoNoun: false } && text.Form(i - 1) is VerbForm.Past or VerbForm.Singular && !text.IsCapital(i - 1))
            && (text.IsCapital(i - 1) || !text.Is(i - 1, WordClass.Coordinator | WordClass.Auxiliary | WordClass.Relative | WordClass.Subordinator
                | WordClass.Adverb | WordClass.Pronoun | WordClass.Determiner | WordClass.Time)))
        {
            i--;
            var of = text.Is(i - 1 > start ? i - 1 : i, WordClass.Determiner) ? i - 2 : i - 1;
            if (of > start && i < end && text.IsWord(of, "of"))
            {
                i = of;
            }
        }

        return i > start && i < end && text.Is(i - 1, WordClass.Determiner | WordClass.Possessive) ? i - 1 : i;
    }

    private static int RightEdge(RuleText text, int start, TokenRange scope)
    {
        var i = start;
        while (i < scope.End && i - start <= LongestSource)
        {
            var inner = text.IsWord(i, "of") || text.IsWord(i, "for") || text.IsWord(i, "and") || text.Article.Word(i) is "'s" or "’s" or "&";
            if (!inner && (text.IsQuotationBorder(i) || !(text.IsWordLike(i) || text.Article.Word(i) is "$")
                || text.Is(i, WordClass.Preposition | WordClass.Subordinator | WordClass.Relative | WordClass.Auxiliary | WordClass.Coordinator | WordClass.Object)
                || (text.Is(i, WordClass.Time | WordClass.Adverb) && i > start)
                || (i > start && IsParticiple(text, i))))
            {
                break;
            }

            i++;
        }

        while (i > start && (text.IsWord(i - 1, "and") || text.IsWord(i - 1, "for") || text.IsWord(i - 1, "of")))
        {
            i--;
        }

        return i;
    }
}
