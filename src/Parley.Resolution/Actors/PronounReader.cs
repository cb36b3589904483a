using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Finds for whom a pronoun stands.</summary>
internal sealed class PronounReader(Cast cast, SourceReader sources)
{
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
            Person.Relative => Nearest(span) is { } antecedent ? ResolvedSource.Of(antecedent, "name before the relative pronoun") with { Words = span } : Latest(before),
            _ => sources.Antecedent(span, span) ?? OfBody(span, parent),
        } ?? ResolvedSource.Nobody("pronoun without antecedent", span);
    }

    /// <summary>"The movement said they were ready": a body that speaks of nobody else speaks of itself.</summary>
    private ResolvedSource? OfBody(TextSpan span, ResolvedSource? parent) =>
        parent is { Actor.Kind: ActorKind.Organisation or ActorKind.Government or ActorKind.Group } body && span.In(cast.Text) is "they" or "it" ? body with { Rule = "body that speaks", Words = span } : null;

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
            "he" or "his" or "him" or "himself" or "she" or "her" or "hers" or "herself" or "it" or "its" or "itself" or
                "they" or "their" or "them" or "themselves" or "theirs" => Person.Third,
            "who" or "which" or "that" or "whose" => Person.Relative,
            _ => Person.None,
        };
    }

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

    private Mention? Nearest(TextSpan span)
    {
        for (var i = cast.Mentions.Length - 1; i >= 0; i--)
        {
            if (cast.Mentions[i].Span.End <= span.Start)
            {
                return cast.Mentions[i];
            }
        }

        return null;
    }
}
