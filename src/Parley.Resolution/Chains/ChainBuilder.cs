using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Chains;

/// <summary>Builds for each attribution the chain of those through whom it reached the page, outermost first.</summary>
internal sealed class ChainBuilder(AttributedArticle attributed, ImmutableArray<ResolvedSource> sources, ImmutableArray<string> ids, ImmutableArray<Mention?> channels, ImmutableArray<ResolvedSource?> turns, ResolvedSource? author, string? outlet)
{
    private const int FarthestOpening = 20;

    /// <summary>The chain of an attribution, each link with the rule that gave it; empty where the author reports the source himself.</summary>
    public ImmutableArray<ChainLink> Of(int index)
    {
        // The second half of an interrupted quotation came the same way as the first.
        while (index > 0 && attributed.Attributions[index] is { Source.IsEmpty: true, Cue.IsEmpty: true, Kind: not AttributionKind.Indirect } && attributed.Attributions[index].Parent is null &&
               sources[index - 1].Actor?.Name == sources[index].Actor?.Name)
        {
            index--;
        }

        index = Opening(index);
        var links = ImmutableArray.CreateBuilder<ChainLink>();
        var outer = new Stack<int>();
        for (var at = attributed.Attributions[index].Parent; at is { } parent; at = attributed.Attributions[parent].Parent)
        {
            outer.Push(parent);
        }

        // What a speaker reports in his turn of a transcript comes through him.
        if (turns[index]?.Actor is { } turn && turn.Name != author?.Actor?.Name)
        {
            links.Add(new ChainLink(new Via(turn.Name, null, turns[index]!.Words), "speaker of the turn"));
        }

        foreach (var parent in outer)
        {
            // What somebody says within the author's own words the author reports himself.
            if (sources[parent].Actor?.Name == author?.Actor?.Name)
            {
                continue;
            }

            AddChannel(links, channels[parent]);
            Add(links, new ChainLink(new Via(sources[parent].Actor?.Name ?? "unspecified", ids[parent], sources[parent].Words), "source of the statement that holds it"));
        }

        AddChannel(links, channels[index]);
        var speaker = sources[index].Actor?.Name;
        for (var i = links.Count - 1; i >= 0; i--)
        {
            if (links[i].Via.Actor == speaker)
            {
                links.RemoveAt(i);
            }
        }

        if (links.Count > 0 && author?.Actor is { } first && first.Name != speaker && links[0].Via.Actor != first.Name)
        {
            links.Insert(0, new ChainLink(new Via(first.Name, null, null), $"{author.Rule} of the article"));
        }

        return links.ToImmutable();
    }

    /// <summary>“A,” he said. “B.”: B came the same way as A; the attribution whose words it takes up.</summary>
    private int Opening(int index)
    {
        var attribution = attributed.Attributions[index];
        for (var i = index - 1; attribution is { Cue.IsEmpty: true, Source.IsEmpty: false } && i >= Math.Max(0, index - FarthestOpening); i--)
        {
            if (attributed.Attributions[i] is { Cue.IsEmpty: false } before && before.Source.AsSpan().SequenceEqual(attribution.Source.AsSpan()))
            {
                return i;
            }
        }

        return index;
    }

    /// <summary>A channel other than the article's own outlet, which reports for itself.</summary>
    private void AddChannel(ImmutableArray<ChainLink>.Builder links, Mention? channel)
    {
        if (channel is not null && channel.Actor.Name != outlet && channel.Actor.Name != author?.Actor?.Name)
        {
            Add(links, new ChainLink(new Via(channel.Actor.Name, null, channel.Span), "medium named beside the cue"));
        }
    }

    private static void Add(ImmutableArray<ChainLink>.Builder links, ChainLink link)
    {
        if (links.Count == 0 || links[^1].Via.Actor != link.Via.Actor)
        {
            links.Add(link);
        }
    }
}

/// <summary>A link of a chain and what led to it.</summary>
internal sealed record ChainLink(Via Via, string Rule);
