using System.Globalization;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Reads statements as propositions and counts in how many of them each term stands. Not shared between threads.</summary>
internal sealed class PropositionReader
{
    private const int MaxWords = 400;

    private readonly Lexicon _lexicon = new();
    private readonly List<Token> _tokens = [];
    private readonly SortedDictionary<int, (sbyte Sign, bool IsName)> _terms = [];
    private int[] _occurrences = new int[1024];
    private int _count;

    /// <summary>In how many propositions a term stands.</summary>
    public int OccurrencesOf(int term) => term < _occurrences.Length ? _occurrences[term] : 0;

    /// <summary>Weight of a term: the rarer, the heavier (inverse document frequency, smoothed for small ledgers).</summary>
    public double WeightOf(int term) => Math.Log((_count + 20.0) / (OccurrencesOf(term) + 1.0));

    /// <summary>Reads a statement. One that demands, offers, promises or the like is its own actor's act; any other stands for itself.</summary>
    public Proposition Read(ReportedStatement statement)
    {
        var performs = statement.Statement.Polarity is Polarity.Demands or Polarity.Offers or Polarity.Pledges or Polarity.Threatens or Polarity.Asks or Polarity.Rejects;
        return Read(statement.Words, performs ? statement.Statement.Actor?.Id ?? "nobody" : null, statement.Statement.Polarity == Polarity.Denies);
    }

    /// <summary>Reads words; <paramref name="denied"/> tells that they are disputed.</summary>
    public Proposition Read(string words, string? performer = null, bool denied = false)
    {
        _tokens.Clear();
        _terms.Clear();
        _lexicon.Read(words, MaxWords, _tokens);
        var numbers = new SortedSet<decimal>();
        var times = new SortedSet<string>(StringComparer.Ordinal);
        var negations = 0;
        var negates = false;
        var conditional = false;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var lexeme = _tokens[i].Lexeme;
            conditional |= i > 0 && lexeme.Lower is "if" or "unless" or "provided";
            if (IsNegator(i))
            {
                negations++;
                negates = true;
            }
            else if (lexeme.Term >= 0)
            {
                Add(_tokens[i], negates);
                negates = false;
            }
            else if (lexeme.Kind is LexemeKind.Month)
            {
                times.Add(DayOf(i) is { } day ? string.Create(CultureInfo.InvariantCulture, $"{lexeme.Lower} {day:0}") : lexeme.Lower);
            }
            else if (lexeme.Kind is LexemeKind.Weekday or LexemeKind.Year)
            {
                times.Add(lexeme.Lower);
            }
            else if (lexeme.Kind is LexemeKind.Number or LexemeKind.Multiplier && !IsDay(i))
            {
                numbers.Add(NumberAt(ref i));
            }
        }

        return new Proposition
        {
            Terms = [.. _terms.Keys],
            Signs = [.. _terms.Values.Select(t => t.Sign)],
            IsName = [.. _terms.Values.Select(t => t.IsName)],
            Numbers = [.. numbers],
            Times = [.. times],
            IsNegated = negations % 2 == 1,
            IsDenied = denied && negations == 0,
            IsConditional = conditional,
            Performer = performer,
        };
    }

    /// <summary>Counts a proposition's terms, so that the frequent ones weigh less.</summary>
    public void Learn(Proposition proposition)
    {
        _count++;
        foreach (var term in proposition.Terms)
        {
            if (term >= _occurrences.Length)
            {
                Array.Resize(ref _occurrences, Math.Max(term + 1, _occurrences.Length * 2));
            }

            _occurrences[term]++;
        }
    }

    private void Add(Token token, bool negated)
    {
        var sign = negated ? (sbyte)-token.Lexeme.Sign : token.Lexeme.Sign;
        var isName = token.Lexeme.IsState || (token.IsCapital && !token.StartsSentence);
        _terms[token.Lexeme.Term] = _terms.TryGetValue(token.Lexeme.Term, out var before) ? (Math.Min(before.Sign, sign), before.IsName || isName) : (sign, isName);
    }

    private bool IsNegator(int index)
    {
        var next = index + 1 < _tokens.Count ? _tokens[index + 1].Lexeme.Lower : "";
        return _tokens[index].Lexeme.Kind switch
        {
            LexemeKind.Negator => next is not ("only" or "fewer" or "less" or "just"),
            LexemeKind.NegatorBeforeTo => next == "to",
            LexemeKind.NegatorBeforeOut => next == "out",
            _ => false,
        };
    }

    private decimal? DayOf(int month) =>
        IsDayNumber(month - 1) ? _tokens[month - 1].Lexeme.Number : IsDayNumber(month + 1) ? _tokens[month + 1].Lexeme.Number : null;

    private bool IsDay(int index) => IsDayNumber(index) &&
        ((index > 0 && _tokens[index - 1].Lexeme.Kind == LexemeKind.Month) || (index + 1 < _tokens.Count && _tokens[index + 1].Lexeme.Kind == LexemeKind.Month));

    private bool IsDayNumber(int index) =>
        index >= 0 && index < _tokens.Count && _tokens[index].Lexeme is { Kind: LexemeKind.Number, Number: >= 1 and <= 31 } lexeme && char.IsAsciiDigit(lexeme.Lower[0]);

    /// <summary>Reads "forty two", "three hundred thousand" from <paramref name="index"/> on and moves it to the last word.</summary>
    private decimal NumberAt(ref int index)
    {
        var value = _tokens[index].Lexeme.Number;
        while (index + 1 < _tokens.Count && _tokens[index + 1].Lexeme is { Kind: LexemeKind.Multiplier or LexemeKind.Number or LexemeKind.One } next && value < 1_000_000_000_000m)
        {
            if (next.Kind == LexemeKind.Multiplier)
            {
                value *= next.Number;
            }
            else if (value is >= 20 and < 100 && value % 10 == 0 && next.Number < 10 && !char.IsAsciiDigit(next.Lower[0]))
            {
                value += next.Number;
            }
            else
            {
                break;
            }

            index++;
        }

        return value;
    }
}
