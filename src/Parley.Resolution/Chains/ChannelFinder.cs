using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Chains;

/// <summary>Finds the medium to which or in which something was said: "told Bloomberg", "in the pages of the Guardian", "told the outlet".</summary>
internal sealed class ChannelFinder(AttributedArticle article, Cast cast)
{
    private const int Reach = 200;
    private const int MostDescribing = 4;
    private const int FarthestStatement = 200;

    private static readonly FrozenSet<string> s_verbs =
        "told tells telling to with for in on via through".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_media =
        "outlet newspaper paper agency magazine broadcaster channel website network station publication daily weekly journal".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private Dictionary<int, List<int>>? _bySentence;

    /// <summary>The channel of each attribution, null where there is none.</summary>
    public ImmutableArray<Mention?> Find(ImmutableArray<ResolvedSource> sources)
    {
        var channels = new Mention?[article.Attributions.Length];
        for (var i = 0; i < channels.Length; i++)
        {
            channels[i] = Named(i) ?? Inherited(i, channels, sources);
            if (channels[i]?.Actor.Name == sources[i].Actor?.Name)
            {
                channels[i] = null;
            }
        }

        return [.. channels];
    }

    /// <summary>One who speaks through the same medium: the other half of a sentence, the same unnamed source again.</summary>
    private Mention? Inherited(int index, Mention?[] channels, ImmutableArray<ResolvedSource> sources)
    {
        var attribution = article.Attributions[index];
        for (var i = index - 1; i >= Math.Max(0, index - FarthestStatement); i--)
        {
            if (channels[i] is null || article.Attributions[i].Parent != attribution.Parent || sources[i].Actor is not { } actor || actor.Name != sources[index].Actor?.Name)
            {
                continue;
            }

            var sameWords = !attribution.Source.IsEmpty && !article.Attributions[i].Source.IsEmpty && article.Attributions[i].Source[0] == attribution.Source[0];
            if (sameWords || actor.Kind == ActorKind.Group)
            {
                return channels[i];
            }
        }

        return null;
    }

    private Mention? Named(int index)
    {
        var attribution = article.Attributions[index];
        if (attribution.Cue.IsEmpty)
        {
            return null;
        }

        var cue = attribution.Cue[0];
        var sentence = cast.SentenceStart(cue.Start);
        if (QuotedBy(attribution) is { } quoting)
        {
            return quoting;
        }

        for (var i = cast.MentionFrom(sentence); i < cast.Mentions.Length && cast.Mentions[i].Span.Start <= cue.End + Reach; i++)
        {
            var mention = cast.Mentions[i];
            if (mention.Actor.Kind == ActorKind.Outlet && cast.SentenceStart(mention.Span.Start) == sentence &&
                IsLed(mention.Span.Start) && IsBeside(mention.Span, index))
            {
                return mention;
            }
        }

        return Described(cue, index);
    }

    /// <summary>"A diplomat quoted by the agency".</summary>
    private Mention? QuotedBy(Attribution attribution)
    {
        foreach (var piece in attribution.Source)
        {
            var words = Words.Of(cast.Text, piece);
            var by = words.FindIndex(word => word.In(cast.Text) is "by");
            if (by > 0 && by + 1 < words.Count && words[by - 1].In(cast.Text) is "quoted" or "cited")
            {
                for (var i = cast.MentionFrom(words[by].Span.End); i < cast.Mentions.Length && cast.Mentions[i].Span.End <= piece.End; i++)
                {
                    if (cast.Mentions[i].Actor.Kind is ActorKind.Outlet or ActorKind.Organisation)
                    {
                        return cast.Mentions[i];
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The attributions of which some words stand in the same sentence.</summary>
    private IEnumerable<Attribution> Nearby(TextSpan medium)
    {
        _bySentence ??= BySentence();
        return _bySentence.TryGetValue(cast.SentenceStart(medium.Start), out var indices) ? indices.Select(i => article.Attributions[i]) : [];
    }

    private Dictionary<int, List<int>> BySentence()
    {
        var found = new Dictionary<int, List<int>>();
        for (var i = 0; i < article.Attributions.Length; i++)
        {
            var attribution = article.Attributions[i];
            foreach (var piece in attribution.Source.Concat(attribution.Cue).Concat(attribution.Content))
            {
                foreach (var sentence in cast.SentencesIn(piece))
                {
                    ref var indices = ref CollectionsMarshal.GetValueRefOrAddDefault(found, sentence, out _);
                    indices ??= [];
                    if (indices.Count == 0 || indices[^1] != i)
                    {
                        indices.Add(i);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>"told the media outlet": the medium named last.</summary>
    private Mention? Described(TextSpan cue, int index)
    {
        var end = Math.Min(cue.End + 40, article.Attributions[index].Content[0].Start);
        if (end <= cue.Start)
        {
            return null;
        }

        var words = Words.Of(cast.Text, TextSpan.FromBounds(cue.Start, end));
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (!words[i].In(cast.Text).Equals("the", StringComparison.OrdinalIgnoreCase) || !s_verbs.Contains(words[i - 1].TextIn(cast.Text)))
            {
                continue;
            }

            for (var at = i + 1; at < Math.Min(words.Count, i + 4); at++)
            {
                if (s_media.Contains(words[at].TextIn(cast.Text)))
                {
                    return cast.LastMention(cue.Start, mention => mention.Actor.Kind == ActorKind.Outlet);
                }
            }
        }

        return null;
    }

    /// <summary>True when the medium stands with the source and cue, in nobody's content but those that hold the cue too, and is no source.</summary>
    private bool IsBeside(TextSpan medium, int index)
    {
        var cue = article.Attributions[index].Cue[0];
        foreach (var other in Nearby(medium))
        {
            // "Name, writing in the pages of the Paper," holds the medium and is another source than it.
            var isOwn = ReferenceEquals(other, article.Attributions[index]) && !other.Source.IsEmpty && other.Source[0].Start < medium.Start;
            if (!isOwn && other.Source.Any(piece => piece.Overlaps(medium)))
            {
                return false;
            }

            foreach (var piece in other.Content)
            {
                if (piece.Contains(medium) != piece.Contains(cue))
                {
                    return false;
                }
            }
        }

        // Of several cues in the sentence the medium belongs to the one before it, or to the next where it stands before all.
        foreach (var other in Nearby(medium))
        {
            if (!other.Cue.IsEmpty && other.Cue[0] != cue && other.Cue[0].Start > Math.Min(cue.Start, medium.Start) && other.Cue[0].End <= Math.Max(cue.Start, medium.Start))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"told the Lebanese channel Name", "to Russia's state Name".</summary>
    private bool IsDescribing(Word word) =>
        word.IsPossessive || word.In(cast.Text) is "the" or "a" or "an" or "state" or "local" or "news" or "private" or "independent" or "daily" ||
        s_media.Contains(word.TextIn(cast.Text)) || cast.Directory.CountryOfAdjective(word.TextIn(cast.Text)) is not null;

    private bool IsLed(int at)
    {
        var words = Words.Of(cast.Text, TextSpan.FromBounds(Math.Max(0, at - 40), at));
        var last = words.Count - 1;
        for (var describing = 0; last >= 0 && describing < MostDescribing && IsDescribing(words[last]); describing++)
        {
            last--;
        }

        if (last < 0)
        {
            return false;
        }

        var word = words[last].TextIn(cast.Text);
        return s_verbs.Contains(word) || (word == "of" && last > 0 && words[last - 1].In(cast.Text) is "pages" or "edition" or "columns");
    }
}
