namespace Parley.Casualties.Gathering;

/// <summary>A phrase of the tables: words, one or the other of several, endings left open, and numbers.</summary>
internal sealed class ReportPhrase
{
    private const string NumberMark = "<n>";

    private readonly string[][] _words;

    /// <summary>Reads a phrase as the table's heading explains it.</summary>
    public ReportPhrase(string kind, string value, string phrase, string governs = "")
    {
        (Kind, Value, Governs) = (kind, value, governs);
        _words = [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('|'))];
    }

    /// <summary>What it shows.</summary>
    public string Kind { get; }

    /// <summary>The value that it gives.</summary>
    public string Value { get; }

    /// <summary>The case in which words after it stand.</summary>
    public string Governs { get; }

    /// <summary>How many words it has.</summary>
    public int Length => _words.Length;

    /// <summary>The words by which it can begin, endings and numbers left out; null if it begins with a number.</summary>
    public IEnumerable<string>? Beginnings => _words[0].Any(w => w.StartsWith(NumberMark, StringComparison.Ordinal)) ? null : _words[0];

    /// <summary>Whether it stands at a word; the words must not be parted by marks that end a clause.</summary>
    /// <param name="words">The report's words.</param>
    /// <param name="at">Index of the first word.</param>
    /// <param name="number">The number in it, or -1.</param>
    public bool Matches(IReadOnlyList<ReportWord> words, int at, out int number)
    {
        number = -1;
        if (at + _words.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < _words.Length; i++)
        {
            var word = words[at + i];
            if ((i > 0 && (word.Block != words[at].Block || word.Gap is not ("" or "." or "«" or "\""))) || !MatchesAny(_words[i], word.Lower, ref number))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MatchesAny(string[] alternatives, string word, ref int number)
    {
        foreach (var alternative in alternatives)
        {
            var pattern = alternative.AsSpan();
            var rest = word.AsSpan();
            if (pattern.StartsWith(NumberMark, StringComparison.Ordinal))
            {
                var value = GatheringTables.Number(rest, out var length);
                if (value < 0)
                {
                    continue;
                }

                number = value;
                pattern = pattern[NumberMark.Length..];
                rest = rest[length..];
            }

            if (pattern is [.., '*'] ? rest.StartsWith(pattern[..^1], StringComparison.Ordinal) : rest.SequenceEqual(pattern))
            {
                return true;
            }
        }

        return false;
    }
}
