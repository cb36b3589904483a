using System.Globalization;
using Parley.Records;
using Parley.Resolution.Antecedents;

namespace Parley.Resolution.Actors;

/// <summary>Reads the words of a source that is no pronoun: a name, a post, a state, a body, a text, a described group.</summary>
internal sealed class SourceReader
{
    private readonly NameReader _names;
    private readonly NameWords _words;
    private readonly DescriptionReader _descriptions;
    private readonly OfficeReader _offices;
    private readonly Cast _cast;

    private readonly AntecedentFinder _antecedents;

    public SourceReader(Cast cast, AntecedentFinder antecedents)
    {
        (_cast, _antecedents) = (cast, antecedents);
        (_names, _words) = (new NameReader(cast), new NameWords(cast.Text));
        (_descriptions, _offices) = (new DescriptionReader(cast, _names), new OfficeReader(cast));
    }

    /// <summary>Who the source's words stand for.</summary>
    /// <param name="span">The source.</param>
    /// <param name="on">The day for which posts count.</param>
    /// <param name="before">The sources resolved so far, latest last.</param>
    public ResolvedSource Read(TextSpan span, DateOnly? on, IReadOnlyList<ResolvedSource> before) => Read(span, on, before, mayPointBack: true);

    private ResolvedSource Read(TextSpan span, DateOnly? on, IReadOnlyList<ResolvedSource> before, bool mayPointBack)
    {
        var words = WithoutBrackets(Words.Of(_cast.Text, span), span);
        if (words.Count == 0)
        {
            return ResolvedSource.Nobody("source without words", span);
        }

        return Coordinated(words, on, before, mayPointBack) ?? ReadSingle(words, on, before, mayPointBack);
    }

    private ResolvedSource ReadSingle(List<Word> words, DateOnly? on, IReadOnlyList<ResolvedSource> before, bool mayPointBack)
    {
        var all = NameWords.SpanOf(words, 0, words.Count);
        var start = FirstOfDescription(words);
        if (start == words.Count)
        {
            return ResolvedSource.Nobody("source of function words only", all);
        }

        if (words.Count - start == 1 && _cast.BodyByInitials(words[start].In(_cast.Text)) is { } shortened)
        {
            return ResolvedSource.Of(shortened, "initials of a body named in the article") with { Words = all };
        }

        if (OfBody(words, start, on) is { } member)
        {
            return member;
        }

        // "Some in Washington"
        if (words.Count > 2 && _descriptions.IsQuantified(words[0]) && words[1].In(_cast.Text) is "in" or "of" or "at" or "within" or "inside" or "from" or "among")
        {
            var some = _words.Slice(words, 0, words.Count);
            return new ResolvedSource(ActorDirectory.Refer(char.ToLowerInvariant(some[0]) + some[1..], ActorKind.Group), Sourcing.Collective, Gender.Unknown, true, "some of many", all);
        }

        var whole = WholeName(words, 0, on) ?? WholeName(words, start, on);
        if (whole is not null)
        {
            return ResolvedSource.Of(whole, "name");
        }

        var end = EndOfHead(words, start);
        while (end > start + 1 && char.IsDigit(_cast.Text[words[end - 1].Span.Start]))
        {
            end--;
        }

        var parts = _names.Read(words, start, end, on);
        var head = words[end - 1].TextIn(_cast.Text);
        var last = parts.Count > 0 ? parts[^1] : (NamePart?)null;
        if (words.Count == 1 && _cast.PersonByInitials(words[0].In(_cast.Text)) is { } initialled)
        {
            return ResolvedSource.Of(initialled, "initials of a person named in the article") with { Words = all };
        }

        if (last is { } name && name.End == end && name.Mention is { } mention)
        {
            return ResolvedSource.Of(WithPost(OfCountry(mention, parts), words, end), "name at the head");
        }

        if (last is { IsAdjective: true } people && people.End == end && people.Country is { } nation && !_descriptions.IsQuantified(words[0]))
        {
            return OfState(nation, all, "adjective or people of a state");
        }

        if ((Apposition(words, start, end, on) ?? Unknown(words, start, end, on)) is { } person)
        {
            return person;
        }

        if (Lexicon.DocumentHeads.Contains(head) || (Lexicon.DocumentHeads.Contains(words[^1].TextIn(_cast.Text)) && end == words.Count))
        {
            return _descriptions.Document(words, start, end, on, before);
        }

        if (last is { } state && state.Country is { } country && Lexicon.StateHeads.Contains(head) && state.End == end - 1)
        {
            return OfState(country, all, "government of a state");
        }

        if (last is { } thing && thing.Mention is { } body && body.Actor.Kind is not ActorKind.Person && Appositive(words, thing.End, end))
        {
            return ResolvedSource.Of(body, "name with the sort of thing after it");
        }

        if (NamedAfterSort(words, start, end, on) is { } medium)
        {
            return medium;
        }

        if (_offices.Read(words, start, end, parts, on) is { } office)
        {
            return office;
        }

        var lesser = words[start..(end - 1)].Exists(word => IsLesser(word) || (word.IsCapitalised(_cast.Text) && _cast.Directory.CountryOf(word.TextIn(_cast.Text)) is null));
        if (mayPointBack && start > 0 && !(lesser && Lexicon.StateHeads.Contains(head)) && PointsBack(words[0]) && Antecedent(all, words[end - 1].Span) is { } earlier && !(IsOfState(head) && IsRebel(earlier.Actor)))
        {
            return earlier;
        }

        // Bodies are seldom taken up in what the model learned from: where it leaves one open ("the bloc"), a rule chooses.
        return start > 0 && IsDefinite(words[0]) && parts.Count == 0 && end == words.Count && !words[start..(end - 1)].Exists(word => word.IsCapitalised(_cast.Text) || IsLesser(word)) && _descriptions.Body(head, words[0].Span.Start, before) is { } same
            ? same with { Words = all }
            : _descriptions.Described(words, start, end, head, parts);
    }

