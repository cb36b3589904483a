using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;
using Parley.Resolution.Antecedents;
using Parley.Resolution.Chains;
using Parley.Resolution.Time;

namespace Parley.Resolution;

/// <summary>
/// Turns attributions into who said it, through whom, how well sourced and when. Immutable; one instance serves all threads.
/// </summary>
public sealed class Resolver
{
    private readonly ActorDirectory _directory;
    private readonly AntecedentModel _antecedents;

    /// <summary>A resolver with the choice of antecedents that comes with the program.</summary>
    /// <param name="directory">Who is known from the outset.</param>
    public Resolver(ActorDirectory directory)
        : this(directory, AntecedentModel.Shipped)
    {
    }

    internal Resolver(ActorDirectory directory, AntecedentModel antecedents) => (_directory, _antecedents) = (directory, antecedents);

    /// <summary>What results are marked with: rules for names, dates and chains, and the learned choice of antecedents (<c>models/antecedents.md</c>).</summary>
    public static MakerId Maker { get; } = new("resolver", "rules and antecedents", "2");

    /// <summary>Resolves the attributions of one article.</summary>
    public ResolvedArticle Resolve(AttributedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var cast = new Cast(article.Parsed, _directory);
        var said = new SaidReader(article, _directory);
        var dates = said.BesideCues();
        var actors = new ActorResolver(article, cast, _antecedents);
        var sources = actors.Resolve([.. Enumerable.Range(0, dates.Length).Select(i => said.DayFor(i, dates))]);
        var times = said.Read(dates, sources);
        ImmutableArray<string> ids = [.. article.Attributions.Select(attribution => RecordId.ForStatement(article.Article.Id, attribution))];
        var channels = new ChannelFinder(article, cast).Find(sources);
        var chains = new ChainBuilder(article, sources, ids, channels, actors.TurnSpeakers, actors.Author,
            article.Article.Outlet is { } outlet ? _directory.Find(outlet)?.Name ?? outlet : null);
        var addressees = new AddresseeFinder(cast, actors.Sources);
        var resolved = ImmutableArray.CreateBuilder<ResolvedAttribution>(article.Attributions.Length);
        for (var i = 0; i < article.Attributions.Length; i++)
        {
            var source = sources[i];
            var time = times[i];
            var chain = chains.Of(i);
            var addressee = addressees.Find(article.Attributions[i], channels[i]);
            var count = SourceCounter.Count(article, i, source);
            resolved.Add(new ResolvedAttribution
            {
                StatementId = ids[i],
                Actor = source.Actor,
                Via = [.. chain.Select(link => link.Via)],
                Sourcing = source.Sourcing,
                Said = time?.Time,
                SourceCount = count?.Number,
                Addressee = addressee?.Name,
                Why =
                [
                    new Evidence("actor", source.Rule, source.Antecedent ?? source.Words),
                    new Evidence("sourcing", source.Rule, source.Words),
                    .. count is { } number ? (ReadOnlySpan<Evidence>)[new Evidence("sourceCount", "number said", number.Words)] : [],
                    .. chain.Select(link => new Evidence("via", $"{link.Rule}: {link.Via.Actor}", link.Via.Words)),
                    .. addressee is { } to ? (ReadOnlySpan<Evidence>)[new Evidence("addressee", "named after the cue", to.Words)] : [],
                    .. time is null ? (ReadOnlySpan<Evidence>)[] : [new Evidence("said", time.Rule, time.Time?.Words)],
                ],
            });
        }

        return new ResolvedArticle(article, resolved.MoveToImmutable(), Maker)
        {
            Mentions = [.. cast.Mentions.Select(mention => new ActorMention(mention.Span, mention.Actor.Name, mention.Actor.Kind))],
        };
    }
}
