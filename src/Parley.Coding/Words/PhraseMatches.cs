using Parley.Language;

namespace Parley.Coding.Words;

/// <summary>The rows of a table found in a text, in text order, for asking which lie in a part of it.</summary>
internal sealed class PhraseMatches<T>(List<PhraseMatch<T>> matches)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<PhraseMatch<T>> All => matches;

    /// <summary>Those that lie wholly inside <paramref name="range"/>.</summary>
    public IEnumerable<PhraseMatch<T>> Within(TokenRange range)
    {
        var (low, high) = (0, matches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = matches[middle].Words.Start < range.Start ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < matches.Count && matches[i].Words.Start < range.End; i++)
        {
            if (matches[i].Words.End <= range.End)
            {
                yield return matches[i];
            }
        }
    }

    /// <summary>Those that lie wholly inside one of the <paramref name="ranges"/>.</summary>
    public IEnumerable<PhraseMatch<T>> Within(IEnumerable<TokenRange> ranges) => ranges.SelectMany(Within);
}
