using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Antecedents;

namespace Parley.Resolution.Actors;

/// <summary>Finds the actor of each attribution of an article, in order.</summary>
internal sealed class ActorResolver
{
    private const int ReachOfAnswer = 60;

    private static readonly FrozenSet<string> s_answers =
        "denied denies deny rejected rejects reject dismissed dismisses refuted refutes ignored ignores criticised criticized opposed opposes answered confirmed confirms".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly AttributedArticle _attributed;
    private readonly Cast _cast;
    private readonly SourceReader _sources;
    private readonly PronounReader _pronouns;
    private readonly Lazy<Mention?> _interviewee;
    private readonly List<ResolvedSource> _resolved = [];

    public ActorResolver(AttributedArticle attributed, Cast cast, AntecedentModel model)
    {
        (_attributed, _cast) = (attributed, cast);
        _sources = new SourceReader(cast, new AntecedentFinder(attributed, cast, model));
        _pronouns = new PronounReader(cast, _sources);
        _interviewee = new Lazy<Mention?>(Interviewee);
        Author = AuthorOf(attributed.Article);
        TurnSpeakers = [.. attributed.Attributions.Select(attribution => TurnSpeaker(attribution.Content[0].Start))];
    }

    /// <summary>Reads the words of the article's sources.</summary>
    public SourceReader Sources => _sources;

    /// <summary>For each attribution the speaker of the turn that it stands in, null outside transcripts.</summary>
    public ImmutableArray<ResolvedSource?> TurnSpeakers { get; }

    /// <summary>The article's author, otherwise its outlet; null if neither is known.</summary>
    public ResolvedSource? Author { get; }

    private string Text => _cast.Text;

    /// <summary>One source for each attribution.</summary>
    /// <param name="dates">For each attribution the day that counts for posts, or null.</param>
    public ImmutableArray<ResolvedSource> Resolve(IReadOnlyList<DateOnly?> dates)
    {
        for (var i = 0; i < _attributed.Attributions.Length; i++)
        {
            _resolved.Add(ResolveOne(i, dates[i]));
        }

        return [.. _resolved];
    }

    private ResolvedSource ResolveOne(int index, DateOnly? on)
    {
        var attribution = _attributed.Attributions[index];
        var parent = attribution.Parent is { } p ? _resolved[p] : null;
        if (attribution.Source.IsEmpty)
        {
            return Implied(index, attribution, parent);
        }

        var span = attribution.Source[0];
        foreach (var piece in attribution.Source)
        {
            span = span.Cover(piece);
        }

        // A source in far pieces is read by its first piece.
        span = span.Length > 300 ? attribution.Source[0] : span;
        var speaker = TurnSpeakers[index];
        if (attribution.Kind == AttributionKind.Turn && Interview(span) is { } voice)
        {
            return voice with { Words = span };
        }

        return _pronouns.Read(Trim(span), parent ?? (speaker is not null && !span.Overlaps(speaker.Words ?? default) ? speaker : null), _resolved, Author)
            ?? _sources.Read(span, on, _resolved);
    }

    /// <summary>Whose turn of a transcript an offset lies in, or null.</summary>
    private ResolvedSource? TurnSpeaker(int offset)
    {
        var blocks = _attributed.Article.Blocks;
        var (low, high) = (0, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].Span.End <= offset ? (middle + 1, high) : (low, middle);
        }

        if (low == blocks.Length || blocks[low] is not { Kind: BlockKind.Turn } block || !block.Span.Contains(offset))
        {
            return null;
        }

