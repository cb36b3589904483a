using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Finds for whom a pronoun stands.</summary>
internal sealed class PronounReader(Cast cast, SourceReader sources)
{
    private const int LongestDescription = 100;
    private const int MostWords = 9;
    private const int ReachOfBody = 400;

    /// <summary>What a pronoun asks of the one it stands for.</summary>
    private enum Person
    {
        None,
        Speaker,
        Addressee,
        Third,
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
            Person.Relative => Described(span, before) ?? (cast.LastMention(span.Start, static _ => true) is { } antecedent ? ResolvedSource.Of(antecedent, "name before the relative pronoun") with { Words = span } : Latest(before)),
            _ => sources.Antecedent(span, span) ?? OfBody(span, parent) ?? BodyBefore(span, before),
        } ?? ResolvedSource.Nobody("pronoun without antecedent", span);
    }

    /// <summary>"The movement said they were ready": a body that speaks of nobody else speaks of itself.</summary>
    private ResolvedSource? OfBody(TextSpan span, ResolvedSource? parent) =>
        parent is { Actor.Kind: ActorKind.Organisation or ActorKind.Government or ActorKind.Group } body && span.In(cast.Text) is "they" or "it" ? body with { Rule = "body that speaks", Words = span } : null;

    /// <summary>"The Monitor has counted 40 dead; the true toll, it estimates": the body named before in the sentence, else that which spoke last.</summary>
    private ResolvedSource? BodyBefore(TextSpan span, IReadOnlyList<ResolvedSource> before)
    {
        if (span.In(cast.Text) is not ("it" or "It"))
        {
            return null;
        }

        if (cast.LastMention(span.Start, static _ => true) is { Actor.Kind: ActorKind.Organisation or ActorKind.Government or ActorKind.Outlet } named && cast.IsInSentence(named, span.Start))
        {
            return ResolvedSource.Of(named, "body named before in the sentence") with { Words = span };
        }

        return before is [.., { Actor.Kind: ActorKind.Organisation or ActorKind.Government or ActorKind.Outlet, Words: { } words } last] && span.Start - words.End is >= 0 and < ReachOfBody
            ? last with { Rule = "body that spoke last", Words = span, Antecedent = words } : null;
    }

    private static Person PersonOf(ReadOnlySpan<char> words)
    {
        Span<char> lower = stackalloc char[12];
        if (words.Length > lower.Length)
        {
            return words is "My delegation" or "my delegation" or "Our delegation" or "our delegation" or "My government" or "my government" or "Our government" or "our government" ? Person.Speaker : Person.None;
        }

        words.ToLowerInvariant(lower);
        return lower[..words.Length] switch
        {
            "i" or "we" or "my" or "our" or "us" or "me" or "ours" or "mine" => Person.Speaker,
            "you" or "your" => Person.Addressee,
            "he" or "his" or "him" or "himself" or "she" or "her" or "hers" or "herself" or "it" or "its" or "itself" or
                "they" or "their" or "them" or "themselves" or "theirs" => Person.Third,
            "who" or "which" or "that" or "whose" => Person.Relative,
            _ => Person.None,
        };
    }

    /// <summary>"The general, who said": whoever is described right before the relative pronoun; null where a name stands there, or the description goes with one.</summary>
    private ResolvedSource? Described(TextSpan pronoun, IReadOnlyList<ResolvedSource> before)
    {
        var words = Words.Of(cast.Text, TextSpan.FromBounds(Math.Max(0, pronoun.Start - LongestDescription), pronoun.Start));
        var chunk = words.FindLastIndex(word => word.BreakBefore is not '\0');
        // The first word may be cut.
        var first = words.FindLastIndex(IsArticle);
        while (first > Math.Max(chunk, 1) && words[first].In(cast.Text) is not ("those" or "Those") && IsPreposition(words[first - 1]) && words.FindLastIndex(first - 1, IsArticle) is > 0 and var outer && outer >= chunk)
        {
            first = outer;
        }

        if (first < 0 || (first == 0 && pronoun.Start > LongestDescription) || first < chunk || (first == chunk && words[first].BreakBefore == ',') || (words[^1].IsCapitalised(cast.Text) && !IsArticle(words[^1])) || words.Count - first > MostWords ||
            (first > 0 && IsPreposition(words[first - 1]) && words[first].In(cast.Text) is not ("those" or "Those")) || cast.Text.AsSpan(words[^1].Span.End, pronoun.Start - words[^1].Span.End).ContainsAnyExcept(' ', ',') || words[first..].Exists(IsAuxiliary))
        {
            return null;
        }

        var span = words[first].Span.Cover(words[^1].Span);
        var read = words[first].In(cast.Text) is "those" or "Those" && first == words.Count - 1
            ? new ResolvedSource(ActorDirectory.Refer("those who speak so", ActorKind.Group), Sourcing.Collective, Gender.Unknown, true, "those", span)
            : sources.Read(span, null, before);
        return read.Actor is null ? null : read with { Rule = "description before the relative pronoun", Words = pronoun, Antecedent = span };
    }

    private bool IsPreposition(Word word) => word.In(cast.Text) is "of" or "for" or "from" or "in" or "around" or "across" or "at" or "near" or "inside" or "outside" or "within" or "throughout";

    private bool IsAuxiliary(Word word) => word.In(cast.Text) is "is" or "are" or "was" or "were" or "be" or "been" or "has" or "have" or "had" or "will" or "would" or "that" or "who";

    private bool IsArticle(Word word) => word.In(cast.Text) is "those" or "Those" or "the" or "The" or "a" or "A" or "an" or "An" or "his" or "her" or "their" or "its" or "one" or "another" or "two" or "three" or "several";

    private static ResolvedSource? Latest(IReadOnlyList<ResolvedSource> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Actor is not null)
            {
                return before[i] with { Rule = "earlier speaker for the relative pronoun" };
            }
        }

        return null;
    }
}