    private static bool IsOfState(string noun) => noun.ToLowerInvariant() is "army" or "military" or "police" or "navy" or "government" or "troops";

    /// <summary>"The army" is not the "National Liberation Army".</summary>
    private static bool IsRebel(ActorReference? actor) =>
        actor is { Kind: ActorKind.Organisation or ActorKind.Group } && actor.Name.Split(' ').Any(word => word is "Liberation" or "Independence" or "Revolutionary" or "Salvation" or "Resistance" or "Rebel" or "Front" or "Lord’s" or "Lord's");

    /// <summary>"The regional government" is not the one that was named.</summary>
    private bool IsLesser(Word word) => word.TextIn(_cast.Text).ToLowerInvariant() is "regional" or "provincial" or "local" or "municipal" or "city" or "parallel" or "rival" or "shadow" or "rebel" or "breakaway";

    private bool IsDefinite(Word first) => first.TextIn(_cast.Text).ToLowerInvariant() is "the" or "that" or "this" or "these" or "those";

    private bool PointsBack(Word first) => IsDefinite(first) || first.TextIn(_cast.Text).ToLowerInvariant() is "his" or "her" or "its" or "their" or "my" or "our" or "both";

    /// <summary>The one named or described before for whom a pronoun or description stands; null if nobody is.</summary>
    /// <param name="words">The pronoun or description.</param>
    /// <param name="head">The pronoun or the description's noun.</param>
    public ResolvedSource? Antecedent(TextSpan words, TextSpan head)
    {
        if (_antecedents.Of(words, head) is not { Referent: { } referent } found)
        {
            return null;
        }

        var rule = string.Create(CultureInfo.InvariantCulture, $"antecedent ({found.Probability:F2})");
        var who = referent.Name is { } name ? ResolvedSource.Of(name, rule) : Read(_antecedents.SourceOf(referent), null, [], mayPointBack: false) with { Rule = rule };
        return who with { Words = words, Antecedent = referent.Span };
    }

