using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Coding.Words;

/// <summary>A row of a table found in a text.</summary>
internal readonly record struct PhraseMatch<T>(TokenRange Words, T Value);

/// <summary>
/// Finds the phrases of a table in a text. A phrase is a row of words: <c>say~</c> stands for all forms of a verb, <c>talk+</c> for a noun
/// and its plural, <c>negotiat*</c> for all words that begin so, <c>a|b</c> for either, <c>#</c> for a number in digits, <c>..</c> for up to
/// three words of any kind; <c>(x)</c> may be missing. Where phrases overlap, the longest that begins first is taken.
/// </summary>
internal sealed class PhraseTable<T>
{
    private const int Gap = int.MaxValue;
    private const int LongestGap = 3;

    private readonly FrozenDictionary<long, int> _next;
    private readonly ImmutableArray<T?> _values;
    private readonly bool[] _hasValue;
    private readonly bool[] _begins;
    private readonly Vocabulary _vocabulary;

    private PhraseTable(Builder builder, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _next = builder.Next.ToFrozenDictionary();
        _values = [.. builder.Values];
        _hasValue = [.. builder.HasValue];
        _begins = new bool[vocabulary.EntryCount];
        for (var entry = 0; entry < _begins.Length; entry++)
        {
            foreach (var symbol in vocabulary.SymbolsOf(entry))
            {
                _begins[entry] |= _next.ContainsKey(Key(0, symbol));
            }
        }
    }

    /// <summary>All phrases in <paramref name="range"/>, in text order, not overlapping.</summary>
    public List<PhraseMatch<T>> FindAll(ArticleWords words, TokenRange range)
    {
        var found = new List<PhraseMatch<T>>();
        for (var i = range.Start; i < range.End;)
        {
            if (LongestAt(words, i, range.End) is { } match)
            {
                found.Add(match);
                i = match.Words.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>All phrases in <paramref name="range"/> at all places, overlapping ones too: the longest at each word.</summary>
    public List<PhraseMatch<T>> FindOverlapping(ArticleWords words, TokenRange range)
    {
        var found = new List<PhraseMatch<T>>();
        for (var i = range.Start; i < range.End; i++)
        {
            if (LongestAt(words, i, range.End) is { } match)
            {
                found.Add(match);
            }
        }

        return found;
    }

    /// <summary>The longest phrase that begins at <paramref name="start"/> and ends before <paramref name="end"/>.</summary>
    public PhraseMatch<T>? LongestAt(ArticleWords words, int start, int end)
    {
        if (start >= end || !_begins[words.Entries[start]])
        {
            return null;
        }

        var (length, value) = Longest(words, start, end, 0, 0);
        return length == 0 ? null : new PhraseMatch<T>(new TokenRange(start, start + length), value!);
    }

    private (int Length, T? Value) Longest(ArticleWords words, int i, int end, int node, int length)
    {
        (int Length, T? Value) best = _hasValue[node] ? (length, _values[node]) : (0, default);
        if (i < end)
        {
            foreach (var symbol in _vocabulary.SymbolsOf(words.Entries[i]))
            {
                if (_next.TryGetValue(Key(node, symbol), out var next) && Longest(words, i + 1, end, next, length + 1) is var deeper && deeper.Length > best.Length)
                {
                    best = deeper;
                }
            }
        }

        if (_next.TryGetValue(Key(node, Gap), out var afterGap))
        {
            for (var skip = 0; skip <= LongestGap && i + skip < end; skip++)
            {
                if (Longest(words, i + skip, end, afterGap, length + skip) is var deeper && deeper.Length > best.Length)
                {
                    best = deeper;
                }
            }
        }

        return best;
    }

    private static long Key(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    /// <summary>Collects the phrases.</summary>
    internal sealed class Builder(Vocabulary.Builder vocabulary)
    {
        private const int MostExpansions = 4096;

        public Dictionary<long, int> Next { get; } = [];

        public List<T?> Values { get; } = [default];

        public List<bool> HasValue { get; } = [false];

        /// <summary>Adds a phrase; of two equal phrases the first stays.</summary>
        /// <exception cref="TableFormatException">The phrase cannot be read.</exception>
        public void Add(TableFile.Row row, string phrase, T value)
        {
            List<int> nodes = [0];
            var isEmpty = true;
            foreach (var element in phrase.ToLowerInvariant().Replace('’', '\'').Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var optional = element.Length > 2 && element[0] == '(' && element[^1] == ')';
                var reached = optional ? new HashSet<int>(nodes) : [];
                foreach (var symbol in SymbolsOf(row, optional ? element[1..^1] : element))
                {
                    foreach (var node in nodes)
                    {
                        reached.Add(Step(node, symbol));
                    }
                }

                if (reached.Count > MostExpansions)
                {
                    throw row.Error($"'{phrase}' stands for too many phrases; write several rows");
                }

                nodes = [.. reached];
                isEmpty &= optional || element == "..";
            }

            if (isEmpty)
            {
                throw row.Error("an empty phrase; words are expected");
            }

            foreach (var node in nodes.Where(node => !HasValue[node]))
            {
                (HasValue[node], Values[node]) = (true, value);
            }
        }

        public PhraseTable<T> Build(Vocabulary built) => new(this, built);

        private int Step(int node, int symbol)
        {
            if (!Next.TryGetValue(Key(node, symbol), out var next))
            {
                Next[Key(node, symbol)] = next = Values.Count;
                Values.Add(default);
                HasValue.Add(false);
            }

            return next;
        }

        private IEnumerable<int> SymbolsOf(TableFile.Row row, string element)
        {
            if (element == "..")
            {
                return [Gap];
            }

            return element.Split('|').SelectMany<string, int>(word => word switch
            {
                "#" => [Vocabulary.Number],
                [.. var verb, '~'] when verb.Length > 0 => WordForms.OfVerb(verb).Select(vocabulary.Word),
                [.. var noun, '+'] when noun.Length > 0 => WordForms.OfNoun(noun).Select(vocabulary.Word),
                [.. var prefix, '*'] => [vocabulary.Prefix(prefix) ?? throw row.Error($"'{word}' is too short; at least three letters are expected before *")],
                "" => throw row.Error($"'{element}' has an empty alternative; words separated by | are expected"),
                _ => [vocabulary.Word(word)],
            });
        }
    }
}
