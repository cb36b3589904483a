using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Which statements and figures are asked for; whatever is null does not restrict.</summary>
public sealed record StatementMatch
{
    private readonly ImmutableArray<string> _words = [];

    /// <summary>Name of the actor or whole words of it (a surname), whatever the case of the letters, or the actor's id.</summary>
    public string? Actor { get; init; }

    /// <summary>Key of an issue, at any rank.</summary>
    public string? Issue { get; init; }

    /// <summary>Outlet, whatever the case of the letters.</summary>
    public string? Outlet { get; init; }

    /// <summary>First day, of publication or, where that is not known, of saying.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>Words that must all occur, in whatever form, in content, actor or issues.</summary>
    public string? About
    {
        get;
        init
        {
            field = value;
            _words = value is null ? [] : [.. ContentWords.Of(value).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>True if nothing is restricted.</summary>
    public bool IsEmpty => this is { Actor: null, Issue: null, Outlet: null, Since: null, Until: null, MinConfidence: null, About: null };

    /// <summary>True if a statement is asked for.</summary>
    public bool Matches(ReportedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var coded = statement.Statement;
        return (Actor is null || IsActor(coded.Actor?.Name, Actor) || coded.Actor?.Id == Actor) &&
            (Issue is null || coded.Issues.Contains(Issue, StringComparer.OrdinalIgnoreCase)) &&
            (MinConfidence is not { } least || coded.Confidence >= least) &&
            IsFrom(statement.In, statement.Day) &&
            HasWords($"{statement.Words} {coded.Actor?.Name} {string.Join(' ', coded.Issues)}");
    }

    /// <summary>True if a figure is asked for; its claimant stands for the actor, the statement that holds it for issue and confidence.</summary>
    public bool Matches(ReportedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var holder = figure.Statement?.Statement;
        return (Actor is null || IsActor(figure.Claimant, Actor) || holder?.Actor?.Id == Actor) &&
            (Issue is null || holder?.Issues.Contains(Issue, StringComparer.OrdinalIgnoreCase) == true) &&
            (MinConfidence is not { } least || holder?.Confidence >= least) &&
            IsFrom(figure.In, figure.In.PublicationDay) &&
            HasWords($"{figure.Words} {figure.Figure.Measure} {figure.Counted} {figure.Claimant} {figure.Statement?.Words}");
    }

    /// <summary>True if the words are a name's whole words in their order.</summary>
    internal static bool IsActor(string? name, string sought) => name is not null &&
        $" {string.Join(' ', ContentWords.Words(name))} ".Contains($" {string.Join(' ', ContentWords.Words(sought))} ", StringComparison.Ordinal);

    private bool IsFrom(RecordedArticle article, DateOnly? day) =>
        (Outlet is null || article.Outlet.Equals(Outlet, StringComparison.OrdinalIgnoreCase)) &&
        (Since is not { } first || day >= first) && (Until is not { } last || day <= last);

    private bool HasWords(string text)
    {
        if (About is null)
        {
            return true;
        }

        var words = ContentWords.Of(text).ToHashSet(StringComparer.Ordinal);
        return _words.All(words.Contains);
    }
}
