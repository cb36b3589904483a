using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Part of a run of capitalised words: a name with its bearer, or a word of country or title before it.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="End">Index just past the last word.</param>
/// <param name="Mention">Who it is; null for words that are no name.</param>
/// <param name="Country">The country that an adjective, capital or name stands for.</param>
/// <param name="IsAdjective">An adjective such as "Russian", which needs a noun.</param>
internal readonly record struct NamePart(int Start, int End, Mention? Mention, ActorTables.Country? Country, bool IsAdjective);

/// <summary>Reads runs of capitalised words as titles, countries, bodies and persons.</summary>
internal sealed class NameReader(Cast cast)
{
    private readonly NameWords _words = new(cast.Text);

    private const int LongestName = 8;

    private string Text => cast.Text;

    /// <summary>Notes the full names of persons in a run.</summary>
    public void CollectFullNames((int Start, int End) run)
    {
        foreach (var (start, end, titled) in PersonStretches(cast.Words, run.Start, run.End))
        {
            if (end - start >= 2 && end - start <= 5 && IsPersonal(start, end, titled))
            {
                cast.Introduce(_words.Slice(cast.Words, start, end), cast.Words[start].Span.Start);
            }
        }
    }

    /// <summary>Reads words [start, end) as parts.</summary>
    public List<NamePart> Read(List<Word> words, int start, int end, DateOnly? on = null)
    {
        var parts = new List<NamePart>();
        string? title = null;
        for (var i = start; i < end;)
        {
            var part = NamedBodyAt(words, i, end) ?? KnownAt(words, i, end, on) ?? (Lexicon.IsTitle(words[i].TextIn(Text)) ? null : PersonAt(words, i, end, title, on) ?? BodyAt(words, i, end));
            if (part is { } found)
            {
                if (found.Mention is { Actor.Kind: ActorKind.Organisation or ActorKind.Text } body && parts is [.., { Country: { } nation } adjective] &&
                    adjective.End == found.Start && words[found.Start].BreakBefore == '\0' && !words[found.Start - 1].IsPossessive && cast.Directory.Known(body.Actor.Name) is null)
                {
                    // "Ethiopian Human Rights Commission", "Sudan Doctors Network": the country belongs to the name.
                    var whole = ActorDirectory.Refer(_words.Slice(words, adjective.Start, found.End), body.Actor.Kind, null, nation.Code);
                    found = new NamePart(adjective.Start, found.End, body with { Span = NameWords.SpanOf(words, adjective.Start, found.End), Actor = whole }, null, false);
                    parts.RemoveAt(parts.Count - 1);
                }

                parts.Add(found.Mention is { } mention && title is not null ? found with { Mention = Titled(mention, title) } : found);
                title = found.IsAdjective || found.Country is not null ? title : null;
                i = found.End;
                continue;
            }

            if (Lexicon.IsTitle(words[i].TextIn(Text)))
            {
                var first = i;
                while (first > start && words[first - 1].TextIn(Text) is var modifier && (Lexicon.TitleModifiers.Contains(modifier) || Lexicon.IsTitle(modifier)) && !words[first - 1].IsPossessive)
                {
                    first--;
                }

                title = _words.Slice(words, first, i + 1);
                if (i + 2 < end && words[i + 1].In(Text) is "of" or "for" && Lexicon.TitleObjects.Contains(words[i + 2].TextIn(Text)))
                {
                    title = _words.Slice(words, first, i + 3);
                    i += 2;
                }
            }

            i++;
        }

        return parts;
    }

    private static Mention Titled(Mention mention, string title)
    {
        if (mention.Actor.Kind != ActorKind.Person)
        {
            return mention;
        }

        if (!Lexicon.Honorifics.Contains(title))
        {
            return mention with { Title = title, Actor = mention.Actor with { Role = title } };
        }

        var gender = title is "Mr" or "Mr." or "Sir" or "Lord" ? Gender.Male : title is "Dr" or "Dr." ? mention.Gender : Gender.Female;
        return mention.Gender == Gender.Unknown ? mention with { Gender = gender } : mention;
    }

    /// <summary>The person of this name: by the article's own introduction, else by the tables.</summary>
    public Mention Person(string name, TextSpan span, DateOnly? on)
    {
        var day = on ?? cast.Published?.First;
        var full = cast.FullNameOf(name) ?? name;
        var known = cast.Directory.Known(full);
        if (known is null || known.Kind != ActorKind.Person)
        {
            known = full == name && !name.Contains(' ', StringComparison.Ordinal) ? cast.Directory.Bearer(name, day) : Variant(full, day);
        }

        if (known is not null)
        {
            return new Mention(span, ActorDirectory.Refer(known, day), known.Gender, null, false);
        }

        var given = full.Split(' ')[0];
        var actor = ActorDirectory.Refer(full, ActorKind.Person);
        return new Mention(span, actor with { Role = cast.PostOf(actor), Country = cast.CountryOf(actor) }, GivenNames.GenderOf(given), null, false);
    }

