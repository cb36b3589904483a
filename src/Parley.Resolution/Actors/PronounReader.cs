using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Finds for whom a pronoun stands.</summary>
internal sealed class PronounReader(Cast cast)
{
    /// <summary>Characters from the start of a sentence within which a name is taken for its subject, title included.</summary>
    private const int SubjectReach = 40;

    private const int FarthestSource = 2000;

    /// <summary>What a pronoun asks of the one it stands for.</summary>
    private enum Person
    {
        None,
        Speaker,
        Addressee,
        Male,
        Female,
        Thing,
        Several,
        Relative,
    }

    /// <summary>Who it is; null if the words are no pronoun.</summary>
    /// <param name="span">The source's words.</param>
    /// <param name="parent">Speaker of the statement that holds this one, or null.</param>
    /// <param name="before">The sources resolved so far, latest last.</param>
    /// <param name="author">The article's author.</param>
    public ResolvedSource? Read(TextSpan span, ResolvedSource? parent, IReadOnlyList<ResolvedSource> before, ResolvedSource? author)
    {
        var asked = PersonOf(cast.Text.AsSpan(span.Start, span.Length));
        if (asked == Person.None)
        {
            return null;
        }

        return asked switch
        {
            Person.Speaker when parent is { Actor: { Kind: ActorKind.Text } text } && cast.Text.AsSpan(span.Start, span.Length).StartsWith("we", StringComparison.OrdinalIgnoreCase) =>
                new ResolvedSource(ActorDirectory.Refer($"signatories of {text.Name}", ActorKind.Group), Sourcing.Collective, Gender.Unknown, true, "first person of a text", span),
            Person.Speaker => (parent ?? author) is { } speaker ? speaker with { Rule = "first person", Words = span } : null,
            Person.Addressee => parent is null && cast.Addressee is { } addressee ? ResolvedSource.Of(addressee, "the one to whom the article is written") with { Words = span } : null,
            Person.Relative => Nearest(span, _ => true) is { } antecedent ? ResolvedSource.Of(antecedent, "name before the relative pronoun") with { Words = span } : Latest(before, _ => true, span),
            Person.Male or Person.Female => Human(asked == Person.Male ? Gender.Male : Gender.Female, span, parent, before),
            Person.Thing => Body(span, parent, before),
            _ => Plural(span, parent, before),
        } ?? ResolvedSource.Nobody("pronoun without antecedent", span);
    }

    private static Person PersonOf(ReadOnlySpan<char> words)
    {
        Span<char> lower = stackalloc char[12];
        if (words.Length > lower.Length)
        {
            return Person.None;
        }

        words.ToLowerInvariant(lower);
        return lower[..words.Length] switch
        {
            "i" or "we" or "my" or "our" or "us" or "me" or "ours" or "mine" => Person.Speaker,
            "you" or "your" => Person.Addressee,
            "he" or "his" or "him" or "himself" => Person.Male,
            "she" or "her" or "hers" or "herself" => Person.Female,
            "it" or "its" or "itself" => Person.Thing,
            "they" or "their" or "them" or "themselves" or "theirs" => Person.Several,
            "who" or "which" or "that" or "whose" => Person.Relative,
            _ => Person.None,
        };
    }

    private ResolvedSource? Human(Gender gender, TextSpan span, ResolvedSource? parent, IReadOnlyList<ResolvedSource> before)
    {
        if (parent is { Actor.Kind: ActorKind.Person } && parent.Gender == gender)
        {
            return parent with { Rule = "pronoun for the speaker around it", Words = span };
        }

        var said = Latest(before, source => IsHuman(source) && Agrees(source.Gender, gender), span);
        var named = Nearest(span, mention => mention.Actor.Kind == ActorKind.Person && Agrees(mention.Gender, gender)) is { } nearest ? Subject(nearest, gender, span) : null;
        if (named is null)
        {
            return said;
        }

        // Whom an unnamed source speaks of is nearer than the source.
        if (parent?.Words is { } around && named.Span.Start > around.End)
        {
            return ResolvedSource.Of(named, "pronoun for the nearest name") with { Words = span };
        }

        // Who spoke last goes on speaking, unless somebody else has become the subject since.
        var sentence = SentenceStart(named.Span.Start);
        var isSubject = named.Span.Start - sentence <= SubjectReach;
        return said is not null && (!isSubject || (said.Words is { } words && SentenceStart(words.Start) >= sentence))
            ? said : ResolvedSource.Of(named, "pronoun for the nearest name") with { Words = span };
    }

