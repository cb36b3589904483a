using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>What the rules have found so far, and which cues are taken.</summary>
internal sealed class Findings(RuleText text)
{
    private readonly ImmutableArray<FoundAttribution>.Builder _found = ImmutableArray.CreateBuilder<FoundAttribution>();
    private readonly HashSet<int> _taken = [];
    private readonly Dictionary<int, TokenRange> _sources = [];

    /// <summary>True when the cue at a token has its content.</summary>
    public bool IsTaken(int cueToken) => _taken.Contains(cueToken);

    /// <summary>Source of the last finite cue of a sentence, for a second verb with the same subject.</summary>
    public TokenRange SourceIn(int sentence) => _sources.GetValueOrDefault(sentence);

    /// <summary>Remembers the subject of a sentence.</summary>
    public void SetSourceIn(int sentence, TokenRange source) => _sources[sentence] = source;

    /// <summary>Adds an attribution; empty ranges stand for what is only implied.</summary>
    public void Add(TokenRange source, TokenRange cue, TokenRange content, Rule rule)
    {
        if (!cue.IsEmpty)
        {
            _taken.Add(cue.End - 1);
        }

        _found.Add(rule.Find(Spans(source), Spans(cue), Spans(content)));
    }

    /// <summary>The last word of each source that stands with a cue.</summary>
    public HashSet<string> SpeakersLastWords() =>
        _found.Where(f => f.Source.Length > 0 && f.Cue.Length > 0).Select(f => LastWord(f.Source[0])).ToHashSet();

    /// <summary>All that was added.</summary>
    public ImmutableArray<FoundAttribution> ToImmutable() => _found.ToImmutable();

    private string LastWord(TextSpan source)
    {
        var words = source.In(text.Article.Article.Text);
        return words[(words.LastIndexOf(' ') + 1)..].ToString();
    }

    private ImmutableArray<TextSpan> Spans(TokenRange range) => range.IsEmpty ? [] : [text.Span(range)];
}