    /// <summary>A bearer of the tables whose given name agrees ("Joseph R. Biden" and "Joe Biden"), or null.</summary>
    private KnownActor? Variant(string full, DateOnly? day)
    {
        var words = NameKey.Of(full).Split(' ');
        return words.Length < 2 ? null : cast.Directory.Bearer(words[^1], day, known => NameKey.Of(known.Name).Split(' ')[0] == words[0]);
    }

    private NamePart? KnownAt(List<Word> words, int start, int end, DateOnly? on)
    {
        for (var past = Math.Min(end, start + LongestName); past > start; past--)
        {
            if (HasInnerBreak(words, start, past, possessives: false))
            {
                continue;
            }

            var name = _words.Slice(words, start, past);
            if (HasInnerBreak(words, start, past, possessives: true) && cast.Directory.Known(name) is null)
            {
                continue; // "the People's Liberation Army", but not "Russia's Putin"
            }

            if (past == start + 1 && !words[start].IsCapitalised(Text))
            {
                return null;
            }

            var span = NameWords.SpanOf(words, start, past);
            if (cast.Directory.Known(name) is { } known && !(past == start + 1 && Lexicon.FunctionWords.Contains(name)) && !IsPartOfName(words, start, past, end, known))
            {
                var day = on ?? cast.Published?.First;
                return new NamePart(start, past, new Mention(span, ActorDirectory.Refer(known, day), known.Gender, null, known.Kind != ActorKind.Person), null, false);
            }

            if (!words[start].IsCapitalised(Text))
            {
                continue; // "Ideas para la Paz" is not La Paz
            }

            if (cast.Directory.CountryNamed(name) is { } country && !(past == start + 1 && IsPersonName(words, start, end)))
            {
                return new NamePart(start, past, new Mention(span, ActorDirectory.Government(country), Gender.Unknown, null, true), country, false);
            }

            if (cast.Directory.CountryOfAdjective(name) is { } people)
            {
                return new NamePart(start, past, null, people, true);
            }

            if (cast.Directory.CountryOfCapital(name) is { } capital && !IsPersonName(words, start, end))
            {
                return new NamePart(start, past, new Mention(span, ActorDirectory.Government(capital), Gender.Unknown, null, true), capital, false);
            }
        }

        return null;
    }

    /// <summary>"The National Academies" are not the newspaper The National.</summary>
    private bool IsPartOfName(List<Word> words, int start, int past, int end, KnownActor known) =>
        known.Kind == ActorKind.Outlet && past - start - (words[start].TextIn(Text) is "the" or "The" ? 1 : 0) == 1 && past < end && words[past].BreakBefore == '\0' && !words[past - 1].IsPossessive && words[past].IsCapitalised(Text) &&
        known.Name.Contains(' ', StringComparison.Ordinal) && !Lexicon.IsTitle(words[past].TextIn(Text));

    /// <summary>True where a place name is a person's given name: "Israel Katz", "Jordan Peterson".</summary>
    private bool IsPersonName(List<Word> words, int start, int end) =>
        start + 1 < end && words[start + 1].BreakBefore == '\0' && !words[start].IsPossessive && words[start + 1].IsCapitalised(Text) &&
        cast.FullNameOf(words[start + 1].TextIn(Text)) is { } full && full.StartsWith(words[start].TextIn(Text), StringComparison.Ordinal);

    private NamePart? PersonAt(List<Word> words, int start, int end, string? title, DateOnly? on)
    {
        foreach (var (first, past, _) in PersonStretches(words, start, end))
        {
            if (first != start)
            {
                return null;
            }

            var name = _words.Slice(words, first, past);
            var single = past == first + 1;
            var isPerson = single
                ? cast.FullNameOf(name) is not null || (title is not null && !Time.CueForm.IsSpeechVerb(name)) || (!HasGivenName(words, first) && cast.Directory.Bearer(name, on) is not null)
                : title is not null || cast.FullNameOf(words[past - 1].TextIn(Text)) is not null || GivenNames.GenderOf(words[first].TextIn(Text)) != Gender.Unknown;
            return isPerson ? new NamePart(first, past, Person(name, NameWords.SpanOf(words, first, past), on), null, false) : null;
        }

        return null;
    }

    /// <summary>"Grace Mbeki" is not the Mbeki of the tables, whether or not her given name is known.</summary>
    private bool HasGivenName(List<Word> words, int surname) =>
        surname > 0 && words[surname].BreakBefore == '\0' && !words[surname - 1].IsPossessive && MayBeginName(words[surname - 1]) &&
        words[surname - 1].TextIn(Text) is var before && !Lexicon.Openers.Contains(before) && !Lexicon.TitleObjects.Contains(before) && !Lexicon.TitleModifiers.Contains(before) &&
        !before.All(char.IsUpper) && cast.Directory.CountryOf(before) is null && _words.IsNameWord(words[surname - 1]);

    /// <summary>Whether a person's name may begin with a word: it has a capital, and is neither a title nor a word for a body or a people.</summary>
    private bool MayBeginName(Word word) =>
        word.IsCapitalised(Text) && word.TextIn(Text) is var text && !Lexicon.IsTitle(text) && !Lexicon.FunctionWords.Contains(text) && !NameWords.IsBodyNoun(text) &&
        cast.Directory.CountryOfAdjective(text) is null;

