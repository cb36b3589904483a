using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Reads sources that describe and do not name: "two officials", "the agency", "the latest forecast".</summary>
internal sealed class DescriptionReader(Cast cast, NameReader names)
{
    private const int FarthestSource = 2000;

    private readonly NameWords _words = new(cast.Text);

    /// <summary>A text or data set: its owner where one is named, otherwise the text itself.</summary>
    public ResolvedSource Document(List<Word> words, int start, int end, DateOnly? on, IReadOnlyList<ResolvedSource> before)
    {
        var span = NameWords.SpanOf(words, start, words.Count);
        // Whoever saw it is not whose it is.
        var seen = words.FindIndex(end, word => word.In(cast.Text) is "seen" or "obtained" or "reviewed");
        foreach (var part in names.Read(words, start, seen < 0 ? words.Count : seen, on))
        {
            // The Pretoria agreement is no text of the state whose capital that is.
            if (part is { Country: not null, Mention: not null } && part.End == end - 1 && !words[part.End - 1].IsPossessive && IsAccord(words[end - 1].TextIn(cast.Text)))
            {
                continue;
            }

            if (part.Mention is { } owner)
            {
                return new ResolvedSource(owner.Actor, Sourcing.Document, Gender.Unknown, owner.Plural, "text or data of an actor", span);
            }

            if (part.Country is { } country && part.End == end - 1)
            {
                return new ResolvedSource(ActorDirectory.Government(country), Sourcing.Document, Gender.Unknown, false, "text or data of a state", span);
            }
        }

        if (Maker(words, end) is { } maker)
        {
            var name = _words.Slice(words, maker, words.Count);
            return new ResolvedSource(cast.Directory.Find(name) ?? ActorDirectory.Refer(name, ActorKind.Organisation), Sourcing.Document, Gender.Unknown, false, "text or data of whoever made it", span);
        }

        // "Israeli media reports": the reports of those before the noun.
        if (end - start >= 3 || (end - start == 2 && Lexicon.GroupHeads.Contains(words[end - 2].TextIn(cast.Text))))
        {
            var head = words[end - 2].TextIn(cast.Text);
            if (Lexicon.GroupHeads.Contains(head) || Lexicon.OrganisationHeads.Contains(head))
            {
                return Described(words[..(end - 1)], start, end - 1, head, names.Read(words, start, end - 1, on));
            }
        }

        var bare = end == words.Count && end - start == 1;
        return (bare ? Earlier(words[end - 1].TextIn(cast.Text), words[start].Span.Start, before) ?? LastReport(words[end - 1].In(cast.Text), words[start].Span.Start) : null)
            ?? new ResolvedSource(ActorDirectory.Refer(_words.Slice(words, start, words.Count), ActorKind.Text), words[end - 1].In(cast.Text) is "reports" ? Sourcing.Anonymous : Sourcing.Document, Gender.Unknown, false, "text or data", span);
    }

    /// <summary>"Figures compiled by the Delta Conflict Monitor", "a report by the Delta Conflict Monitor": where the name of the maker begins; null if no name ends the words.</summary>
    private int? Maker(List<Word> words, int end)
    {
        var by = words.FindIndex(end, word => word.In(cast.Text) is "by");
        if (by < end || by + 1 >= words.Count || (by > end && !Lexicon.Made.Contains(words[by - 1].TextIn(cast.Text))))
        {
            return null;
        }

        var start = Lexicon.Openers.Contains(words[by + 1].TextIn(cast.Text)) ? by + 2 : by + 1;
        return start < words.Count && words[start].IsCapitalised(cast.Text) && words[^1].IsCapitalised(cast.Text) && words.Count - start is > 1 and < 7 ? start : null;
    }

    private static bool IsAccord(string noun) => noun.ToLowerInvariant() is "agreement" or "agreements" or "accord" or "accords" or "declaration" or "protocol" or "protocols" or "treaty" or "pact" or "memorandum" or "act" or "charter";

