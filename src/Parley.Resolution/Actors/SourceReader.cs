using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Reads the words of a source that is no pronoun: a name, a post, a state, a body, a text, a described group.</summary>
internal sealed class SourceReader(Cast cast)
{
    private readonly NameReader _names = new(cast);

    /// <summary>Who the source's words stand for.</summary>
    /// <param name="span">The source.</param>
    /// <param name="on">The day for which posts count.</param>
    /// <param name="before">The sources resolved so far, latest last.</param>
    public ResolvedSource Read(TextSpan span, DateOnly? on, IReadOnlyList<ResolvedSource> before)
    {
        var words = WithoutBrackets(Words.Of(cast.Text, span), span);
        if (words.Count == 0)
        {
            return ResolvedSource.Nobody("source without words", span);
        }

        return Coordinated(words, on, before) ?? ReadSingle(words, on, before);
    }

    private ResolvedSource ReadSingle(List<Word> words, DateOnly? on, IReadOnlyList<ResolvedSource> before)
    {
        var all = NameReader.SpanOf(words, 0, words.Count);
        var start = FirstOfDescription(words);
        if (start == words.Count)
        {
            return ResolvedSource.Nobody("source of function words only", all);
        }

        var whole = WholeName(words, 0, on) ?? WholeName(words, start, on);
        if (whole is not null)
        {
            return ResolvedSource.Of(whole, "name");
        }

        var end = EndOfHead(words, start);
        var parts = _names.Read(words, start, end, on);
        var head = words[end - 1].TextIn(cast.Text);
        var last = parts.Count > 0 ? parts[^1] : (NamePart?)null;
        if (last is { } name && name.End == end && name.Mention is { } mention)
        {
            return ResolvedSource.Of(WithPost(mention, words, end), "name at the head");
        }

        if (last is { IsAdjective: true } people && people.End == end && people.Country is { } nation)
        {
            return OfState(nation, all, "adjective or people of a state");
        }

        if (Apposition(words, start, end, on) is { } apposed)
        {
            return apposed;
        }

        if (Lexicon.DocumentHeads.Contains(head) || (Lexicon.DocumentHeads.Contains(words[^1].TextIn(cast.Text)) && end == words.Count))
        {
            return Document(words, start, end, on, before);
        }

        if (last is { } state && state.Country is { } country && Lexicon.StateHeads.Contains(head) && state.End == end - 1)
        {
            return OfState(country, all, "government of a state");
        }

        if (last is { } thing && thing.Mention is { } body && body.Actor.Kind is not ActorKind.Person && Appositive(words, thing.End, end))
        {
            return ResolvedSource.Of(body, "name with the sort of thing after it");
        }

        if (new OfficeReader(cast).Read(words, start, end, parts, on) is { } office)
        {
            return office;
        }

        return Described(words, start, end, head, before);
    }

    private ResolvedSource OfState(ActorTables.Country country, TextSpan words, string rule) =>
        new(cast.Directory.Government(country), Sourcing.Organisation, Gender.Unknown, true, rule, words);

    /// <summary>A name that takes up all the words.</summary>
    private Mention? WholeName(List<Word> words, int start, DateOnly? on)
    {
        var parts = _names.Read(words, start, words.Count, on);
        return parts.Count == 1 && parts[0].Start == start && parts[0].End == words.Count ? parts[0].Mention : null;
    }

    /// <summary>A post given after the name: "Name, the head of ...".</summary>
    private Mention WithPost(Mention mention, List<Word> words, int end)
    {
        if (mention.Actor.Kind != ActorKind.Person || end >= words.Count || words[end].BreakBefore != ',' || words[end].In(cast.Text) is "who" or "and")
        {
            return mention;
        }

        var start = words[end].In(cast.Text) is "the" or "a" or "an" ? end + 1 : end;
        return start < words.Count ? mention with { Actor = mention.Actor with { Role = _names.Slice(words, start, words.Count) } } : mention;
    }

