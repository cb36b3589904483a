using System.Collections.Frozen;

namespace Parley.Coding.Words;

/// <summary>
/// The words that the tables ask for. Every phrase table shares one vocabulary, so that a word of an article is looked up once.
/// A word in a text has an entry; an entry stands for one or several symbols (the word itself, and open-ended patterns that it fits).
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Entry of words that no table asks for.</summary>
    public const int Unknown = 0;

    /// <summary>Symbol and entry of numbers written in digits; in patterns <c>#</c>.</summary>
    public const int Number = 1;

    private const int ShortestPrefix = 3;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _prefixesByStart;
    private readonly FrozenDictionary<string, int> _prefixEntries;
    private readonly int[][] _symbols;

    private Vocabulary(Builder builder)
    {
        var prefixes = builder.Prefixes.Keys.OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal).ToArray();
        var symbols = new List<int[]> { Array.Empty<int>(), new[] { Number } };
        var prefixEntries = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var prefix in prefixes)
        {
            prefixEntries[prefix] = symbols.Count;
            symbols.Add([.. prefixes.Where(p => prefix.StartsWith(p, StringComparison.Ordinal)).Select(p => builder.Prefixes[p])]);
        }

        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, symbol) in builder.Words.OrderBy(w => w.Value))
        {
            words[word] = symbols.Count;
            symbols.Add([symbol, .. prefixes.Where(p => word.StartsWith(p, StringComparison.Ordinal)).Select(p => builder.Prefixes[p])]);
        }

        _symbols = [.. symbols];
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixEntries = prefixEntries.ToFrozenDictionary(StringComparer.Ordinal);
        _prefixesByStart = prefixes.GroupBy(p => p[..ShortestPrefix])
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of entries.</summary>
    public int EntryCount => _symbols.Length;

    /// <summary>The entry of a word of a text, whatever its case.</summary>
    public int EntryOf(ReadOnlySpan<char> word)
    {
        if (_words.TryGetValue(word, out var entry))
        {
            return entry;
        }

        if (word.Length >= ShortestPrefix && _prefixesByStart.TryGetValue(word[..ShortestPrefix], out var prefixes))
        {
            foreach (var prefix in prefixes) // the longest first
            {
                if (word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return _prefixEntries[prefix];
                }
            }
        }

        return Unknown;
    }

    /// <summary>The symbols that an entry stands for.</summary>
    public ReadOnlySpan<int> SymbolsOf(int entry) => _symbols[entry];

    /// <summary>Collects the words of all tables before any text is read.</summary>
    internal sealed class Builder
    {
        private int _next = Number + 1;

        public Dictionary<string, int> Words { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Prefixes { get; } = new(StringComparer.Ordinal);

        /// <summary>The symbol of a word in lower case.</summary>
        public int Word(string word) => Words.TryGetValue(word, out var symbol) ? symbol : Words[word] = _next++;

        /// <summary>The symbol of all words that begin so; null if the beginning is too short to be meant.</summary>
        public int? Prefix(string prefix) => prefix.Length < ShortestPrefix ? null
            : Prefixes.TryGetValue(prefix, out var symbol) ? symbol : Prefixes[prefix] = _next++;

        public Vocabulary Build() => new(this);
    }
}
