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
        while (end > start + 1 && char.IsDigit(cast.Text[words[end - 1].Span.Start]))
        {
            end--;
        }

        var parts = _names.Read(words, start, end, on);
        var head = words[end - 1].TextIn(cast.Text);
        var last = parts.Count > 0 ? parts[^1] : (NamePart?)null;
        if (words.Count == 1 && cast.PersonByInitials(words[0].In(cast.Text)) is { } initialled)
        {
            return ResolvedSource.Of(initialled, "initials of a person named in the article") with { Words = all };
        }

        if (last is { } name && name.End == end && name.Mention is { } mention)
        {
            return ResolvedSource.Of(WithPost(mention, words, end), "name at the head");
        }

        if (last is { IsAdjective: true } people && people.End == end && people.Country is { } nation && !IsQuantified(words[0]))
        {
            return OfState(nation, all, "adjective or people of a state");
        }

        if ((Apposition(words, start, end, on) ?? Unknown(words, start, end, on)) is { } person)
        {
            return person;
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

        return Described(words, start, end, head, parts, before);
    }

    /// <summary>"Most Colombians" are people, "the Colombians" may be the state.</summary>
    private bool IsQuantified(Word word) => word.TextIn(cast.Text).ToLowerInvariant() is "most" or "many" or "some" or "several" or "few" or "other" or "certain" or "all" or "every" or "each";

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
        if (start >= words.Count)
        {
            return mention;
        }

        var known = words.FindIndex(end, word => word.In(cast.Text) is "known" or "nicknamed" or "dubbed");
        if (known >= 0 && known + 2 < words.Count + 1 && words[Math.Min(known + 1, words.Count - 1)].In(cast.Text) is "as" or "by")
        {
            cast.Alias(_names.Slice(words, Math.Min(known + 2, words.Count - 1), words.Count), mention.Actor.Name, mention.Span.Start);
            return mention;
        }

        if (!words[start..].Exists(IsPersonNoun))
        {
            return mention;
        }

        var post = _names.Slice(words, start, words.Count);
        cast.Appoint(mention.Actor, post);
        return mention with { Actor = mention.Actor with { Role = post } };
    }

    /// <summary>A post with the name after a comma: "the vice president, Name", "a spokesperson for the group, Name".</summary>
    private ResolvedSource? Apposition(List<Word> words, int start, int end, DateOnly? on)
    {
        if (!IsPersonNoun(words[end - 1]))
        {
            return null;
        }

        for (var comma = end; comma < words.Count; comma++)
        {
            if (words[comma].BreakBefore != ',' || !words[comma].IsCapitalised(cast.Text))
            {
                continue;
            }

            var past = comma + 1;
            while (past < words.Count && words[past].BreakBefore == '\0')
            {
                past++;
            }

            var parts = _names.Read(words, comma, past, on);
            var mention = parts is [.., { Mention.Actor.Kind: ActorKind.Person } named] && named.End == past ? named.Mention
                : parts.Count == 0 && past - comma is >= 2 and <= 5 && words[comma..past].TrueForAll(_names.IsNameWord)
                ? _names.Person(_names.Slice(words, comma, past), NameReader.SpanOf(words, comma, past), on) : null;
            if (mention is not null)
            {
                return Appointed(mention, _names.Slice(words, start, comma), "name in apposition");
            }
        }

        return null;
    }

    private ResolvedSource Appointed(Mention mention, string post, string rule)
    {
        cast.Appoint(mention.Actor, post);
        cast.Introduce(mention.Actor.Name, mention.Span.Start);
        return ResolvedSource.Of(mention with { Actor = mention.Actor with { Role = post } }, rule);
    }

    private bool IsPersonNoun(Word word) => Lexicon.IsTitle(word.TextIn(cast.Text));

    /// <summary>An unknown name of one to four words without an article: a person who speaks.</summary>
    private ResolvedSource? Unknown(List<Word> words, int start, int end, DateOnly? on)
    {
        if (start > 0 || end - start > 4 || (end < words.Count && words[end].BreakBefore != ',') || !words[end - 1].IsCapitalised(cast.Text))
        {
            return null;
        }

        for (var i = start; i < end; i++)
        {
            var word = words[i].TextIn(cast.Text);
            if (!_names.IsNameWord(words[i]) || Lexicon.OrganisationHeads.Contains(word) || Lexicon.GroupHeads.Contains(word) || Lexicon.AnonymousHeads.Contains(word) || Lexicon.IsTitle(word) || Lexicon.FunctionWords.Contains(word) ||
                Lexicon.DocumentHeads.Contains(word) || Lexicon.Numbers.Contains(word) || word.All(char.IsUpper) || cast.Directory.CountryOfAdjective(word) is not null)
            {
                return null;
            }
        }

        // A common noun at the head of a sentence is no name: it is a plural, or stands elsewhere without a capital.
        if (end - start == 1 && (words[start].In(cast.Text).EndsWith("s") || cast.IsAlsoLowerCase(words[start].TextIn(cast.Text))) && cast.FullNameOf(words[start].TextIn(cast.Text)) is null)
        {
            return null;
        }

        var mention = _names.Person(_names.Slice(words, start, end), NameReader.SpanOf(words, start, end), on);
        cast.Introduce(mention.Actor.Name, mention.Span.Start);
        return ResolvedSource.Of(WithPost(mention, words, end), "name of somebody not known before");
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

            if (part.Country is { } country && part.End == end - 1)
            {
                return new ResolvedSource(cast.Directory.Government(country), Sourcing.Document, Gender.Unknown, false, "text or data of a state", span);
            }
        }

        // "Israeli media reports": the reports of those before the noun.
        if (end - start >= 3 || (end - start == 2 && Lexicon.GroupHeads.Contains(words[end - 2].TextIn(cast.Text))))
        {
            var head = words[end - 2].TextIn(cast.Text);
            if (Lexicon.GroupHeads.Contains(head) || Lexicon.OrganisationHeads.Contains(head))
            {
                return Described(words[..(end - 1)], start, end - 1, head, _names.Read(words, start, end - 1, on), before);
            }
        }

        var bare = end == words.Count && end - start == 1;
        return (bare ? Earlier(words[end - 1].TextIn(cast.Text), words[start].Span.Start, before) ?? LastReport(words[end - 1].In(cast.Text), words[start].Span.Start) : null)
            ?? new ResolvedSource(cast.Directory.Refer(_names.Slice(words, start, words.Count), ActorKind.Text), words[end - 1].In(cast.Text) is "reports" ? Sourcing.Anonymous : Sourcing.Document, Gender.Unknown, false, "text or data", span);
    }

    /// <summary>"The report", "reports": those of the medium that reported last.</summary>
    private ResolvedSource? LastReport(ReadOnlySpan<char> noun, int at)
    {
        if (!noun.StartsWith("report", StringComparison.OrdinalIgnoreCase) && noun is not ("article" or "story"))
        {
            return null;
        }

        var medium = cast.Mentions.LastOrDefault(mention => mention.Span.End <= at && mention.Actor.Kind == ActorKind.Outlet);
        return medium is null ? null : ResolvedSource.Of(medium, "report of the medium named last") with { Sourcing = noun.EndsWith("s") ? Sourcing.Organisation : Sourcing.Document };
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
            if (before[i].Actor is { Kind: not (ActorKind.Person or ActorKind.Government) } actor && actor.Name.Split(' ').Contains(noun, StringComparer.OrdinalIgnoreCase))
            {
                return before[i] with { Rule = "earlier source with the same noun" };
            }
        }

        return null;
    }

    private ResolvedSource Described(List<Word> words, int start, int end, string head, List<NamePart> parts, IReadOnlyList<ResolvedSource> before)
    {
        var span = NameReader.SpanOf(words, start, words.Count);
        var definite = start > 0 && words[0].In(cast.Text) is "the" or "The" or "that" or "That" or "this" or "This" or "these" or "those";
        if ((definite || end - start == 1) && end == words.Count && end - start == 1 && Earlier(head, words[0].Span.Start, before) is { } earlier)
        {
            return earlier;
        }

        if (definite && parts.Count == 0 && end == words.Count && Body(head, words[0].Span.Start, before) is { } body)
        {
            return body with { Words = span };
        }

        if (definite && end - start == 1 && IsPersonNoun(words[end - 1]) && LastPerson(before) is { } speaker)
        {
            return speaker with { Words = span };
        }

        var organisation = Lexicon.OrganisationHeads.Contains(head) || (head.EndsWith('s') && Lexicon.OrganisationHeads.Contains(head[..^1]) && !Lexicon.GroupHeads.Contains(head[..^1]) && head is not ("states" or "countries" or "sides" or "teams" or "governments"));
        var plural = head.EndsWith('s') || IsQuantified(words[0]) || Lexicon.GroupHeads.Contains(head) || organisation;
        var counted = words.Take(end).Any(word => Lexicon.Numbers.Contains(word.TextIn(cast.Text)));
        var everybody = words[0].In(cast.Text) is "every" or "Every" or "all" or "All";
        counted |= words.Exists(word => Lexicon.Confidence.Contains(word.TextIn(cast.Text)));
        var sourcing = everybody ? Sourcing.Collective
            : Lexicon.AnonymousHeads.Contains(head) || counted ? Sourcing.Anonymous
            : organisation && !Lexicon.GroupHeads.Contains(head) ? Sourcing.Organisation
            : plural ? Sourcing.Collective
            : Sourcing.Anonymous;
        var office = !plural && !counted && definite && Lexicon.HighPosts.Contains(head);
        sourcing = office ? Sourcing.Named : sourcing;
        var kind = office ? ActorKind.Office : sourcing == Sourcing.Organisation ? ActorKind.Organisation : ActorKind.Group;
        var country = parts.FirstOrDefault(part => part.Country is not null).Country?.Code ?? parts.FirstOrDefault(part => part.Mention is not null).Mention?.Actor.Country;
        return new ResolvedSource(cast.Directory.Refer(Description(words, start, parts), kind, null, country), sourcing, Gender.Unknown, plural, "described, not named", span);
    }

    private static bool IsClause(ReadOnlySpan<char> word) => word is "who" or "which" or "whose" or "when" || (word.EndsWith("ing") && word is not "including");

    /// <summary>The description without its article and without clauses after a comma.</summary>
    private string Description(List<Word> words, int start, List<NamePart> parts)
    {
        // "most Colombians", "every serious person" are others than those without the word.
        start = start > 0 && words[start - 1].TextIn(cast.Text).ToLowerInvariant() is "most" or "many" or "all" or "every" or "few" ? start - 1 : start;
        var end = start + 1;
        while (end < words.Count && !(words[end].BreakBefore == ',' && IsClause(words[end].In(cast.Text))))
        {
            end++;
        }

        var name = _names.Slice(words, start, end);
        var first = words[start].TextIn(cast.Text);
        var common = words[start].IsCapitalised(cast.Text) && first.Skip(1).Any(char.IsLower) && !parts.Exists(part => part.Start == start) && end - start > 1
            ? !words[start + 1].IsCapitalised(cast.Text) || start == 0 && Lexicon.Numbers.Contains(first) : first.Skip(1).Any(char.IsLower) && parts.Count == 0 && start == 0;
        common |= Lexicon.Openers.Contains(first);
        common &= !first.EndsWith("ern", StringComparison.Ordinal) && !first.EndsWith("an", StringComparison.Ordinal) && !first.EndsWith("ish", StringComparison.Ordinal) && !first.EndsWith("ab", StringComparison.Ordinal);
        return common ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    /// <summary>"The agency", "the group", "the government": the body of that sort that spoke or was named last.</summary>
    private ResolvedSource? Body(string noun, int at, IReadOnlyList<ResolvedSource> before)
    {
        if (noun.Equals("government", StringComparison.OrdinalIgnoreCase))
        {
            var state = cast.Mentions.LastOrDefault(mention => mention.Span.End <= at && mention.Actor.Kind == ActorKind.Government);
            return state is null ? null : ResolvedSource.Of(state, "state named last");
        }

        if (!Lexicon.BodyNouns.Contains(noun))
        {
            return null;
        }

        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - 4); i--)
        {
            if (before[i].Actor is { Kind: ActorKind.Organisation or ActorKind.Outlet })
            {
                return before[i] with { Rule = "body that spoke last" };
            }
        }

        var named = cast.Mentions.LastOrDefault(mention => mention.Span.End <= at && mention.Actor.Kind is ActorKind.Organisation or ActorKind.Outlet);
        return named is null ? null : ResolvedSource.Of(named, "body named last");
    }

    /// <summary>The one person who spoke last, for "the official", "the minister" without further mark.</summary>
    private static ResolvedSource? LastPerson(IReadOnlyList<ResolvedSource> before)
    {
        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - 3); i--)
        {
            if (before[i] is { Actor.Kind: ActorKind.Person } or { Sourcing: Sourcing.Anonymous, Plural: false, Actor: not null })
            {
                return before[i] with { Rule = "the person who spoke last" };
            }
        }

        return null;
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
            // "refugees arriving in Sudan"
            if (word.Length > 4 && word.EndsWith("ing") && char.IsLower(word[0]) && !words[i - 1].IsPossessive && words[i - 1].In(cast.Text).EndsWith("s"))
            {
                return i;
            }

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
