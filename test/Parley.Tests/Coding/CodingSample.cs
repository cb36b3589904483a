using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Coding;
using Parley.Language;
using Parley.Records;
using Parley.Resolution;

namespace Parley.Tests.Coding;

/// <summary>Builds resolved articles by hand: a text, and for each attribution the words of source, cue and content.</summary>
internal sealed class CodingSample(string text)
{
    private static readonly MakerId s_maker = new("sample", "hand", "1");
    private static readonly Coder s_coder = new(CodingTables.Default);

    private readonly List<Attribution> _attributions = [];
    private readonly List<ResolvedAttribution> _resolved = [];
    private readonly List<ActorMention> _mentions = [];

    public string Text { get; } = text;

    public static CodingSample Of(string text) => new(text);

    /// <summary>Adds an attribution; parts that are null are not there. The content may be any words of the text.</summary>
    public CodingSample Says(string? source, string? cue, string content, ActorKind kind = ActorKind.Person, string? country = null,
        int? parent = null, string? said = null, Sourcing sourcing = Sourcing.Named)
    {
        var at = Find(content, 0);
        _attributions.Add(new Attribution
        {
            Kind = AttributionKind.Indirect,
            Source = source is null ? [] : [Find(source, 0)],
            Cue = cue is null ? [] : [Find(cue, 0)],
            Content = [at],
            Parent = parent,
            Confidence = 0.9,
        });
        _resolved.Add(new ResolvedAttribution
        {
            StatementId = $"s{_resolved.Count}",
            Actor = source is null ? null : new ActorReference(source, source, kind, null, country),
            Sourcing = sourcing,
            Said = said is null ? null : new TimeExpression(said, Grain.Day, null),
        });
        return this;
    }

    /// <summary>Adds the name of somebody known who is not quoted.</summary>
    public CodingSample Mentions(string name, ActorKind kind)
    {
        _mentions.Add(new ActorMention(Find(name, 0), name, kind));
        return this;
    }

    public ResolvedArticle Resolved(string? byline = "A. Writer", string? published = "2024-05-10")
    {
        var (starts, ends) = Tokens();
        var tokens = new TokenTable(starts, ends);
        var sentences = Sentences(tokens);
        var article = new Article
        {
            Id = new ArticleId(default, 0),
            Text = Text,
            Offsets = [],
            Byline = byline,
            Published = published is not null && PartialDate.TryParse(published, out var date) ? date : null,
            Form = ArticleForm.Article,
            Language = "en",
            Blocks = [],
        };
        var parsed = new ParsedArticle
        {
            Article = article,
            Tokens = tokens,
            Sentences = sentences,
            SentenceBlocks = [.. sentences.Select(_ => 0)],
            Maker = s_maker,
        };
        return new ResolvedArticle(new AttributedArticle(parsed, [.. _attributions], s_maker), [.. _resolved], s_maker) { Mentions = [.. _mentions.OrderBy(mention => mention.Span)] };
    }

    public ArticleReading Coded(string? published = "2024-05-10", Coder? coder = null) => (coder ?? s_coder).Code(Resolved(published: published)).Reading;

    public string Words(TextSpan span) => span.In(Text).ToString();

    private TextSpan Find(string words, int from)
    {
        var start = Text.IndexOf(words, from, StringComparison.Ordinal);
        return start >= 0 ? new TextSpan(start, words.Length) : throw new ArgumentException($"'{words}' is not in the sample");
    }

    private (int[] Starts, int[] Ends) Tokens()
    {
        List<int> starts = [], ends = [];
        for (var i = 0; i < Text.Length;)
        {
            if (char.IsWhiteSpace(Text[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (char.IsLetterOrDigit(Text[i]) && end < Text.Length && char.IsLetterOrDigit(Text[end]))
            {
                end++;
            }

            starts.Add(i);
            ends.Add(end);
            i = end;
        }

        return ([.. starts], [.. ends]);
    }

    private ImmutableArray<TokenRange> Sentences(TokenTable tokens)
    {
        var sentences = ImmutableArray.CreateBuilder<TokenRange>();
        var start = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var isLast = i + 1 == tokens.Count;
            var ends = Text[tokens[i].Start] is '.' or '?' or '!' && (isLast || char.IsWhiteSpace(Text[tokens[i].End])) && !(i > 0 && tokens[i - 1].Length == 1);
            if (ends || isLast)
            {
                sentences.Add(new TokenRange(start, i + 1));
                start = i + 1;
            }
        }

        return sentences.ToImmutable();
    }
}
