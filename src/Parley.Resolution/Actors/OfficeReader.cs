using System.Collections.Frozen;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Finds who holds a post that is given without a name: "the Russian president", "Military Intel Chief", "the spokesman".</summary>
internal sealed class OfficeReader(Cast cast)
{
    private const int FarthestMention = 500;

    /// <summary>States led by the head of government.</summary>
    private static readonly FrozenSet<string> s_parliamentary =
        "GBR DEU ITA ESP IND JPN CAN AUS ISR PAK ETH ARM NLD HUN SVK IRQ POL BEL DNK SWE NOR FIN GRC NZL MYS XKX".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The holder, or the office itself; null if the words are no single post.</summary>
    public ResolvedSource? Read(List<Word> words, int start, int end, List<NamePart> parts, DateOnly? on)
    {
        var head = words[end - 1].TextIn(cast.Text);
        if (!Lexicon.IsTitle(head))
        {
            return null;
        }

        var span = NameWords.SpanOf(words, start, end);
        var indefinite = words[0].In(cast.Text) is "a" or "A" or "an" or "An" or "another" or "Another" or "one" or "One" or "some";
        if (indefinite)
        {
            return null;
        }

        var country = parts.FirstOrDefault(part => part.Country is not null).Country?.Code;
        var post = Post.Of(PostWords(words, start, words.Count));
        var day = on ?? cast.Published?.First;
        var holder = day is { } then && post.Title is { } known && (country is not null || post.IsWorldly) ? cast.Directory.Holder(known, country, then) : null;
        if (Titled(post, country, words[0].Span.Start, onlyOfCountry: holder is not null) is { } introduced)
        {
            return ResolvedSource.Of(introduced, "person with this post in the article") with { Words = span };
        }

        if (holder is not null)
        {
            return new ResolvedSource(ActorDirectory.Refer(holder, day, post.Title), Sourcing.Named, holder.Gender, false, $"holder of the post on {day:yyyy-MM-dd}", span);
        }

        if (day is { } date && (cast.Directory.Holder(post, country, date) ?? LeaderOf(post, country, date)) is var (person, held))
        {
            return new ResolvedSource(ActorDirectory.Refer(person, date, held), Sourcing.Named, person.Gender, false, $"holder of the post on {date:yyyy-MM-dd}", span);
        }

        return null;
    }

    /// <summary>"The Eritrean leader": who leads the state, by whichever post.</summary>
    private (KnownActor Person, string Post)? LeaderOf(Post post, string? country, DateOnly day)
    {
        if (country is null || !post.IsLeaderOnly)
        {
            return null;
        }

        foreach (var title in s_parliamentary.Contains(country) ? (ReadOnlySpan<string>)["Prime Minister", "Chancellor", "President"] : ["Leader", "President", "King", "Emir", "Prime Minister", "Chancellor"])
        {
            if (cast.Directory.Holder(title, country, day) is { } holder)
            {
                return (holder, title);
            }
        }

        return null;
    }

    private IEnumerable<string> PostWords(List<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            yield return words[i].TextIn(cast.Text);
        }
    }

    /// <summary>The nearest person before, otherwise after, whose title says the same.</summary>
    private Mention? Titled(Post post, string? country, int at, bool onlyOfCountry)
    {
        Mention? known = null;
        var from = cast.MentionFrom(at);
        for (var i = from - 1; i >= Math.Max(0, from - FarthestMention); i--)
        {
            if (!Fits(cast.Mentions[i]))
            {
                continue;
            }

            // A post that the words give outranks one that only the tables know.
            if (cast.GivesPost(cast.Mentions[i]))
            {
                return cast.Mentions[i];
            }

            known ??= cast.Mentions[i];
        }

        for (var i = from; known is null && i < Math.Min(cast.Mentions.Length, from + FarthestMention); i++)
        {
            known = Fits(cast.Mentions[i]) ? cast.Mentions[i] : null;
        }

        return known;

        bool Fits(Mention mention) => mention.Actor.Kind == ActorKind.Person && (country is null || (mention.Actor.Country is { } own ? own == country : !onlyOfCountry)) &&
            cast.PostOf(mention) is { } held && post.Agrees(held);
    }
}
