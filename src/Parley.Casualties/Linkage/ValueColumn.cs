namespace Parley.Casualties.Linkage;

/// <summary>The different values of a column, each with its number, how often it occurs, and the form under which it is compared.</summary>
/// <param name="fold">Gives a spelling's skeleton.</param>
internal sealed class ValueColumn(Func<string, string> fold)
{
    /// <summary>The number that stands for a missing value.</summary>
    public const int Missing = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _spellings = [];
    private readonly List<int> _counts = [];

    /// <summary>How many different spellings there are.</summary>
    public int Count => _spellings.Count;

    /// <summary>How many records have a value.</summary>
    public int Records { get; private set; }

    /// <summary>Skeleton of each spelling; set by <see cref="Freeze"/>.</summary>
    public string[] Skeletons { get; private set; } = [];

    /// <summary>Number of the form that each spelling is one of: equal for spellings of the same name; set by <see cref="Freeze"/>.</summary>
    public int[] Forms { get; private set; } = [];

    /// <summary>Share of the records whose value has this form, by form; set by <see cref="Freeze"/>.</summary>
    public double[] FormShares { get; private set; } = [];

    /// <summary>Counts one occurrence and gives the spelling's number.</summary>
    public int Add(ReadOnlySpan<char> spelling)
    {
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(spelling, out var number))
        {
            number = _spellings.Count;
            var text = spelling.ToString();
            _numbers.Add(text, number);
            _spellings.Add(text);
            _counts.Add(0);
        }

        _counts[number]++;
        Records++;
        return number;
    }

    /// <summary>The spelling with a number.</summary>
    public string Spelling(int number) => _spellings[number];

    /// <summary>How many records have this spelling.</summary>
    public int CountOf(int number) => _counts[number];

    /// <summary>Works out skeletons and forms when all values are in.</summary>
    /// <param name="form">Gives the form of a skeleton; two spellings are one name if their forms are equal.</param>
    /// <param name="resolve">May replace the skeleton of spellings that can be read in several ways.</param>
    public void Freeze(Func<string, string> form, Action<ValueColumn>? resolve = null)
    {
        Skeletons = [.. _spellings.Select(fold)];
        resolve?.Invoke(this);
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        Forms = new int[Count];
        var counts = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            // A value without a letter or digit is a form of its own.
            var key = Skeletons[i].Length == 0 ? "\0" + _spellings[i] : form(Skeletons[i]);
            if (!forms.TryGetValue(key, out var number))
            {
                forms.Add(key, number = forms.Count);
                counts.Add(0);
            }

            Forms[i] = number;
            counts[number] += _counts[i];
        }

        FormShares = [.. counts.Select(c => (double)c / Math.Max(1, Records))];
    }
}
