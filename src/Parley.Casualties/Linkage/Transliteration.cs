using System.Collections.Frozen;
using System.Text;

namespace Parley.Casualties.Linkage;

/// <summary>
/// A scheme that writes Cyrillic in Latin letters: BGN/PCGN, ISO 9, ICAO Doc 9303, the passport and Ukrainian rules, and others. It can be
/// undone, though not to one spelling: several letters may be written alike.
/// </summary>
public sealed class Transliteration
{
    private static readonly FrozenDictionary<string, Transliteration> Schemes =
        CasualtyTable.Rows("transliteration.tsv").GroupBy(r => r[0]).ToFrozenDictionary(g => g.Key, g => new Transliteration(g.Key, g));

    private readonly Dictionary<string, string> _any = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _after = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _wordStart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _wordEnd = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sequences = new(StringComparer.Ordinal);

    /// <summary>Every way in which the scheme can write some letters, for undoing it.</summary>
    private readonly FrozenDictionary<char, (string Cyrillic, string Latin)[]> _ways;

    private Transliteration(string name, IEnumerable<string[]> rules)
    {
        Name = name;
        foreach (var rule in rules)
        {
            Language = rule[1];
            var into = rule[2] switch
            {
                "any" or "delete" => _any, "after" => _after, "before" => _before, "word_start" => _wordStart, "word_end" => _wordEnd, "sequence" => _sequences,
                _ => throw new InvalidOperationException($"transliteration.tsv: no context '{rule[2]}'"),
            };
            into.TryAdd(rule[3], rule[4]);
        }

        _ways = _any.Concat(_wordStart).Concat(_wordEnd).Concat(_sequences)
            .Concat(_after.Select(r => new KeyValuePair<string, string>(r.Key[^1..], r.Value)))
            .Concat(_before.Select(r => new KeyValuePair<string, string>(r.Key[..1], r.Value)))
            .Select(r => (Cyrillic: r.Key, Latin: r.Value)).Distinct()
            .GroupBy(r => r.Cyrillic[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Names of all schemes.</summary>
    public static IEnumerable<string> Names => Schemes.Keys.Order(StringComparer.Ordinal);

    /// <summary>The scheme's name, e.g. <c>icao_doc_9303</c>.</summary>
    public string Name { get; }

    /// <summary>The language that it writes: ru or uk.</summary>
    public string Language { get; } = "ru";

    /// <summary>The scheme with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Transliteration Scheme(string name) =>
        Schemes.TryGetValue(name, out var scheme) ? scheme : throw new KeyNotFoundException($"there is no scheme '{name}'; there are {string.Join(", ", Names)}");

    /// <summary>Writes a Cyrillic text in Latin letters; what is not Cyrillic stays.</summary>
    public string Apply(string cyrillic)
    {
        ArgumentNullException.ThrowIfNull(cyrillic);
        var latin = new StringBuilder(cyrillic.Length + 8);
        for (var start = 0; start < cyrillic.Length;)
        {
            var end = start;
            while (end < cyrillic.Length && (char.IsLetter(cyrillic[end]) || _any.ContainsKey(cyrillic[end].ToString())))
            {
                end++;
            }

            if (end == start)
            {
                latin.Append(cyrillic[start++]);
                continue;
            }

            ApplyWord(cyrillic[start..end], latin);
            start = end;
        }

        return latin.ToString();
    }

    /// <summary>Whether undoing the scheme on <paramref name="latin"/> can give <paramref name="cyrillic"/>.</summary>
    public bool CanStandFor(string latin, string cyrillic)
    {
        ArgumentNullException.ThrowIfNull(latin);
        ArgumentNullException.ThrowIfNull(cyrillic);
        var (from, to) = (cyrillic.ToLowerInvariant(), latin.ToLowerInvariant());
        // reached[i, j]: the first i Cyrillic letters can be written as the first j Latin ones.
        var reached = new bool[from.Length + 1, to.Length + 1];
        reached[0, 0] = true;
        for (var i = 0; i < from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                if (!reached[i, j])
                {
                    continue;
                }

                if (j < to.Length && from[i] == to[j])
                {
                    reached[i + 1, j + 1] = true;
                }

                foreach (var (letters, written) in _ways.TryGetValue(from[i], out var ways) ? ways : [])
                {
                    if (string.CompareOrdinal(from, i, letters, 0, letters.Length) == 0 && string.CompareOrdinal(to, j, written, 0, written.Length) == 0
                        && i + letters.Length <= from.Length && j + written.Length <= to.Length)
                    {
                        reached[i + letters.Length, j + written.Length] = true;
                    }
                }
            }
        }

        return reached[from.Length, to.Length];
    }

    private void ApplyWord(string word, StringBuilder latin)
    {
        var lower = word.ToLowerInvariant();
        var ending = lower.Length > 2 && _wordEnd.TryGetValue(lower[^2..], out var written) ? written : null;
        var length = ending is null ? lower.Length : lower.Length - 2;
        for (var i = 0; i < length; i++)
        {
            if (i + 1 < length && _sequences.TryGetValue(lower.Substring(i, 2), out var both))
            {
                Append(latin, both, word[i]);
                i++;
                continue;
            }

            // A letter without a rule of its own stays, a Latin one among Cyrillic too.
            var letter = lower[i].ToString();
            var found = (i == 0 && _wordStart.TryGetValue(letter, out var first) ? first : null)
                ?? _after.GetValueOrDefault(i == 0 ? letter : lower.Substring(i - 1, 2))
                ?? (i + 1 < lower.Length ? _before.GetValueOrDefault(lower.Substring(i, 2)) : null)
                ?? _any.GetValueOrDefault(letter)
                ?? letter;
            Append(latin, found, word[i]);
        }

        latin.Append(ending);
    }

    private static void Append(StringBuilder latin, string letters, char original)
    {
        if (letters.Length == 0)
        {
            return;
        }

        latin.Append(char.IsUpper(original) ? char.ToUpperInvariant(letters[0]) : letters[0]).Append(letters.AsSpan(1));
    }
}