    /// <summary>A post with the name after a comma: "the vice president, Name".</summary>
    private ResolvedSource? Apposition(List<Word> words, int start, int end, DateOnly? on)
    {
        var comma = end < words.Count && words[end].BreakBefore == ',' ? end : -1;
        if (comma < 0 || !words[comma].IsCapitalised(cast.Text))
        {
            return null;
        }

        foreach (var part in _names.Read(words, comma, words.Count, on))
        {
            if (part.Start == comma && part.Mention is { Actor.Kind: ActorKind.Person } mention)
            {
                return ResolvedSource.Of(mention with { Actor = mention.Actor with { Role = _names.Slice(words, start, end) } }, "name in apposition");
            }
        }

        return null;
    }

    private ResolvedSource Document(List<Word> words, int start, int end, DateOnly? on, IReadOnlyList<ResolvedSource> before)
    {
        var span = NameReader.SpanOf(words, start, words.Count);
        foreach (var part in _names.Read(words, start, words.Count, on))
        {
            if (part.Mention is { } owner)
            {
                return new ResolvedSource(owner.Actor, Sourcing.Document, Gender.Unknown, owner.Plural, "text or data of an actor", span);
            }

            if (part.Country is { } country)
            {
                return new ResolvedSource(cast.Directory.Government(country), Sourcing.Document, Gender.Unknown, false, "text or data of a state", span);
            }
        }

        var bare = end == words.Count && end - start == 1;
        return (bare ? Earlier(words[end - 1].TextIn(cast.Text), words[start].Span.Start, before) ?? LastReport(words[end - 1].In(cast.Text), before) : null)
            ?? new ResolvedSource(cast.Directory.Refer(_names.Slice(words, start, words.Count), ActorKind.Text), words[end - 1].In(cast.Text) is "reports" ? Sourcing.Anonymous : Sourcing.Document, Gender.Unknown, false, "text or data", span);
    }