    private static ResolvedSource OfState(ActorTables.Country country, TextSpan words, string rule) =>
        new(ActorDirectory.Government(country), Sourcing.Organisation, Gender.Unknown, true, rule, words);

    /// <summary>A name that takes up all the words.</summary>
    private Mention? WholeName(List<Word> words, int start, DateOnly? on)
    {
        var parts = _names.Read(words, start, words.Count, on);
        return parts.Count == 1 && parts[0].Start == start && parts[0].End == words.Count ? parts[0].Mention : null;
    }

    /// <summary>"Lena Fors of the Harbour Institute": a person with a given name known or a name met elsewhere, and the body.</summary>
    private ResolvedSource? OfBody(List<Word> words, int start, DateOnly? on)
    {
        var of = words.FindIndex(start, word => word.In(_cast.Text) is "of" or "from" or "at" or "with");
        if (of - start is < 2 or > 4 || of + 1 >= words.Count || words[start..of].Exists(word => word.BreakBefore != '\0' || !_words.IsNameWord(word)) ||
            words[start..of].Exists(word => Lexicon.OrganisationHeads.Contains(word.TextIn(_cast.Text)) || Lexicon.IsTitle(word.TextIn(_cast.Text))))
        {
            return null;
        }

        var body = words.FindIndex(of + 1, word => !Lexicon.Openers.Contains(word.TextIn(_cast.Text)));
        var name = _words.Slice(words, start, of);
        var isPerson = GivenNames.GenderOf(words[start].TextIn(_cast.Text)) != Gender.Unknown || _cast.Directory.Known(name)?.Kind == ActorKind.Person ||
            (body > 0 && words[^1].IsCapitalised(_cast.Text) && Lexicon.OrganisationHeads.Contains(words[^1].TextIn(_cast.Text)) && words[of + 1].In(_cast.Text) is "the");
        if (!isPerson || body < 0 || !words[body].IsCapitalised(_cast.Text))
        {
            return null;
        }

        var mention = _names.Person(name, NameWords.SpanOf(words, start, of), on);
        _cast.Introduce(mention.Actor.Name, mention.Span.Start);
        return ResolvedSource.Of(mention.Actor.Role is null ? mention with { Actor = mention.Actor with { Role = _words.Slice(words, of, words.Count) } } : mention, "name with the body it speaks for");
    }

    /// <summary>A post given after the name: "Name, the head of ...".</summary>
    private Mention WithPost(Mention mention, List<Word> words, int end)
    {
        if (mention.Actor.Kind != ActorKind.Person || end >= words.Count || words[end].BreakBefore != ',' || words[end].In(_cast.Text) is "who" or "and")
        {
            return mention;
        }

        var start = words[end].In(_cast.Text) is "the" or "a" or "an" ? end + 1 : end;
        if (start >= words.Count)
        {
            return mention;
        }

        var known = words.FindIndex(end, word => word.In(_cast.Text) is "known" or "nicknamed" or "dubbed");
        if (known >= 0 && known + 2 < words.Count + 1 && words[Math.Min(known + 1, words.Count - 1)].In(_cast.Text) is "as" or "by")
        {
            _cast.Alias(_words.Slice(words, Math.Min(known + 2, words.Count - 1), words.Count), mention.Actor.Name, mention.Span.Start);
            return mention;
        }

        if (!words[start..].Exists(IsPersonNoun))
        {
            return mention;
        }

        var post = _words.Slice(words, start, words.Count);
        _cast.Appoint(mention.Actor, post);
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
            if (words[comma].BreakBefore != ',' || !words[comma].IsCapitalised(_cast.Text))
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
                : parts.Count == 0 && past - comma is >= 2 and <= 5 && words[comma..past].TrueForAll(_words.IsNameWord)
                ? _names.Person(_words.Slice(words, comma, past), NameWords.SpanOf(words, comma, past), on) : null;
            if (mention is not null)
            {
                return Appointed(OfCountry(mention, _names.Read(words, start, comma, on)), _words.Slice(words, start, comma), "name in apposition");
            }
        }

