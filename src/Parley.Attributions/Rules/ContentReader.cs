using Parley.Language;

namespace Parley.Attributions;

/// <summary>Finds where a content that begins right of its cue starts and ends.</summary>
internal static class ContentReader
{
    private const int AdverbialWindow = 14;

    /// <summary>
    /// First token of a that-clause whose "that" stands behind <paramref name="from"/>, with at most an addressee or an adverbial between; -1 if there is none.
    /// </summary>
    public static int ThatClause(RuleText text, int from, TokenRange scope, bool afterAddressee)
    {
        if (from < scope.End && text.IsWord(from, "that"))
        {
            return AfterThat(text, from, scope);
        }

        var adverbial = from < scope.End && text.Is(from, WordClass.Preposition | WordClass.Time | WordClass.Adverb | WordClass.Comma);
        if (!adverbial && !afterAddressee)
        {
            return -1;
        }

        for (var i = from; i < Math.Min(from + AdverbialWindow, scope.End); i++)
        {
            if (text.IsWord(i, "that") && !text.Is(i - 1, WordClass.Preposition | WordClass.Determiner))
            {
                return IsOnApposition(text, from, i) ? -1 : AfterThat(text, i, scope);
            }

            if (text.IsQuotationBorder(i) || text.Is(i, WordClass.Stop | WordClass.Dash | WordClass.Mark | WordClass.Relative | WordClass.Pronoun)
                || (i > from && text.Verb(i) is not null && text.Form(i) != VerbForm.Base && text.Noun(i) is null))
            {
                return -1;
            }
        }

        return -1;
    }

    // "said on Monday, a move that the opposition": the clause is on the noun.
    private static bool IsOnApposition(RuleText text, int from, int that)
    {
        for (var comma = that - 2; comma >= Math.Max(from, that - 4); comma--)
        {
            if (text.Is(comma, WordClass.Comma))
            {
                return text.Is(comma + 1, WordClass.Determiner);
            }
        }

        return false;
    }

    // "told you that is how it works": here "that" is part of what was told.
    private static int AfterThat(RuleText text, int that, TokenRange scope)
    {
        var start = that + 1 < scope.End && text.Is(that + 1, WordClass.Comma) ? that + 2 : that + 1;
        return start >= scope.End ? -1 : text.Is(start, WordClass.Be) ? that : start;
    }