    /// <summary>A text whose name begins with that of a body: "OSCE Bucharest Document".</summary>
    private NamePart? NamedBodyAt(List<Word> words, int start, int end)
    {
        if (!words[start].IsCapitalised(Text) || BodyAt(words, start, end) is not { Mention.Actor.Kind: ActorKind.Text } body || body.End - body.Start < 3)
        {
            return null;
        }

        return Lexicon.DocumentHeads.Contains(words[body.End - 1].TextIn(Text)) && !words[body.End - 2].IsPossessive ? body : null;
    }

    /// <summary>A body or text with a name of its own: "Ministry of Defense", "Charter of Paris for a New Europe".</summary>
    private NamePart? BodyAt(List<Word> words, int start, int end)
    {
        var past = start;
        var named = false;
        while (past < end && (past == start || (words[past].BreakBefore == '\0' && !words[past - 1].IsPossessive)))
        {
            var word = words[past].TextIn(Text);
            if (past == start && Lexicon.FunctionWords.Contains(word))
            {
                return null;
            }

            var joins = word is "of" or "for" or "and" or "the" or "in" && past + 1 < end;
            if (Lexicon.IsTitle(word) || (!words[past].IsCapitalised(Text) && !joins) || (past > start && words[past - 1].In(Text) is "of" && NameWords.IsMonth(word)))
            {
                break;
            }

            // "Ministry of Defense"; a noun for a body inside a name makes none of it ("Military Intel").
            named |= NameWords.IsBodyNoun(word) && past + 1 < end && words[past + 1].In(Text) is "of" or "for";
            past++;
        }

        while (past > start && !words[past - 1].IsCapitalised(Text))
        {
            past--;
        }

        if (past - start < 2 || !(named || NameWords.IsBodyNoun(words[past - 1].TextIn(Text))))
        {
            return null;
        }

        var name = _words.Slice(words, start, past);
        var kind = Lexicon.DocumentHeads.Contains(words[past - 1].TextIn(Text)) || Lexicon.DocumentHeads.Contains(words[start].TextIn(Text))
            ? ActorKind.Text : ActorKind.Organisation;
        return new NamePart(start, past, new Mention(NameWords.SpanOf(words, start, past), ActorDirectory.Refer(name, kind), Gender.Unknown, null, kind == ActorKind.Organisation), null, false);
    }

    /// <summary>Stretches of capitalised words that are neither titles nor countries nor bodies.</summary>
    private IEnumerable<(int Start, int End, bool Titled)> PersonStretches(List<Word> words, int start, int end)
    {
        var titled = false;
        for (var i = start; i < end;)
        {
            var word = words[i].TextIn(Text);
            var ofTitle = titled && i > start && words[i - 1].In(Text) is "of" or "for" && Lexicon.TitleObjects.Contains(word);
            // "Deputy Foreign Minister"
            ofTitle |= i + 1 < end && words[i + 1].BreakBefore == '\0' && (Lexicon.TitleObjects.Contains(word) || Lexicon.TitleModifiers.Contains(word)) && Lexicon.IsTitle(words[i + 1].TextIn(Text));
            if (ofTitle || !MayBeginName(words[i]))
            {
                titled = Lexicon.IsTitle(word) || (titled && Lexicon.TitleObjects.Contains(word)) || (titled && word == "of");
                i++;
                continue;
            }

            var past = i + 1;
            while (past < end && words[past].BreakBefore == '\0' && !words[past - 1].IsPossessive &&
                   ((words[past].IsCapitalised(Text) && !Lexicon.IsTitle(words[past].TextIn(Text)) && !NameWords.IsBodyNoun(words[past].TextIn(Text))) ||
                    (_words.IsParticle(words[past]) && past + 1 < end)))
            {
                past++;
            }

            yield return (i, past, titled);
            titled = false;
            i = past;
        }
    }

    private bool IsPersonal(int start, int end, bool titled)
    {
        var words = cast.Words;
        var name = _words.Slice(words, start, end);
        var known = cast.Directory.Known(name);
        if (known is not null)
        {
            return known.Kind == ActorKind.Person;
        }

        if (cast.Directory.CountryNamed(name) is not null)
        {
            return false;
        }

        if (titled || GivenNames.GenderOf(words[start].TextIn(Text)) != Gender.Unknown)
        {
            return true;
        }

        // "Name Surname, the head of ...", "..., a former ...", "..., the group's spokeswoman": somebody is introduced.
        if (end + 1 >= words.Count || words[end].BreakBefore != ',')
        {
            return false;
        }

        for (var i = end; i < Math.Min(words.Count, end + 8) && (i == end || words[i].BreakBefore == '\0'); i++)
        {
            if (Lexicon.IsTitle(words[i].TextIn(Text)) || words[i].In(Text) is "who")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasInnerBreak(List<Word> words, int start, int past, bool possessives)
    {
        for (var i = start + 1; i < past; i++)
        {
            if (possessives ? words[i - 1].IsPossessive : words[i].BreakBefore != '\0')
            {
                return true;
            }
        }

        return false;
    }

}
