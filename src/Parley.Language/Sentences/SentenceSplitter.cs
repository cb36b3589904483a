using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Language;

/// <summary>
/// Groups tokens into sentences. A sentence never crosses a block's border, takes the closing marks after its full stop with it, and
/// is cut at punctuation when it grows beyond <see cref="MaxTokens"/>, so that later stages stay linear in the length of the text.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>The most tokens of a sentence.</summary>
    public const int MaxTokens = 400;

    // How many words after "...?” " are searched for a verb of speech ("...?” Deputy Minister Orlov asked.").
    private const int AttributionWindow = 7;

    // Words that open a sentence often and follow an abbreviation inside one hardly ever.
    private static readonly FrozenSet<string> Openers = new[]
    {
        "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "I", "You", "But", "And", "So", "This", "That", "These", "Those", "There", "If",
        "When", "While", "As", "For", "After", "Before", "However", "Although", "His", "Her", "Its", "Their", "Our", "My", "According", "Some", "Many",
        "Meanwhile", "Also", "Yet", "Then", "Now", "No", "Not", "Since", "Such", "Under", "What", "Who", "Why", "How", "With", "Both", "Most", "One",
        "Or", "Because", "Even", "Still", "Instead", "Until", "Once", "Last", "Earlier",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> SpeechVerbs = new[]
    {
        "said", "says", "asked", "asks", "wrote", "writes", "added", "adds", "told", "tells", "replied", "replies", "shouted", "tweeted", "continued", "exclaimed",
        "demanded", "wondered", "declared", "cried", "answered", "responded", "joked", "yelled", "called",
    }.ToFrozenSet();

    /// <summary>Splits the tokens; gives for each sentence the index of its block.</summary>
    public static (ImmutableArray<TokenRange> Sentences, ImmutableArray<int> Blocks) Split(
        ReadOnlySpan<char> text, TokenTable tokens, ImmutableArray<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var sentences = ImmutableArray.CreateBuilder<TokenRange>();
        var sentenceBlocks = ImmutableArray.CreateBuilder<int>();
        var token = 0;
        for (var b = 0; b < blocks.Length; b++)
        {
            var end = token;
            while (end < tokens.Count && tokens.Starts[end] < blocks[b].Span.End)
            {
                end++;
            }

            foreach (var sentence in SplitBlock(text, tokens, new TokenRange(token, end), blocks[b].Body.Start))
            {
                sentences.Add(sentence);
                sentenceBlocks.Add(b);
            }

            token = end;
        }

        return (sentences.ToImmutable(), sentenceBlocks.ToImmutable());
    }

    private static List<TokenRange> SplitBlock(ReadOnlySpan<char> text, TokenTable tokens, TokenRange block, int bodyStart)
    {
        var sentences = new List<TokenRange>();
        var start = block.Start;
        // A dateline is no part of the sentence that it opens: the place is not its subject.
        if (Dateline.Length(text, tokens, block) is var dateline and > 0 && block.Start + dateline < block.End)
        {
            start += dateline;
            sentences.Add(new TokenRange(block.Start, start));
        }

        var i = start;
        while (i < block.End)
        {
            // A marker such as "1." or "Name:" is no sentence of its own.
            if (tokens.Starts[i] < bodyStart || !EndsSentence(text, tokens, i, block.End, out var next))
            {
                next = i + 1;
                if (next - start >= MaxTokens)
                {
                    next = LastPause(text, tokens, start, next);
                    sentences.Add(new TokenRange(start, next));
                    start = next;
                }
            }
            else
            {
                sentences.Add(new TokenRange(start, next));
                start = next;
            }

            i = next;
        }

        if (start < block.End)
        {
            sentences.Add(new TokenRange(start, block.End));
        }

        return sentences;
    }

    // Decides whether a sentence ends with token i and the closing marks behind it; next is the first token of the following sentence.
    private static bool EndsSentence(ReadOnlySpan<char> text, TokenTable tokens, int i, int blockEnd, out int next)
    {
        next = i + 1;
        var word = tokens[i].In(text);
        var last = word[^1];
        if (last is not ('.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟'))
        {
            return false;
        }

        var quoted = false;
        while (next < blockEnd && ClosesSentence(text, tokens, next, out var isQuote))
        {
            quoted |= isQuote;
            next++;
        }

        if (next == blockEnd)
        {
            return true;
        }

        var follower = tokens[next].In(text);
        var isStop = word.IndexOfAnyExcept('.', '!', '?') < 0 || word.Length == 1;
        if (!isStop)
        {
            return EndsWithAbbreviation(word, follower) || (!Abbreviations.LeadsOn(word) && OpensQuotedSentence(text, tokens, next, blockEnd));
        }

        var opensQuote = follower[0] is '“' or '"' or '„' or '«' or '‘' or '\'' or '`' or '(' or '[' or '—' or '–' or '•' or '-' or '*';
        if (!char.IsUpper(follower[0]) && !char.IsDigit(follower[0]) && !opensQuote && !IsUncased(follower[0]) && follower[0] is not ('@' or '#' or '$' or '€' or '£'))
        {
            return false;
        }

        if (follower[0] is '—' or '–' or '-')
        {
            return last == '.' && !quoted && word.Length == 1;
        }

        return !(quoted && last is '!' or '?' && IsFollowedByAttribution(text, tokens, next, blockEnd));
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> word, ReadOnlySpan<char> follower) =>
        !Abbreviations.LeadsOn(word) && (Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(follower) || follower[0] is '“' or '•');

    // A straight mark before a capital, with white space before it: what is quoted after "at 5 p.m." begins anew.
    private static bool OpensQuotedSentence(ReadOnlySpan<char> text, TokenTable tokens, int i, int blockEnd) =>
        i + 1 < blockEnd && tokens[i].In(text) is "\"" && tokens.Starts[i] > tokens.Ends[i - 1] && tokens.Starts[i + 1] == tokens.Ends[i] && char.IsUpper(tokens[i + 1].In(text)[0]);

    private static bool IsUncased(char c) => char.IsLetter(c) && !char.IsLower(c) && !char.IsUpper(c);

    private static bool IsFollowedByAttribution(ReadOnlySpan<char> text, TokenTable tokens, int from, int blockEnd)
    {
        var verbs = SpeechVerbs.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = from; i < Math.Min(from + AttributionWindow, blockEnd); i++)
        {
            var word = tokens[i].In(text);
            if (verbs.Contains(word))
            {
                return true;
            }

            if (!char.IsLetterOrDigit(word[0]))
            {
                return false;
            }
        }

        return false;
    }

    // A closing mark, or a footnote mark, that stands directly behind what it closes.
    private static bool ClosesSentence(ReadOnlySpan<char> text, TokenTable tokens, int i, out bool isQuote)
    {
        var word = tokens[i].In(text);
        isQuote = word is "”" or "\"" or "''" or "»" or "’" or "'" or "“" or "«" or "›";
        var touches = tokens.Starts[i] == tokens.Ends[i - 1];
        return word[0] switch
        {
            '”' or ')' or ']' or '}' or '!' or '?' or '.' or '…' => true,
            '[' => word.Length > 2,
            _ => isQuote && touches,
        };
    }

    // Where an overlong sentence is cut: after the last pause of its second half, or hard.
    private static int LastPause(ReadOnlySpan<char> text, TokenTable tokens, int start, int end)
    {
        for (var i = end - 1; i > start + MaxTokens / 2; i--)
        {
            if (tokens[i].In(text) is ";" or "," or ":" or "—" or "–" or ")" or "”" or "." or "!" or "?")
            {
                return i + 1;
            }
        }

        return end;
    }
}