    private static bool IsBody(Mention mention) => mention.Actor.Kind is not (ActorKind.Person or ActorKind.Group);

    private static bool Agrees(Gender known, Gender asked) => known == asked || known == Gender.Unknown;

    private static bool IsHuman(ResolvedSource source) =>
        source.Actor?.Kind == ActorKind.Person || (source.Actor?.Kind is ActorKind.Group or ActorKind.Office && !source.Plural);

    /// <summary>The first fitting name of the nearest name's sentence: subjects come first.</summary>
    private Mention Subject(Mention nearest, Gender gender, TextSpan span)
    {
        var start = SentenceStart(nearest.Span.Start);
        for (var i = cast.MentionFrom(start); i < cast.Mentions.Length && cast.Mentions[i].Span.Start < span.Start; i++)
        {
            var mention = cast.Mentions[i];
            if (mention.Actor.Kind == ActorKind.Person && Agrees(mention.Gender, gender))
            {
                return mention;
            }
        }

        return nearest;
    }

    private ResolvedSource? Body(TextSpan span, ResolvedSource? parent, IReadOnlyList<ResolvedSource> before)
    {
        var sentence = SentenceStart(span.Start);
        // The first body of the latest sentence that has one.
        var best = cast.LastMention(span.Start, IsBody);
        for (var i = best is null ? cast.Mentions.Length : cast.MentionFrom(SentenceStart(best.Span.Start)); i < cast.Mentions.Length && cast.Mentions[i].Span.Start < best!.Span.Start; i++)
        {
            if (IsBody(cast.Mentions[i]))
            {
                best = cast.Mentions[i];
                break;
            }
        }

        if (parent is { Actor.Kind: not ActorKind.Person })
        {
            return parent with { Rule = "pronoun for the speaker around it", Words = span, Sourcing = ResolvedSource.SourcingOf(parent.Actor.Kind) };
        }

        if (best is not null && best.Span.Start >= sentence)
        {
            return ResolvedSource.Of(best, "pronoun for the subject of the sentence") with { Words = span };
        }

        return Latest(before, source => source.Actor is { Kind: not (ActorKind.Person or ActorKind.Group) }, span)
            ?? (best is null ? null : ResolvedSource.Of(best, "pronoun for the nearest body") with { Words = span });
    }

    private ResolvedSource? Plural(TextSpan span, ResolvedSource? parent, IReadOnlyList<ResolvedSource> before) =>
        parent is { Plural: true, Actor: { } actor } ? parent with { Rule = "pronoun for the speaker around it", Words = span, Sourcing = actor.Kind == ActorKind.Group ? parent.Sourcing : ResolvedSource.SourcingOf(actor.Kind) }
        : Latest(before, source => source.Plural || source.Actor?.Kind == ActorKind.Text, span)
        ?? (Nearest(span, mention => mention.Plural) is { } body ? ResolvedSource.Of(body, "pronoun for the nearest body") with { Words = span } : null)
        ?? Latest(before, _ => true, span);

    private static ResolvedSource? Latest(IReadOnlyList<ResolvedSource> before, Func<ResolvedSource, bool> fits, TextSpan span)
    {
        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - FarthestSource); i--)
        {
            if (before[i].Actor is not null && fits(before[i]))
            {
                return before[i] with { Rule = "pronoun for an earlier speaker" };
            }
        }

        return null;
    }

    private Mention? Nearest(TextSpan span, Func<Mention, bool> fits) => cast.LastMention(span.Start, fits);

    private int SentenceStart(int offset) => cast.SentenceStart(offset);
}
