using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// Finds who said what in an article: what a finder sees in the running text, and what the form of the text tells (turns, dash
/// dialogue, block quotations, lists). It is immutable: one may serve all threads.
/// </summary>
public sealed class Attributor
{
    private readonly AttributionFinder _finder;
    private readonly MakerId _maker;

    /// <summary>An attributor that works by rules.</summary>
    public Attributor()
        : this(RuleFinder.Find, new MakerId("attributor", "rules", "1"))
    {
    }

    /// <summary>An attributor that takes what <paramref name="finder"/> finds; <paramref name="maker"/> names it in the records.</summary>
    public Attributor(AttributionFinder finder, MakerId maker)
    {
        ArgumentNullException.ThrowIfNull(finder);
        ArgumentNullException.ThrowIfNull(maker);
        (_finder, _maker) = (finder, maker);
    }

    /// <summary>Finds the attributions of an article.</summary>
    public AttributedArticle Attribute(ParsedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var quotations = QuotationFinder.Find(article);
        var found = FormRules.Apply(article, quotations, _finder(article));
        return new AttributedArticle(article, AttributionAssembler.Assemble(article, quotations, found), _maker);
    }
}
