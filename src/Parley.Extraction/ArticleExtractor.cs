using Parley.Attributions;
using Parley.Coding;
using Parley.Language;
using Parley.Language.Model;
using Parley.Records;
using Parley.Resolution;
using Parley.Resolution.Actors;

namespace Parley.Extraction;

/// <summary>The stages from an article's text to its coded statements, in their order. Immutable; shared by all threads.</summary>
public sealed class ArticleExtractor
{
    private readonly Parser _parser = new();
    private readonly Attributor _attributor;
    private readonly Resolver _resolver;
    private readonly Coder _coder;

    /// <summary>Loads what the stages need.</summary>
    /// <param name="tables">Tables of coding; the user's own or <see cref="CodingTables.Default"/>.</param>
    /// <param name="actors">Who is known from the outset.</param>
    public ArticleExtractor(CodingTables tables, ActorDirectory actors)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(actors);
        _attributor = new Attributor(new ModelFinder(LanguageModel.Shipped).Find, new MakerId("attributor", "language-model", "1"));
        _resolver = new Resolver(actors);
        _coder = new Coder(tables);
    }

    /// <summary>Begins to load what comes with the program, on other threads, so that it is there by the time the first article is.</summary>
    /// <param name="tables">Also the tables of coding; not where the user has his own.</param>
    /// <param name="actors">Also who is known from the outset; not where the user adds to them.</param>
    public static void LoadAhead(bool tables, bool actors)
    {
        // What goes wrong here goes wrong again, and is told, where it is used.
        _ = Task.Run(() => LanguageModel.Shipped);
        _ = tables ? Task.Run(() => CodingTables.Default) : null;
        _ = actors ? Task.Run(() => ActorDirectory.BuiltIn) : null;
    }

    /// <summary>The languages (BCP 47, primary subtag) that the stages understand.</summary>
    public static bool Understands(string language) => language is "en" or "und";

    /// <summary>
    /// Reads one article. An article in a language that the stages do not understand, and one that is only buttons and menus, keeps
    /// its text and yields no records.
    /// </summary>
    public ArticleReading Extract(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Form is ArticleForm.Boilerplate || !Understands(article.Language)
            ? new ArticleReading { Article = article }
            : _coder.Code(_resolver.Resolve(_attributor.Attribute(_parser.Parse(article)))).Reading;
    }
}
