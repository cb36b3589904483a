using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;

namespace Parley.Resolution;

/// <summary>An article whose attributions have actors, chains and dates.</summary>
/// <param name="Attributed">The article's attributions.</param>
/// <param name="Attributions">One resolution for each attribution, in the same order.</param>
/// <param name="Maker">What resolved them.</param>
public sealed record ResolvedArticle(AttributedArticle Attributed, ImmutableArray<ResolvedAttribution> Attributions, MakerId Maker)
{
    /// <summary>Where the article names actors, in text order, whether they speak or not.</summary>
    public ImmutableArray<ActorMention> Mentions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The article.</summary>
    public Article Article => Attributed.Article;
}

/// <summary>Who said it, through whom and when.</summary>
public sealed record ResolvedAttribution
{
    /// <summary>Name of the statement that it becomes.</summary>
    public required string StatementId { get; init; }

    /// <summary>Who said it; null where the text gives nobody.</summary>
    public ActorReference? Actor { get; init; }

    /// <summary>Those between the reader and the source, outermost first.</summary>
    public ImmutableArray<Via> Via { get; init; } = [];

    /// <summary>How the source is identified.</summary>
    public required Sourcing Sourcing { get; init; }

    /// <summary>How many sources it rests on where the text says a number ("two officials"), or null.</summary>
    public int? SourceCount { get; init; }

    /// <summary>When it was said, or null.</summary>
    public TimeExpression? Said { get; init; }

    /// <summary>To whom it was said, or null.</summary>
    public string? Addressee { get; init; }

    /// <summary>Why the fields have their values.</summary>
    public ImmutableArray<Evidence> Why { get; init; } = [];
}

/// <summary>Words that name an actor.</summary>
/// <param name="Span">The words.</param>
/// <param name="Actor">The actor's name.</param>
/// <param name="Kind">What sort of actor it is.</param>
public readonly record struct ActorMention(TextSpan Span, string Actor, ActorKind Kind);
