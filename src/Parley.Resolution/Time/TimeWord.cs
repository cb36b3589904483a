using System.Collections.Frozen;
using System.Globalization;

namespace Parley.Resolution.Time;

/// <summary>What a word can do in a time expression.</summary>
internal enum TimeWordClass : byte
{
    None,
    Punctuation,
    Digits,
    Month,
    Weekday,
    Unit,
    Number,
    Ordinal,
    Few,
    Couple,
    Half,
    Season,
    Daypart,
    Clock,
    Deictic,
    Tonight,
    Overnight,
    Present,
    Current,
    Past,
    Recent,
    FutureNoun,
    Frequency,
    Relative,
    That,
    Latest,
    Each,
    Position,
    Approx,
    Ago,
    Shift,
    Article,
    Indefinite,
    Fiscal,
    Era,
    Zone,
}

/// <summary>A word of the table: its class and value.</summary>
/// <param name="Class">What it can do.</param>
/// <param name="Number">The value where it is a number.</param>
/// <param name="Code">The value as TIMEX3 writes it.</param>
internal sealed record TimeWord(TimeWordClass Class, int Number, string Code)
{
    private static readonly Lazy<FrozenDictionary<string, TimeWord>> s_words = new(Load);

    /// <summary>The table, by words in any case.</summary>
    public static FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> Table => s_words.Value.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, TimeWord> Load()
    {
        using var stream = typeof(TimeWord).Assembly.GetManifestResourceStream("time/words.tsv")
            ?? throw new InvalidOperationException("table time/words.tsv is not built in");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var row = line.Split('\t');
            var word = new TimeWord(
                Enum.Parse<TimeWordClass>(row[0], ignoreCase: true),
                int.TryParse(row[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0, row[1]);
            foreach (var spelling in row[2].Split(' '))
            {
                words.TryAdd(spelling, word);
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
