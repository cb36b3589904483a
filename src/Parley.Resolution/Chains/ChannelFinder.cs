using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Chains;

/// <summary>Finds the medium to which or in which something was said: "told Bloomberg", "in the pages of the Guardian".</summary>
internal sealed class ChannelFinder(Cast cast)
{
    private static readonly string[] s_leads =
        ["told", "tells", "to", "with", "by", "in", "on", "for", "pages of", "interview with", "telling"];

    /// <summary>The channel of an attribution, or null.</summary>
    public Mention? Find(Attribution attribution)
    {
        if (attribution.Cue.IsEmpty)
        {
            return null;
        }

        // From the source or cue to the content, or to the end of the sentence where the content comes first.
        var start = attribution.Cue[0].Start;
        var contentStart = attribution.Content[0].Start;
        var end = contentStart > start ? contentStart : Math.Min(start + 200, cast.Text.Length);
        foreach (var mention in cast.Mentions)
        {
            if (mention.Span.Start >= end)
            {
                break;
            }

            if (mention.Span.Start > start && mention.Actor.Kind == ActorKind.Outlet && IsLed(mention.Span.Start) && !SourceHolds(attribution, mention.Span) && SameSentence(start, mention.Span.Start))
            {
                return mention;
            }
        }

        return null;
    }

    private bool SameSentence(int a, int b) => cast.SentenceStart(a) == cast.SentenceStart(b);

    private static bool SourceHolds(Attribution attribution, TextSpan span)
    {
        foreach (var piece in attribution.Source)
        {
            if (piece.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLed(int at)
    {
        var before = cast.Text.AsSpan(Math.Max(0, at - 24), Math.Min(at, 24)).TrimEnd();
        if (before.EndsWith(" the", StringComparison.OrdinalIgnoreCase))
        {
            before = before[..^4].TrimEnd();
        }

        foreach (var lead in s_leads)
        {
            if (before.EndsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