        var speaker = block.Speaker ?? (block.Introducer is { } first && first >= 0 && first < blocks.Length ? blocks[first].Speaker : null);
        return speaker is { } words ? (Interview(words) ?? _sources.Read(words, null, [])) with { Words = words } : null;
    }

    /// <summary>"Q:" is the medium or its author, "A:" the one whom the title names or the questions address; null for other speakers.</summary>
    private ResolvedSource? Interview(TextSpan speaker) => speaker.In(Text) switch
    {
        "Q" or "Question" => Author is null ? null : Author with { Rule = "who asks in an interview" },
        "A" or "Answer" => _interviewee.Value is { } person ? ResolvedSource.Of(person, "who answers in an interview") : null,
        _ => null,
    };

    private Mention? Interviewee()
    {
        foreach (var kind in (ReadOnlySpan<BlockKind>)[BlockKind.Heading, BlockKind.Turn])
        {
            foreach (var block in _attributed.Article.Blocks)
            {
                if (block.Kind == kind && _cast.MentionFrom(block.Span.Start) is var first && first < _cast.Mentions.Length && FirstPerson(first, block.Span.End) is { } person)
                {
                    return person;
                }
            }
        }

        return null;
    }

    private Mention? FirstPerson(int from, int end)
    {
        for (var i = from; i < _cast.Mentions.Length && _cast.Mentions[i].Span.Start < end; i++)
        {
            if (_cast.Mentions[i].Actor.Kind == ActorKind.Person)
            {
                return _cast.Mentions[i];
            }
        }

        return null;
    }

    private ResolvedSource Implied(int index, Attribution attribution, ResolvedSource? parent)
    {
        var previous = index > 0 ? _resolved[index - 1] : null;
        if (attribution.Cue.IsEmpty && parent is null && TurnSpeakers[index] is { } speaker)
        {
            return speaker with { Rule = "speaker of the turn" };
        }

        if (attribution.Cue.IsEmpty)
        {
            if (attribution.Kind is AttributionKind.Indirect)
            {
                return Author is null ? ResolvedSource.Nobody("no source", null) : Author with { Rule = "the author's own words" };
            }

            return previous is null ? ResolvedSource.Nobody("no source", null) : previous with { Rule = "goes on after the statement before" };
        }

        var cue = attribution.Cue[0];
        var first = Text.AsSpan(cue.Start, cue.Length);
        if (IsPassive(first) || first.Equals("asked", StringComparison.OrdinalIgnoreCase))
        {
            return ResolvedSource.Nobody("passive without an agent", cue);
        }

        if (IsTurnedDown(cue))
        {
            return ResolvedSource.Nobody("what somebody else turns down", cue);
        }

        return previous is null ? ResolvedSource.Nobody("no source", cue)
            : (parent ?? previous) with { Rule = "noun of saying after the statement before", Words = cue };
    }

    /// <summary>"Denied reports that", "rejected a proposal for": others said it than those who answer.</summary>
    private bool IsTurnedDown(TextSpan cue)
    {
        var start = Math.Max(_cast.SentenceStart(cue.Start), cue.Start - ReachOfAnswer);
        foreach (var word in Words.Of(Text, TextSpan.FromBounds(start, cue.Start)))
        {
            if (s_answers.Contains(word.TextIn(Text)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPassive(ReadOnlySpan<char> cue)
    {
        foreach (var word in (ReadOnlySpan<string>)["was ", "were ", "is ", "are ", "been ", "reportedly", "allegedly", "supposedly", "reputedly", "expect", "widely", "rumo", "speculation"])
        {
            if (cue.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(Text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(Text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    private ResolvedSource? AuthorOf(Article article)
    {
        if (article.Byline is { } byline)
        {
            if (_cast.Directory.Find(byline) is { } known)
            {
                return new ResolvedSource(known, ResolvedSource.SourcingOf(known.Kind), Gender.Unknown, known.Kind != ActorKind.Person, "byline", null);
            }

            var kind = byline.Split(' ').Any(Lexicon.OrganisationHeads.Contains) ? ActorKind.Organisation : ActorKind.Person;
            return new ResolvedSource(ActorDirectory.Refer(byline, kind), ResolvedSource.SourcingOf(kind), GivenNames.GenderOf(byline.Split(' ')[0]), false, "byline", null);
        }

        return article.Outlet is { } outlet
            ? new ResolvedSource(_cast.Directory.Find(outlet) ?? ActorDirectory.Refer(outlet, ActorKind.Outlet), Sourcing.Organisation, Gender.Unknown, true, "outlet", null)
            : null;
    }
}