    /// <summary>"The report", "reports": those of the medium that reported last.</summary>
    private ResolvedSource? LastReport(ReadOnlySpan<char> noun, int at)
    {
        if (!noun.StartsWith("report", StringComparison.OrdinalIgnoreCase) && noun is not ("article" or "story"))
        {
            return null;
        }

        var medium = cast.LastMention(at, mention => mention.Actor.Kind == ActorKind.Outlet);
        return medium is null ? null : ResolvedSource.Of(medium, "report of the medium named last") with { Sourcing = noun.EndsWith("s") ? Sourcing.Organisation : Sourcing.Document };
    }

    /// <summary>"The charter", "the ministry": the latest name before that has this noun in it.</summary>
    private ResolvedSource? Earlier(string noun, int at, IReadOnlyList<ResolvedSource> before)
    {
        if (cast.LastMention(at, mention => IsBody(mention.Actor) && HasWord(mention.Actor.Name, noun)) is { } named)
        {
            return ResolvedSource.Of(named, "earlier name with the same noun");
        }

        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - FarthestSource); i--)
        {
            if (before[i].Actor is { } actor && IsBody(actor) && HasWord(actor.Name, noun))
            {
                return before[i] with { Rule = "earlier source with the same noun", Antecedent = before[i].Antecedent ?? before[i].Words };
            }
        }

        return null;
    }

    /// <summary>People or a body that are described and not named.</summary>
    public ResolvedSource Described(List<Word> words, int start, int end, string head, List<NamePart> parts)
    {
        var span = NameWords.SpanOf(words, start, words.Count);
        var definite = start > 0 && words[0].In(cast.Text) is "the" or "The" or "that" or "That" or "this" or "This" or "these" or "those";
        var organisation = Lexicon.OrganisationHeads.Contains(head) || (head.EndsWith('s') && Lexicon.OrganisationHeads.Contains(head[..^1]) && !Lexicon.GroupHeads.Contains(head[..^1]) && head is not ("states" or "countries" or "sides" or "teams" or "governments"));
        // "The TNLA", "the Fundación Ideas": a name that no list knows.
        organisation |= (head.Length is >= 2 and <= 6 && head.All(char.IsUpper) && !Lexicon.IsTitle(head) && !Lexicon.AnonymousHeads.Contains(head)) ||
            (definite && end - start > 1 && words[start].IsCapitalised(cast.Text) && words[end - 1].IsCapitalised(cast.Text) && !head.EndsWith('s') && !Lexicon.IsTitle(head) && parts.Count == 0);
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
        return new ResolvedSource(ActorDirectory.Refer(Description(words, start, parts), kind, null, country), sourcing, Gender.Unknown, plural, "described, not named", span);
    }

    private static bool IsBody(ActorReference actor) => actor.Kind is not (ActorKind.Person or ActorKind.Government);

    private static bool HasWord(string name, string word) =>
        name.Contains(word, StringComparison.OrdinalIgnoreCase) && name.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool IsClause(ReadOnlySpan<char> word) => word is "who" or "which" or "whose" or "when" || (word.EndsWith("ing") && word is not "including");

    /// <summary>The description without its article and without clauses after a comma.</summary>
    private string Description(List<Word> words, int start, List<NamePart> parts)
    {
        // "most Colombians", "every serious person" are others than those without the word.
        start = start > 0 && words[start - 1].TextIn(cast.Text).ToLowerInvariant() is "most" or "many" or "all" or "every" or "few" ? start - 1 : start;
        var end = start + 1;
        while (end < words.Count && !(words[end].BreakBefore == ',' && IsClause(words[end].In(cast.Text))) &&
            !(words[end].In(cast.Text) is "quoted" or "cited" && end + 1 < words.Count && words[end + 1].In(cast.Text) is "by"))
        {
            end++;
        }

        if (StateBody(words, start, end, parts) is { } body)
        {
            return body;
        }

        var name = _words.Slice(words, start, end);
        var first = words[start].TextIn(cast.Text);
        var common = words[start].IsCapitalised(cast.Text) && first.Skip(1).Any(char.IsLower) && !parts.Exists(part => part.Start == start) && end - start > 1
            ? !words[start + 1].IsCapitalised(cast.Text) || start == 0 && Lexicon.Numbers.Contains(first) : first.Skip(1).Any(char.IsLower) && parts.Count == 0 && start == 0;
        common |= Lexicon.Openers.Contains(first) && !Words.OpenName(words, start, cast.Text);
        common &= !first.EndsWith("ern", StringComparison.Ordinal) && !first.EndsWith("an", StringComparison.Ordinal) && !first.EndsWith("ish", StringComparison.Ordinal) && !first.EndsWith("ab", StringComparison.Ordinal);
        // A capital at the start of a sentence is no name only if the word is known without one.
        var lower = first.ToLowerInvariant();
        common &= Lexicon.GroupHeads.Contains(lower) || Lexicon.AnonymousHeads.Contains(lower) || Lexicon.DocumentHeads.Contains(lower) || Lexicon.Numbers.Contains(lower) || Lexicon.Openers.Contains(first) || cast.IsAlsoLowerCase(first);
        return common ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    /// <summary>"Sudan army", "Sudan's army" and "the Sudanese army" are one: the name with the adjective.</summary>
    private string? StateBody(List<Word> words, int start, int end, List<NamePart> parts) =>
        parts.Count == 1 && parts[0] is { IsAdjective: false, Country.Adjectives: [var adjective, ..] } state && state.Start == start && state.End == end - 1 &&
        words[end - 1].TextIn(cast.Text) is "army" or "military" or "police" or "navy" or "parliament" or "cabinet" or "presidency" && words[start].TextIn(cast.Text).Any(char.IsLower)
            ? $"{adjective} {words[end - 1].TextIn(cast.Text)}" : null;

    /// <summary>"The agency", "the group", "the government": a body named before with this noun in its name, otherwise the one that spoke or was named last.</summary>
    public ResolvedSource? Body(string noun, int at, IReadOnlyList<ResolvedSource> before)
    {
        if (noun.Equals("government", StringComparison.OrdinalIgnoreCase))
        {
            // What happened in a place is no word of the state there, unless it is told of in the same sentence.
            var state = cast.LastMention(at, mention => mention.Actor.Kind == ActorKind.Government && (!IsPlace(mention) || cast.IsInSentence(mention, at)))
                ?? cast.LastMention(at, mention => mention.Actor.Kind == ActorKind.Government);
            return state is null ? null : ResolvedSource.Of(state, "state named last");
        }

        if (!Lexicon.BodyNouns.Contains(noun))
        {
            return null;
        }

        if (Earlier(noun, at, before) is { } same)
        {
            return same;
        }

        if (Lexicon.NamedBodyNouns.Contains(noun))
        {
            return null;
        }

        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - 4); i--)
        {
            if (before[i].Actor is { Kind: ActorKind.Organisation or ActorKind.Outlet } body && (body.Kind != ActorKind.Outlet || !IsOfPeople(noun)) && !IsOfState(body.Name))
            {
                return before[i] with { Rule = "body that spoke last", Antecedent = before[i].Antecedent ?? before[i].Words };
            }
        }

        var named = cast.LastMention(at, mention => ((mention.Actor.Kind == ActorKind.Organisation && !IsOfState(mention.Actor.Name)) || (mention.Actor.Kind == ActorKind.Outlet && !IsOfPeople(noun))));
        return named is null ? null : ResolvedSource.Of(named, "body named last");
    }

    private bool IsPlace(Mention mention)
    {
        var before = cast.Text.AsSpan(0, mention.Span.Start).TrimEnd();
        return before[(before.LastIndexOfAny(' ', '\n') + 1)..] is "in" or "In" or "to" or "from" or "near" or "at" or "outside";
    }

    /// <summary>A ministry or an army is no group, bloc or agency.</summary>
    private static bool IsOfState(string name) => name.Split(' ').Any(word => word is "Ministry" or "ministry" or "Army" or "army" or "Government" or "government" or "Parliament" or "parliament");

    /// <summary>A medium is no group, movement or alliance.</summary>
    private static bool IsOfPeople(string noun) =>
        noun.ToLowerInvariant() is "group" or "movement" or "militia" or "party" or "bloc" or "alliance" or "union" or "army" or "force" or "forces" or "faction" or "front" or "coalition";

    /// <summary>"Most Colombians" are people, "the Colombians" may be the state.</summary>
    public bool IsQuantified(Word word) => word.TextIn(cast.Text).ToLowerInvariant() is "most" or "many" or "some" or "several" or "few" or "other" or "certain" or "all" or "every" or "each";
}