    /// <summary>Passes over "on Monday", "Thursday", "in January 2024", "late last week" and the like.</summary>
    public static int SkipTime(RuleText text, int i, TokenRange scope)
    {
        var start = i;
        while (i < scope.End)
        {
            if (text.Is(i, WordClass.Time) || (i > start && text.IsWordLike(i) && char.IsAsciiDigit(text.Article.Word(i)[0]))
                || (text.IsWord(i, "last") && i + 1 < scope.End) || text.IsWord(i, "week") || text.IsWord(i, "month") || text.IsWord(i, "year")
                || (text.Is(i, WordClass.Preposition) && i + 1 < scope.End && text.Is(i + 1, WordClass.Time)))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>End of a clause that begins at <paramref name="start"/>: the sentence's end without its full stop, or an attribution that comes after it.</summary>
    public static int ClauseEnd(RuleText text, int start, TokenRange scope)
    {
        for (var i = start + 1; i < scope.End; i++)
        {
            if (EndOfQuotationFrom(text, i, start) is var end and >= 0)
            {
                i = end - 1;
                continue;
            }

            if (text.IsWord(i, ";") || (text.Is(i, WordClass.Comma) && EndsAtComma(text, i, scope))
                || (text.Is(i, WordClass.Dash) && i + 1 < scope.End && text.IsWord(i + 1, "but")))
            {
                return i;
            }

            if (text.Is(i, WordClass.Coordinator) && !text.Is(i - 1, WordClass.Comma) && IsSecondVerb(text, i + 1, scope))
            {
                return i;
            }
        }

        return TrimEnd(text, start, scope.End);
    }

    /// <summary>
    /// End of a noun phrase or infinitive that begins at <paramref name="start"/>: also a comma or an adverbial clause ends it, and a noun phrase ends
    /// before the verb of which it is the subject.
    /// </summary>
    public static int PhraseEnd(RuleText text, int start, TokenRange scope, bool isInfinitive = false)
    {
        var relative = false;
        for (var i = start; i < scope.End; i++)
        {
            if (EndOfQuotationFrom(text, i, start) is var end and >= 0)
            {
                i = end - 1;
                continue;
            }

            if (i == start)
            {
                continue;
            }

            relative |= text.Is(i, WordClass.Relative);
            var follows = text.Is(i, WordClass.Comma) && !IsInsideNumberOrName(text, i, scope) && !GoesOnAbout(text, i + 1, scope);
            if (text.IsWord(i, ";") || text.IsWord(i, ":") || text.Is(i, WordClass.Dash) || follows || (!isInfinitive && IsJudged(text, i, scope)) || IsAdverbialStart(text, i, scope, isInfinitive)
                || (!relative && !isInfinitive && text.Is(i, WordClass.Be | WordClass.Have | WordClass.Modal) && IsFinite(text, i))
                || (text.Is(i, WordClass.Coordinator) && (IsSecondVerb(text, i + 1, scope) || (!isInfinitive && i + 1 < scope.End && text.Is(i + 1, WordClass.Adverb | WordClass.Modal)))))
            {
                return TrimEnd(text, start, i);
            }
        }

        return TrimEnd(text, start, scope.End);
    }

    /// <summary>Drops a full stop, footnote marks and dangling marks at the end that don't belong to a quotation inside.</summary>
    public static int TrimEnd(RuleText text, int start, int end)
    {
        while (end > start && !text.IsQuotationBorder(end - 1)
            && (text.Is(end - 1, WordClass.Relative) && !text.IsWord(end - 1, "that") || text.Is(end - 1, WordClass.Stop | WordClass.Comma | WordClass.Dash) || text.IsWord(end - 1, ":") || text.Article.Word(end - 1) is ['[', .., ']']))
        {
            end--;
        }

        return end;
    }

    /// <summary>Just past the quotation that begins at a token and doesn't hold the content's start; -1 if none does.</summary>
    private static int EndOfQuotationFrom(RuleText text, int i, int start)
    {
        var q = text.Quotations.At(i);
        if (q < 0 || !text.IsQuotationBorder(i) || text.Quotations.Quotations[q].Tokens is var range && (range.Start != i || (range.Contains(start) && range.Start != start)))
        {
            return -1;
        }

        return range.End;
    }

    // "... and predicted that": the subject goes on to say something else.
    private static bool IsSecondVerb(RuleText text, int i, TokenRange scope)
    {
        while (i < scope.End && text.Is(i, WordClass.Adverb))
        {
            i++;
        }

        return i + 1 < scope.End && text.Verb(i) is { } verb && text.Form(i) is VerbForm.Past or VerbForm.Singular
            && (verb.Frames & (CueFrames.Quote | CueFrames.That | CueFrames.ThatTo)) != 0 && !text.IsWord(i + 1, "by");
    }

    private static bool IsFinite(RuleText text, int i) =>
        !text.Is(i, WordClass.Possessive) && !(text.IsWord(i, "be") || text.IsWord(i, "been") || text.IsWord(i, "being") || text.IsWord(i, "having")
            || (text.IsWord(i, "have") && text.Is(i - 1, WordClass.Modal) && !text.IsWord(i - 1, "to")));

    private static bool IsAdverbialStart(RuleText text, int i, TokenRange scope, bool isInfinitive) =>
        text.IsWord(i, "while") || text.IsWord(i, "amid") || text.IsWord(i, "because") || text.IsWord(i, "although") || text.IsWord(i, "though")
        || text.IsWord(i, "whereas") || (text.IsWord(i, "after") && !text.IsQuotationBorder(i - 1)) || text.IsWord(i, "during") || text.IsWord(i, "but")
        || (i + 1 < scope.End && ((text.IsWord(i, "on") && text.Is(i + 1, WordClass.Time)) || (!isInfinitive && text.IsWord(i, "in") && text.IsWord(i + 1, "order"))));

    // ", including a truce", ", which would end the war": still what was proposed.
    private static bool GoesOnAbout(RuleText text, int next, TokenRange scope) =>
        next + 1 < scope.End && (text.IsWord(next, "including") || (text.IsWord(next, "such") && text.IsWord(next + 1, "as"))
            || (text.IsWord(next, "which") && text.Is(next + 1, WordClass.Modal)));

    // "Reports about X are false": the judgement is not the report's.
    private static bool IsJudged(RuleText text, int i, TokenRange scope)
    {
        if (!text.Is(i, WordClass.Be) || text.Is(i, WordClass.Possessive))
        {
            return false;
        }

        for (var next = i + 1; next < Math.Min(scope.End, i + 4); next++)
        {
            if (text.Article.Word(next) is "false" or "untrue" or "incorrect" or "baseless" or "unfounded" or "groundless" or "wrong" or "nonsense" or "true" or "exaggerated" or "fabricated")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInsideNumberOrName(RuleText text, int comma, TokenRange scope) =>
        comma + 2 < scope.End && text.IsCapital(comma - 1) && text.IsCapital(comma + 1) && text.Is(comma + 2, WordClass.Comma);

    // A comma after which the sentence is no longer what was said: another attribution or a new main clause with one.
    private static bool EndsAtComma(RuleText text, int comma, TokenRange scope)
    {
        var next = comma + 1;
        if (next >= scope.End)
        {
            return true;
        }

        if (text.IsWord(next, "according") || (text.Verb(next) is not null && text.Form(next) == VerbForm.Ing) || IsTrailingAttribution(text, comma, scope))
        {
            return true;
        }

        return text.Is(next, WordClass.Coordinator | WordClass.Subordinator) && !text.IsWord(next, "that") && next + 1 < scope.End
            && !text.Is(next + 1, WordClass.Pronoun) && OpensAttribution(text, next + 1, scope);
    }

    // ", and [Name] said ..."
    private static bool OpensAttribution(RuleText text, int from, TokenRange scope)
    {
        for (var i = from; i < Math.Min(from + AdverbialWindow, scope.End); i++)
        {
            if (text.IsQuotationBorder(i) || text.Is(i, WordClass.Stop | WordClass.Subordinator | WordClass.Relative))
            {
                return false;
            }

            if (text.Verb(i) is { } verb && text.Form(i) is VerbForm.Past or VerbForm.Singular && (verb.Frames & (CueFrames.Quote | CueFrames.That | CueFrames.ThatTo)) != 0)
            {
                return VerbGroup.TryRead(text, i, out var group) && group.Use == VerbUse.Finite;
            }
        }

        return false;
    }

    /// <summary>True for ", he said" and ", said the minister" before a full stop, a comma or an adverbial.</summary>
    public static bool IsTrailingAttribution(RuleText text, int comma, TokenRange scope)
    {
        for (var i = comma + 1; i < Math.Min(comma + AdverbialWindow, scope.End); i++)
        {
            if (text.Is(i, WordClass.Comma | WordClass.Stop | WordClass.Subordinator) || text.IsQuotationBorder(i))
            {
                return false;
            }

            if (text.Verb(i) is { } verb && (verb.Frames & CueFrames.Quote) != 0 && VerbGroup.TryRead(text, i, out var group) && group.Use == VerbUse.Finite)
            {
                return i + 1 >= scope.End || text.Is(i + 1, WordClass.Comma | WordClass.Stop | WordClass.Time | WordClass.Preposition)
                    || (group.Tokens.Start == comma + 1 && verb.Frames.HasFlag(CueFrames.Quote) && !text.IsWord(i + 1, "that"));
            }
        }

        return false;
    }
}
