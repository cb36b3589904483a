using System.Collections.Immutable;
using Parley.Records;
using Parley.Resolution;
using Parley.Resolution.Actors;

namespace Parley.Training.Speakers;

/// <summary>The baseline: the name before that is nearest and agrees, a person's for a person, never one in the same words.</summary>
internal sealed class MostRecentName(string text, ImmutableArray<ActorMention> names)
{
    /// <summary>The name, or null if none agrees. A description is none's without an article that points back.</summary>
    public TextSpan? Of(GoldMention mention)
    {
        var words = mention.Span.In(text).ToString().ToLowerInvariant();
        var gender = words switch
        {
            "he" or "him" or "his" or "himself" => Gender.Male,
            "she" or "her" or "hers" or "herself" => Gender.Female,
            _ => Gender.Unknown,
        };
        var isPlural = words is "they" or "them" or "their" or "theirs" or "themselves";
        if (mention.Form == MentionForm.Nominal && words.Split(' ')[0] is not ("the" or "this" or "that"))
        {
            return null;
        }

        for (var i = names.Length - 1; i >= 0; i--)
        {
            var name = names[i];
            if (name.Span.End > mention.Span.Start)
            {
                continue;
            }

            var known = name.Kind == ActorKind.Person ? GivenNames.GenderOf(name.Actor.Split(' ')[0]) : Gender.Unknown;
            if (isPlural ? name.Kind is not (ActorKind.Person or ActorKind.Office or ActorKind.Text)
                : name.Kind == ActorKind.Person && (gender == Gender.Unknown || known == Gender.Unknown || known == gender))
            {
                return name.Span;
            }
        }

        return null;
    }
}
