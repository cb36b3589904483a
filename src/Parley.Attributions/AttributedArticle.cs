using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>An article with its attributions.</summary>
/// <param name="Parsed">The article's tokens and sentences.</param>
/// <param name="Attributions">Outer attributions before those they hold, otherwise in text order of their content.</param>
/// <param name="Maker">What found them.</param>
public sealed record AttributedArticle(ParsedArticle Parsed, ImmutableArray<Attribution> Attributions, MakerId Maker)
{
    /// <summary>The article.</summary>
    public Article Article => Parsed.Article;
}
