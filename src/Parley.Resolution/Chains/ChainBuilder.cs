using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Chains;

/// <summary>Builds for each attribution the chain of those through whom it reached the page, outermost first.</summary>
internal sealed class ChainBuilder(AttributedArticle attributed, ImmutableArray<ResolvedSource> sources, ImmutableArray<string> ids, ImmutableArray<Mention?> channels, ImmutableArray<ResolvedSource?> turns, ResolvedSource? author, string? outlet)
{
    /// <summary>The chain of an attribution; empty where the author reports the source himself.</summary>
    public ImmutableArray<Via> Of(int index)
    {
        // The second half of an interrupted quotation came the same way as the first.
        while (index > 0 && attributed.Attributions[index] is { Source.IsEmpty: true, Cue.IsEmpty: true, Kind: not AttributionKind.Indirect } && attributed.Attributions[index].Parent is null &&
               sources[index - 1].Actor?.Name == sources[index].Actor?.Name)
        {
            index--;
        }

        var links = ImmutableArray.CreateBuilder<Via>();
        var outer = new Stack<int>();
        for (var at = attributed.Attributions[index].Parent; at is { } parent; at = attributed.Attributions[parent].Parent)
        {
            outer.Push(parent);
        }

        // What a speaker reports in his turn of a transcript comes through him.
        if (turns[index]?.Actor is { } turn && turn.Name != author?.Actor?.Name)
        {
            links.Add(new Via(turn.Name, null, turns[index]!.Words));
        }

        foreach (var parent in outer)
        {
            // What somebody says within the author's own words the author reports himself.
            if (sources[parent].Actor?.Name == author?.Actor?.Name)
            {
                continue;
            }

            AddChannel(links, channels[parent]);
            Add(links, new Via(sources[parent].Actor?.Name ?? "unspecified", ids[parent], sources[parent].Words));
        }

        AddChannel(links, channels[index]);
        var speaker = sources[index].Actor?.Name;
        for (var i = links.Count - 1; i >= 0; i--)
        {
            if (links[i].Actor == speaker)
            {
                links.RemoveAt(i);
            }
        }

        if (links.Count > 0 && author?.Actor is { } first && first.Name != speaker && links[0].Actor != first.Name)
        {
            links.Insert(0, new Via(first.Name, null, null));
        }

        return links.ToImmutable();
    }

    /// <summary>A channel other than the article's own outlet, which reports for itself.</summary>
    private void AddChannel(ImmutableArray<Via>.Builder links, Mention? channel)
    {
        if (channel is not null && channel.Actor.Name != outlet && channel.Actor.Name != author?.Actor?.Name)
        {
            Add(links, new Via(channel.Actor.Name, null, channel.Span));
        }
    }

    private static void Add(ImmutableArray<Via>.Builder links, Via link)
    {
        if (links.Count == 0 || links[^1].Actor != link.Actor)
        {
            links.Add(link);
        }
    }
}