    /// <summary>"The report", "reports": those of the medium that reported last.</summary>
    private static ResolvedSource? LastReport(ReadOnlySpan<char> noun, IReadOnlyList<ResolvedSource> before)
    {
        if (!noun.StartsWith("report", StringComparison.OrdinalIgnoreCase) && noun is not ("article" or "story"))
        {
            return null;
        }

        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Actor is { Kind: ActorKind.Outlet })
            {
                return before[i] with { Sourcing = noun.EndsWith("s") ? Sourcing.Organisation : Sourcing.Document, Rule = "report of the medium that reported last" };
            }
        }

        return null;
    }

    /// <summary>"The charter", "the ministry": the latest name before that has this noun in it.</summary>
    private ResolvedSource? Earlier(string noun, int at, IReadOnlyList<ResolvedSource> before)
    {
        for (var i = cast.Mentions.Length - 1; i >= 0; i--)
        {
            var mention = cast.Mentions[i];
            if (mention.Span.Start < at && mention.Actor.Kind is not (ActorKind.Person or ActorKind.Government) &&
                mention.Actor.Name.Split(' ').Contains(noun, StringComparer.OrdinalIgnoreCase))
            {
                return ResolvedSource.Of(mention, "earlier name with the same noun");
            }
        }

        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Actor is { Kind: ActorKind.Group } actor && actor.Name.Split(' ').Contains(noun, StringComparer.OrdinalIgnoreCase))
            {
                return before[i] with { Rule = "earlier source with the same noun" };
            }
        }

        return null;
    }

    private ResolvedSource Described(List<Word> words, int start, int end, string head, IReadOnlyList<ResolvedSource> before)
    {
        var span = NameReader.SpanOf(words, start, words.Count);
        var definite = start > 0 && words[0].In(cast.Text) is "the" or "The" or "that" or "That" or "this" or "This" or "these" or "those";
        if ((definite || end - start == 1) && end == words.Count && end - start == 1 && Earlier(head, words[0].Span.Start, before) is { } earlier)
        {
            return earlier;
        }

        var organisation = Lexicon.OrganisationHeads.Contains(head) || (head.EndsWith('s') && Lexicon.OrganisationHeads.Contains(head[..^1]) && !Lexicon.GroupHeads.Contains(head[..^1]) && head is not ("states" or "countries" or "sides" or "teams" or "governments"));
        var plural = head.EndsWith('s') || Lexicon.GroupHeads.Contains(head) || organisation;
        var counted = words.Take(end).Any(word => Lexicon.Numbers.Contains(word.TextIn(cast.Text)));
        var everybody = words[0].In(cast.Text) is "every" or "Every" or "all" or "All";
        var sourcing = everybody ? Sourcing.Collective
            : Lexicon.AnonymousHeads.Contains(head) || counted ? Sourcing.Anonymous
            : organisation && !Lexicon.GroupHeads.Contains(head) ? Sourcing.Organisation
            : plural ? Sourcing.Collective
            : Sourcing.Anonymous;
        var kind = sourcing == Sourcing.Organisation ? ActorKind.Organisation : ActorKind.Group;
        return new ResolvedSource(cast.Directory.Refer(_names.Slice(words, start, words.Count), kind), sourcing, Gender.Unknown, plural, "described, not named", span);
    }

    private bool Appositive(List<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!Lexicon.Appositives.Contains(words[i].TextIn(cast.Text)))
            {
                return false;
            }
        }

        return start < end;
    }

    /// <summary>"Gorbachev and Bush", "the Kremlin and US officials": each part by itself when all are actors of their own.</summary>
    private ResolvedSource? Coordinated(List<Word> words, DateOnly? on, IReadOnlyList<ResolvedSource> before)
    {
        var and = words.FindIndex(word => word.In(cast.Text) is "and" or "And" or "&");
        if (and <= 0 || and == words.Count - 1 || WholeName(words, 0, on) is not null)
        {
            return null;
        }

        var end = EndOfHead(words, FirstOfDescription(words), stopAtAnd: false);
        if (end <= and)
        {
            return null;
        }

        var left = ReadSingle(words[..and], on, before);
        var right = ReadSingle(words[(and + 1)..], on, before);
        var span = NameReader.SpanOf(words, 0, words.Count);
        var adjectiveOnly = _names.Read(words, 0, and, on) is [.., { IsAdjective: true } shared] && shared.End == and;
        if (adjectiveOnly || left.Actor is null || right.Actor is null)
        {
            return right.Actor is null ? null : new ResolvedSource(
                cast.Directory.Refer(_names.Slice(words, FirstOfDescription(words), words.Count), ActorKind.Group), right.Sourcing, Gender.Unknown, true, "people of several kinds", span);
        }

        var sourcing = left.Sourcing == right.Sourcing ? left.Sourcing : Sourcing.Collective;
        return new ResolvedSource(
            cast.Directory.Refer($"{left.Actor.Name} and {right.Actor.Name}", ActorKind.Group), sourcing, Gender.Unknown, true, "several actors", span);
    }

    private int FirstOfDescription(List<Word> words)
    {
        var start = 0;
        while (start < words.Count && Lexicon.Openers.Contains(words[start].TextIn(cast.Text)))
        {
            start++;
        }

        return start;
    }

    /// <summary>Just past the noun that the source is about; what follows only describes it further.</summary>
    private int EndOfHead(List<Word> words, int start, bool stopAtAnd = true)
    {
        for (var i = start + 1; i < words.Count; i++)
        {
            var word = words[i].In(cast.Text);
            if (words[i].BreakBefore is ',' or ';' or ':' or '—' or '–' or '\n')
            {
                return i;
            }

            var inName = words[i - 1].IsCapitalised(cast.Text) && words[i - 1].IsPossessive == false && i + 1 < words.Count && words[i].In(cast.Text) is "of" or "for" or "and" &&
                         words[Math.Min(i + 1, words.Count - 1)].IsCapitalised(cast.Text) && _names.Runs(words[(i - 1)..]) is [var run, ..] && run.End > 1;
            if (!inName && Lexicon.Postmodifiers.Contains(word.ToString()) && (stopAtAnd || word is not ("and" or "or")))
            {
                return i;
            }
        }

        return words.Count;
    }

    private List<Word> WithoutBrackets(List<Word> words, TextSpan span)
    {
        if (cast.Text.IndexOfAny(['(', '['], span.Start, span.Length) <= span.Start)
        {
            return words;
        }

        var (depth, at, bracketed) = (0, span.Start, false);
        var kept = new List<Word>(words.Count);
        foreach (var word in words)
        {
            for (; at < word.Span.Start; at++)
            {
                depth += cast.Text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            }

            bracketed |= depth > 0;
            if (depth <= 0)
            {
                kept.Add(kept.Count > 0 && word.BreakBefore != '\0' && bracketed ? word with { BreakBefore = '\0' } : word);
                bracketed = false;
            }
        }

        return kept;
    }
}
