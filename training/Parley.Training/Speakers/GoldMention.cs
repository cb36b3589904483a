using Parley.Records;

namespace Parley.Training.Speakers;

/// <summary>How a mention refers.</summary>
internal enum MentionForm
{
    Name,
    Nominal,

    /// <summary>A pronoun of the third person: he, she, they, it and their other cases.</summary>
    Pronoun,

    /// <summary>Pronouns of other persons, relatives, clauses and whatever else.</summary>
    Other,
}

/// <summary>Words that refer to an entity.</summary>
/// <param name="Span">All of them, in UTF-16 units of the text.</param>
/// <param name="Head">The word that they are about.</param>
/// <param name="Entity">The same for all mentions of one entity.</param>
/// <param name="IsPerson">Whether the entity is a human being.</param>
/// <param name="Form">How it refers.</param>
/// <param name="IsBeside">Stands in apposition or as a predicate and so refers beside another mention.</param>
internal sealed record GoldMention(TextSpan Span, TextSpan Head, int Entity, bool IsPerson, MentionForm Form, bool IsBeside);

/// <summary>A text whose mentions are known, in order of their ends.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Genre">Of GUM; "news" for the silver.</param>
/// <param name="IsOpen">May be learned from for what ships.</param>
/// <param name="Published">When it was published or written, as its corpus says, or null.</param>
/// <param name="Text">The text.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
/// <param name="Mentions">What is marked.</param>
internal sealed record MarkedText(string Id, string Genre, bool IsOpen, string? Published, string Text, IReadOnlyList<TextSpan> Paragraphs, IReadOnlyList<GoldMention> Mentions)
{
    /// <summary>The mention that a stretch of text stands for: of those whose head lies in it, the longest.</summary>
    public GoldMention? At(TextSpan span) => Longest(mention => span.Contains(mention.Head));

    /// <summary>The longest mention that is about a word.</summary>
    public GoldMention? WithHead(TextSpan head) => Longest(mention => mention.Head.Overlaps(head));

    private GoldMention? Longest(Func<GoldMention, bool> fits)
    {
        GoldMention? best = null;
        foreach (var mention in Mentions)
        {
            if (fits(mention) && (best is null || mention.Span.Length > best.Span.Length))
            {
                best = mention;
            }
        }

        return best;
    }
}
