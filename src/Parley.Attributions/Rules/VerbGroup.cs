using Parley.Language;

namespace Parley.Attributions;

/// <summary>How a verb stands in its clause.</summary>
internal enum VerbUse : byte
{
    Finite,
    Passive,
    Participial,
    Infinitive,
}

/// <summary>A cue verb with its auxiliaries and adverbs ("has repeatedly said").</summary>
/// <param name="Tokens">The whole group.</param>
/// <param name="Head">The verb itself.</param>
/// <param name="Cue">Its row in the table.</param>
/// <param name="Use">How it stands in its clause.</param>
internal readonly record struct VerbGroup(TokenRange Tokens, int Head, Cue Cue, VerbUse Use)
{
    private const int LongestInsertion = 14;

    /// <summary>True when token <paramref name="head"/> is a cue used as a verb.</summary>
    public static bool TryRead(RuleText text, int head, out VerbGroup group)
    {
        group = default;
        if (text.Verb(head) is not { } cue)
        {
            return false;
        }

        var scope = text.ScopeOf(head);
        var start = head;
        WordClass auxiliaries = WordClass.None, nearest = WordClass.None;
        while (start > scope.Start && !text.IsQuotationBorder(start - 1) && IsPartOfGroup(text, start - 1, scope.Start))
        {
            start--;
            foreach (var kind in (ReadOnlySpan<WordClass>)[WordClass.Be, WordClass.Have, WordClass.Modal, WordClass.Do])
            {
                if (text.Is(start, kind))
                {
                    auxiliaries |= kind;
                    nearest = nearest == WordClass.None ? kind : nearest;
                }
            }
        }

        while (start < head && text.Is(start, WordClass.Time) && auxiliaries == WordClass.None)
        {
            start++;
        }

        if (UseOf(text, cue, head, start, scope, nearest, auxiliaries) is not { } use)
        {
            return false;
        }

        group = new VerbGroup(new TokenRange(start, head + 1), head, cue, use);
        return true;
    }

    private static bool IsPartOfGroup(RuleText text, int i, int scopeStart) =>
        text.Is(i, WordClass.Possessive) ? i > scopeStart && text.Is(i - 1, WordClass.Pronoun) && text.Is(i, WordClass.Be)
        : text.Is(i, WordClass.Auxiliary) || (text.Is(i, WordClass.Adverb) && !text.Is(i, WordClass.Preposition));

    // "Doctors who were there say": the place closes the clause before the verb.
    private static bool IsPlace(RuleText text, int i) =>
        text.Article.Word(i) is "there" or "here" or "nearby" or "inside" or "outside" or "abroad" or "away" or "upstairs" or "downstairs";

    private static VerbUse? UseOf(RuleText text, Cue cue, int head, int start, TokenRange scope, WordClass nearest, WordClass auxiliaries)
    {
        var before = start - 1;
        var hasBefore = before >= scope.Start && !text.IsQuotationBorder(before);
        switch (text.Form(head))
        {
            case VerbForm.Ing:
                return nearest == WordClass.Be ? VerbUse.Finite
                    : nearest == WordClass.None && (!hasBefore || text.Is(before, WordClass.Comma | WordClass.Dash) || text.IsWord(before, "while")) ? VerbUse.Participial
                    : null;
            case VerbForm.Past:
                return nearest == WordClass.Be ? VerbUse.Passive
                    : nearest is WordClass.Modal or WordClass.Do ? null
                    : hasBefore && (text.Is(before, WordClass.Determiner | WordClass.Possessive | WordClass.Preposition) || char.IsAsciiDigit(text.Article.Word(before)[0])) ? null
                    : head + 1 < scope.End && text.IsWord(head + 1, "by") ? null
                    : hasBefore && (IsPurpose(text, head, before, scope) || text.IsWord(before, "remain") || text.IsWord(before, "remains") || text.IsWord(before, "remained")) ? null
                    : VerbUse.Finite;
            case VerbForm.Participle:
                return nearest switch { WordClass.Have => VerbUse.Finite, WordClass.Be => VerbUse.Passive, _ => null };
            case VerbForm.Singular:
                // "Denies reports that": what is denied.
                if (cue.IsAlsoNoun && hasBefore && !text.IsCapital(before) && text.Verb(before) is { IsAlsoNoun: false } other && (other.Frames & CueFrames.Object) != 0)
                {
                    return null;
                }

                return auxiliaries != WordClass.None || !hasBefore || !MayBeSubjectEnd(text, before) ? hasBefore || auxiliaries != WordClass.None ? null : VerbUse.Finite
                    : !cue.IsAlsoNoun || text.Is(before, WordClass.Pronoun) || (!text.IsCapital(before) && (cue.Frames & CueFrames.To) != 0 && IsFollowedByInfinitive(text, head, scope)) || IsFollowedByClause(text, head, scope) || IsBetweenNameAndObject(text, head, before, scope) ? VerbUse.Finite
                    : null;
            default:
                if (hasBefore && text.IsWord(before, "to"))
                {
                    return auxiliaries == WordClass.None ? VerbUse.Infinitive : null;
                }

                return nearest is WordClass.Modal or WordClass.Do ? VerbUse.Finite
                    : nearest != WordClass.None || !hasBefore ? null
                    : text.Is(before, WordClass.Pronoun) ? VerbUse.Finite
                    : MayBeSubjectEnd(text, before) && (text.Article.Word(before)[^1] == 's' || IsPlace(text, before)) && (!cue.IsAlsoNoun || IsFollowedByClause(text, head, scope))
                        ? VerbUse.Finite
                    : null;
        }
    }

    private static bool MayBeSubjectEnd(RuleText text, int i) =>
        text.Is(i, WordClass.Pronoun | WordClass.Relative | WordClass.Comma | WordClass.Coordinator) || text.IsWord(i, ")")
        || (text.IsWordLike(i) && !text.Is(i, WordClass.Determiner | WordClass.Possessive | WordClass.Preposition | WordClass.Auxiliary));

    // "sanctions intended to deprive": the purpose of a thing is nobody's words.
    private static bool IsPurpose(RuleText text, int head, int before, TokenRange scope) =>
        text.IsWord(head, "intended") && head + 1 < scope.End && text.IsWord(head + 1, "to") && text.IsWordLike(before) && !text.IsCapital(before)
        && !text.Is(before, WordClass.Pronoun | WordClass.Adverb | WordClass.Relative);

    // "Moscow claims the bridge", but not "Russian claims were" or "Kremlin demands on"; in a headline every word is a name.
    private static bool IsBetweenNameAndObject(RuleText text, int head, int before, TokenRange scope) =>
        text.IsCapital(before) && head + 1 < scope.End && text.IsWordLike(head + 1)
        && !text.Is(head + 1, WordClass.Auxiliary | WordClass.Preposition | WordClass.Coordinator | WordClass.Relative) && (!text.IsCapital(head) || text.IsCapital(head + 1));

    /// <summary>True when "to" and a bare verb follow a token, as far as the words can tell.</summary>
    public static bool IsFollowedByInfinitive(RuleText text, int i, TokenRange scope) =>
        i + 2 < scope.End && text.IsWord(i + 1, "to") && text.IsWordLike(i + 2) && !text.IsCapital(i + 2) && !text.Is(i + 2, WordClass.Determiner | WordClass.Possessive | WordClass.Object);

    private static bool IsFollowedByClause(RuleText text, int head, TokenRange scope) =>
        head + 1 < scope.End && (text.IsWord(head + 1, "that") || text.IsQuotationBorder(head + 1) || IsFollowedByLateClause(text, head, scope));

    // "estimates, using public registers, that"
    private static bool IsFollowedByLateClause(RuleText text, int head, TokenRange scope)
    {
        for (var i = head + 2; text.Is(head + 1, WordClass.Comma) && i < Math.Min(scope.End, head + LongestInsertion); i++)
        {
            if (text.Is(i, WordClass.Comma))
            {
                return i + 1 < scope.End && text.IsWord(i + 1, "that");
            }
        }

        return false;
    }
}
