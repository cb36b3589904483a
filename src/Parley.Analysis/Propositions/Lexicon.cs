using System.Collections.Frozen;
using System.Globalization;

namespace Parley.Analysis;

/// <summary>What a word is to a proposition, each spelling looked up once.</summary>
internal sealed class Lexicon
{
    private static readonly FrozenSet<string> s_negators = Set("not no never none nobody nothing neither nor cannot fail failed fails failing untrue unable lack lacks lacked without");

    private static readonly FrozenSet<string> s_negatorsBeforeTo = Set("refuse refused refuses refusing decline declined declines declining");

    private static readonly FrozenSet<string> s_weekdays = Set("monday tuesday wednesday thursday friday saturday sunday");

    private static readonly FrozenDictionary<string, int> s_months =
        "january february march april may june july august september october november december".Split(' ').Select((m, i) => (m, i)).ToFrozenDictionary(p => p.m, p => p.i + 1, StringComparer.Ordinal);

    private readonly Dictionary<string, Lexeme> _lexemes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);

    /// <summary>Number of different terms met.</summary>
    public int TermCount => _terms.Count;

    /// <summary>The words of a text in order, at most <paramref name="most"/>.</summary>
    public void Read(string text, int most, List<Token> tokens)
    {
        var lookup = _lexemes.GetAlternateLookup<ReadOnlySpan<char>>();
        var startsSentence = true;
        var start = -1;
        for (var i = 0; i <= text.Length && tokens.Count < most; i++)
        {
            var inWord = i < text.Length && (char.IsLetterOrDigit(text[i]) ||
                (text[i] is ',' or '.' && start >= 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])));
            if (inWord)
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
            {
                var raw = text.AsSpan(start, Math.Min(i - start, 40));
                if (raw is "t" && tokens.Count > 0 && start > 0 && text[start - 1] is '\'' or '’')
                {
                    // Of "isn't" and "won't" only the negation counts.
                    tokens[^1] = new Token(Lexeme.Not, IsCapital: false, tokens[^1].StartsSentence);
                }
                else
                {
                    if (!lookup.TryGetValue(raw, out var lexeme))
                    {
                        _lexemes[raw.ToString()] = lexeme = Classify(raw.ToString());
                    }

                    tokens.Add(new Token(lexeme, char.IsUpper(raw[0]), startsSentence));
                }

                startsSentence = false;
                start = -1;
            }

            startsSentence |= i < text.Length && text[i] is '.' or '!' or '?' or ':';
        }
    }

    private Lexeme Classify(string raw)
    {
        var lower = raw.ToLower(CultureInfo.InvariantCulture);
        if (NumberWords.TryRead(lower, out var number))
        {
            var isYear = lower.Length == 4 && number is >= 1990 and <= 2040 && number == Math.Truncate(number);
            return new Lexeme(isYear ? LexemeKind.Year : LexemeKind.Number, lower, -1, 1, number);
        }

        if (lower == "one")
        {
            return new Lexeme(LexemeKind.One, lower, -1, 1, 1);
        }

        if (NumberWords.TryMultiplier(lower.EndsWith('s') ? lower[..^1] : lower, out var factor))
        {
            return new Lexeme(LexemeKind.Multiplier, lower, -1, 1, factor);
        }

        var kind = s_negators.Contains(lower) ? LexemeKind.Negator
            : s_weekdays.Contains(lower) ? LexemeKind.Weekday
            : s_months.ContainsKey(lower) && char.IsUpper(raw[0]) ? LexemeKind.Month
            : FunctionWords.All.Contains(lower) ? LexemeKind.Function
            : s_negatorsBeforeTo.Contains(lower) ? LexemeKind.NegatorBeforeTo
            : lower is "rule" or "ruled" or "rules" or "ruling" or "run" or "ran" or "runs" or "running" ? LexemeKind.NegatorBeforeOut
            : LexemeKind.Content;
        var (term, sign) = Wordings.Canonical(WordStem.Of(lower), lower);
        return new Lexeme(kind, lower, kind is LexemeKind.Content or LexemeKind.NegatorBeforeTo or LexemeKind.NegatorBeforeOut ? IdOf(term) : -1, (sbyte)sign, 0)
        {
            IsState = Wordings.NamesState(lower),
        };
    }

    private int IdOf(string term)
    {
        if (!_terms.TryGetValue(term, out var id))
        {
            _terms[term] = id = _terms.Count;
        }

        return id;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>A word in its place.</summary>
internal readonly record struct Token(Lexeme Lexeme, bool IsCapital, bool StartsSentence);

/// <summary>What a spelling is.</summary>
internal sealed record Lexeme(LexemeKind Kind, string Lower, int Term, sbyte Sign, decimal Number)
{
    public static Lexeme Not { get; } = new(LexemeKind.Negator, "not", -1, 1, 0);

    public bool IsState { get; init; }
}

/// <summary>What a word does in a proposition.</summary>
internal enum LexemeKind
{
    Function,
    Content,
    Negator,
    NegatorBeforeTo,
    NegatorBeforeOut,
    Number,
    Multiplier,
    One,
    Year,
    Month,
    Weekday,
}
