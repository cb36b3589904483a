using System.Collections.Frozen;
using Parley.Language;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Chains;

/// <summary>Finds to whom something was said: "told parliament", "wrote to the Security Council"; a medium told is a channel and no addressee.</summary>
internal sealed class AddresseeFinder(Cast cast, SourceReader sources)
{
    private const int Reach = 80;
    private const int LongestName = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_verbs = WordSet.Of(
        "told tell tells telling asked asks assured assures informed informs warned warns urged urges reminded briefed advised ordered thanked invited promised begged called");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_ends = WordSet.Of(
        "that on in at during by to if whether not how why when after before as via with for from about of last this next yesterday today earlier later late early");

    /// <summary>Where something is told, not to whom: "told a news conference".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_occasions = WordSet.Of(
        "conference briefing interview hearing rally speech address webinar podcast programme program broadcast");

    /// <summary>The addressee of an attribution and the words that name it, or null.</summary>
    public (string Name, TextSpan Words)? Find(Attribution attribution, Mention? channel)
    {
        if (attribution.Cue.IsEmpty)
        {
            return null;
        }

        var cue = attribution.Cue[^1];
        var end = Math.Min(Math.Min(cue.End + Reach, cast.Text.Length), attribution.Content[0].Start > cue.Start ? Math.Max(attribution.Content[0].Start, cue.End) : cast.Text.Length);
        var cueWords = Words.Of(cast.Text, cue);
        var words = Words.Of(cast.Text, TextSpan.FromBounds(cue.End, Math.Max(end, cue.End)));
        var verb = cueWords.FindLastIndex(word => s_verbs.Contains(word.In(cast.Text)));
        if (verb >= 0)
        {
            words.InsertRange(0, cueWords[(verb + 1)..]);
        }
        else if (words.Count > 1 && words[0] is { BreakBefore: '\0' } first && first.In(cast.Text) is "to")
        {
            words.RemoveAt(0);
        }
        else
        {
            return null;
        }

        var count = 0;
        while (count < words.Count && count <= LongestName && (count == 0 || words[count].BreakBefore == '\0') && !s_ends.Contains(words[count].In(cast.Text)))
        {
            count++;
        }

        if (count is 0 or > LongestName || words[0].BreakBefore != '\0' || s_occasions.Contains(words[count - 1].In(cast.Text)))
        {
            return null;
        }

        var span = NameWords.SpanOf(words, 0, count);
        if (channel is not null && channel.Span.Overlaps(span))
        {
            return null;
        }

        var source = sources.Read(span, null, []);
        return source.Actor is { Kind: not ActorKind.Outlet } actor ? (actor.Name, span) : null;
    }
}
