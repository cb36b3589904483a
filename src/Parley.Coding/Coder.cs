using System.Collections.Immutable;
using Parley.Coding.Acts;
using Parley.Coding.Agreements;
using Parley.Coding.Figures;
using Parley.Coding.Forecasts;
using Parley.Coding.Issues;
using Parley.Records;
using Parley.Resolution;

namespace Parley.Coding;

/// <summary>
/// The last stage of reading: codes what a resolved article's statements do and are about, and takes out its figures, agreements and
/// forecasts. Holds no state of an article; one instance serves all threads.
/// </summary>
public sealed class Coder
{
    private static readonly MakerId s_maker = new("coder", "tables", "1");

    private readonly CodingTables _tables;
    private readonly ActCoder _acts;
    private readonly IssueCoder _issues;
    private readonly StanceCoder _stances;
    private readonly FigureReader _figures;
    private readonly AgreementReader _agreements;
    private readonly ForecastReader _forecasts;

    /// <summary>Makes a coder that looks words up in <paramref name="tables"/>.</summary>
    public Coder(CodingTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        _tables = tables;
        _acts = new ActCoder(tables);
        _issues = new IssueCoder(tables.IssueTaxonomy);
        _stances = new StanceCoder(tables);
        _figures = new FigureReader(tables);
        _agreements = new AgreementReader(tables);
        _forecasts = new ForecastReader(tables);
    }

    /// <summary>Codes one article.</summary>
    public CodedArticle Code(ResolvedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var matches = new ArticleMatches(article, _tables);
        var acts = matches.Statements.Select(words => _acts.Code(matches, words)).ToImmutableArray();
        var links = StatementLinks.Of(matches, acts);
        var issues = _issues.CodeAll(matches, links);
        var stances = matches.Statements.Select(words => _stances.Code(matches, words, acts[words.Index], issues[words.Index])).ToImmutableArray();
        return new CodedArticle(new ArticleReading
        {
            Article = article.Article,
            Statements = [.. matches.Statements.Select(words => ToStatement(matches, words, acts[words.Index], issues[words.Index], stances[words.Index], links[words.Index]))],
            Figures = _figures.Read(matches),
            Agreements = _agreements.Read(matches, acts),
            Forecasts = _forecasts.Read(matches, acts, [.. stances.Select(stance => stance.Stance)]),
        });
    }

    private static Statement ToStatement(ArticleMatches article, StatementWords words, CodedAct act, CodedIssues issues, CodedStance stance, ImmutableArray<StatementLink> about)
    {
        var resolved = article.Resolved.Attributions[words.Index];
        var modes = EventDetails.Modes(words.Cue.Concat(words.Content).SelectMany(article.Modes.Within), act.Event);
        var contexts = act.Event is null ? [] : EventDetails.Contexts(words.Content.SelectMany(article.EventContexts.Within));
        return new Statement
        {
            Id = resolved.StatementId,
            Article = article.Resolved.Article.Id,
            Attribution = words.Attribution,
            Actor = resolved.Actor,
            Via = resolved.Via,
            Sourcing = resolved.Sourcing,
            SourceCount = resolved.SourceCount,
            Said = resolved.Said,
            Polarity = act.Polarity,
            Event = act.Event,
            Mode = [.. modes.Select(mode => mode.Name)],
            Context = [.. contexts.Select(context => context.Name)],
            Addressee = resolved.Addressee,
            About = [.. about.Select(link => article.Resolved.Attributions[link.Index].StatementId)],
            Issues = issues.Keys,
            Stance = stance.Stance,
            Condition = stance.Condition,
            Confidence = words.Attribution.Confidence,
            Why = Why(article, resolved, act, [.. modes, .. contexts], modes.Length, issues, stance, about),
            Maker = s_maker,
        };
    }

    private static ImmutableArray<Evidence> Why(
        ArticleMatches article, ResolvedAttribution resolved, CodedAct act, ImmutableArray<EventDetail> details, int modes, CodedIssues issues, CodedStance stance, ImmutableArray<StatementLink> about) =>
    [
        .. resolved.Why,
        new Evidence("polarity", act.Rule, act.Evidence),
        new Evidence("event", act.Rule, act.Evidence),
        .. details.Select((detail, i) => new Evidence(i < modes ? "mode" : "context", $"{detail.Rule}: {detail.Name}", article.Words.SpanOf(detail.Words))),
        .. about.Select(link => new Evidence("about", $"{link.Rule}: {article.Resolved.Attributions[link.Index].StatementId}", article.Statements[link.Index].Attribution.Content[0])),
        new Evidence("issues", issues.Rule, issues.Evidence),
        new Evidence("stance", stance.Rule, stance.Evidence),
        .. stance.Condition is { } condition ? (ReadOnlySpan<Evidence>)[new Evidence("condition", "words after the word of condition", condition)] : [],
    ];
}