        return null;
    }

    private ResolvedSource Appointed(Mention mention, string post, string rule)
    {
        _cast.Appoint(mention.Actor, post);
        _cast.Introduce(mention.Actor.Name, mention.Span.Start);
        return ResolvedSource.Of(mention with { Actor = mention.Actor with { Role = post } }, rule);
    }

    /// <summary>"Serbian defence minister Name", "RSF spokesman Name": the person belongs to the country of the post.</summary>
    private Mention OfCountry(Mention mention, IReadOnlyList<NamePart> post)
    {
        if (mention.Actor is not { Kind: ActorKind.Person, Country: null })
        {
            return mention;
        }

        foreach (var part in post)
        {
            if ((part.Country?.Code ?? (part.Mention is { Actor.Kind: not (ActorKind.Person or ActorKind.Outlet) } body ? body.Actor.Country : null)) is { } country)
            {
                _cast.Settle(mention.Actor, country);
                return mention with { Actor = mention.Actor with { Country = country } };
            }
        }

        return mention;
    }

    private bool IsPersonNoun(Word word) => Lexicon.IsTitle(word.TextIn(_cast.Text));

    /// <summary>An unknown name of one to four words without an article: a person who speaks.</summary>
    private ResolvedSource? Unknown(List<Word> words, int start, int end, DateOnly? on)
    {
        if (start > 0 || end - start > 4 || (end < words.Count && words[end].BreakBefore != ',') || !words[end - 1].IsCapitalised(_cast.Text))
        {
            return null;
        }

        for (var i = start; i < end; i++)
        {
            var word = words[i].TextIn(_cast.Text);
            if (!_words.IsNameWord(words[i]) || Lexicon.OrganisationHeads.Contains(word) || Lexicon.GroupHeads.Contains(word) || Lexicon.AnonymousHeads.Contains(word) || Lexicon.IsTitle(word) || Lexicon.FunctionWords.Contains(word) ||
                Lexicon.DocumentHeads.Contains(word) || Lexicon.Numbers.Contains(word) || word.All(char.IsUpper) || _cast.Directory.CountryOfAdjective(word) is not null)
            {
                return null;
            }
        }

        if (end - start == 1 && _cast.FullNameAround(words[start].TextIn(_cast.Text)) is { } full)
        {
            _cast.Introduce(full, words[start].Span.Start);
        }

        // A common noun at the head of a sentence is no name: it is a plural, or stands elsewhere without a capital.
        if (end - start == 1 && (words[start].In(_cast.Text).EndsWith("s") || _cast.IsAlsoLowerCase(words[start].TextIn(_cast.Text))) && _cast.FullNameOf(words[start].TextIn(_cast.Text)) is null)
        {
            return null;
        }

        var mention = _names.Person(_words.Slice(words, start, end), NameWords.SpanOf(words, start, end), on);
        _cast.Introduce(mention.Actor.Name, mention.Span.Start);
        return ResolvedSource.Of(WithPost(mention, words, end), "name of somebody not known before");
    }

    /// <summary>"The newspaper Name", "the state news agency Name": the name behind the sort of medium that it is.</summary>
    private ResolvedSource? NamedAfterSort(List<Word> words, int start, int end, DateOnly? on)
    {
        var sort = words.FindLastIndex(end - 1, end - start, word => !word.IsCapitalised(_cast.Text));
        if (sort < start || sort + 1 >= end || end - sort > 5 || !Lexicon.MediaNouns.Contains(words[sort].TextIn(_cast.Text)))
        {
            return null;
        }

        var name = _words.Slice(words, sort + 1, end);
        var span = NameWords.SpanOf(words, sort + 1, end);
        return _names.Read(words, sort + 1, end, on) is [{ Mention: { } known }, ..] && known.Actor.Kind is ActorKind.Outlet or ActorKind.Organisation
            ? ResolvedSource.Of(known, "medium named after its sort")
            : new ResolvedSource(_cast.Directory.Find(name) is { Kind: ActorKind.Outlet } listed ? listed : ActorDirectory.Refer(name, ActorKind.Outlet), Sourcing.Organisation, Gender.Unknown, true, "medium named after its sort", span);
    }

    private bool Appositive(List<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!Lexicon.Appositives.Contains(words[i].TextIn(_cast.Text)))
            {
                return false;
            }
        }

        return start < end;
    }

    /// <summary>"Gorbachev and Bush", "the Kremlin and US officials": each part by itself when all are actors of their own.</summary>
    private ResolvedSource? Coordinated(List<Word> words, DateOnly? on, IReadOnlyList<ResolvedSource> before, bool mayPointBack)
    {
        var and = words.FindIndex(word => word.In(_cast.Text) is "and" or "And" or "&");
        if (and <= 0 || and == words.Count - 1 || WholeName(words, 0, on) is not null)
        {
            return null;
        }

        var end = EndOfHead(words, FirstOfDescription(words), stopAtAnd: false);
        if (end <= and)
        {
            return null;
        }

        var left = ReadSingle(words[..and], on, before, mayPointBack);
        var right = ReadSingle(words[(and + 1)..], on, before, mayPointBack);
        var span = NameWords.SpanOf(words, 0, words.Count);
        var adjectiveOnly = _names.Read(words, 0, and, on) is [.., { IsAdjective: true } shared] && shared.End == and;
        if (adjectiveOnly || left.Actor is null || right.Actor is null)
        {
            return right.Actor is null ? null : new ResolvedSource(
                ActorDirectory.Refer(_words.Slice(words, FirstOfDescription(words), words.Count), ActorKind.Group), right.Sourcing, Gender.Unknown, true, "people of several kinds", span);
        }

        var sourcing = left.Sourcing == right.Sourcing ? left.Sourcing : Sourcing.Collective;
        return new ResolvedSource(
            ActorDirectory.Refer($"{left.Actor.Name} and {right.Actor.Name}", ActorKind.Group), sourcing, Gender.Unknown, true, "several actors", span);
    }

    private int FirstOfDescription(List<Word> words)
    {
        var start = 0;
        while (start < words.Count && Lexicon.Openers.Contains(words[start].TextIn(_cast.Text)) && !Words.OpenName(words, start, _cast.Text))
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
            var word = words[i].In(_cast.Text);
            if (words[i].BreakBefore is ',' or ';' or ':' or '—' or '–' or '\n')
            {
                return i;
            }

            var inName = words[i - 1].IsCapitalised(_cast.Text) && words[i - 1].IsPossessive == false && i + 1 < words.Count && words[i].In(_cast.Text) is "of" or "for" or "and" &&
                         words[Math.Min(i + 1, words.Count - 1)].IsCapitalised(_cast.Text) && _words.Runs(words[(i - 1)..]) is [var run, ..] && run.End > 1;
            // "refugees arriving in Sudan"
            if (word.Length > 4 && word.EndsWith("ing") && char.IsLower(word[0]) && !words[i - 1].IsPossessive && words[i - 1].In(_cast.Text).EndsWith("s"))
            {
                return i;
            }

            // "a document seen by", "a letter published on"
            if ((word is "seen" or "obtained" or "reviewed" or "signed" or "drafted" || Lexicon.Made.Contains(word.ToString())) && i + 1 < words.Count && words[i + 1].In(_cast.Text) is "by" or "on" or "in" or "at" or "last" or "this")
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
        if (_cast.Text.IndexOfAny(['(', '['], span.Start, span.Length) <= span.Start)
        {
            return words;
        }

        var (depth, at, bracketed) = (0, span.Start, false);
        var kept = new List<Word>(words.Count);
        foreach (var word in words)
        {
            for (; at < word.Span.Start; at++)
            {
                depth += _cast.Text[at] switch { '(' => 1, ')' => -1, _ => 0 };
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
