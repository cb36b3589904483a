using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>
/// Reads saved questions, one a line, with or without a name before a colon:
/// <code>
/// talks: denial of a claim about "prisoner exchange" by Orlic
/// position of Marta Vrana on ceasefire changed
/// new figure of killed about soldiers
/// new conflict about ceasefire
/// statement by Kolchek on sanctions
/// </code>
/// Empty lines and those that begin with # are passed over.
/// </summary>
public static class QuestionFile
{
    private const int MaxQuestions = 1_000;
    private const int MaxLine = 1_000;
    private const string Forms =
        "write 'denial of a claim about WORDS by ACTOR', 'position of ACTOR on ISSUE changed', 'new figure of MEASURE about WORDS', 'new conflict about WORDS' or 'statement by ACTOR on ISSUE'";

    /// <summary>The questions, and a fault for each line that is none.</summary>
    /// <param name="name">What the file is called in faults.</param>
    /// <param name="text">The file's text.</param>
    public static (ImmutableArray<SavedQuestion> Questions, ImmutableArray<Fault> Faults) Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var questions = ImmutableArray.CreateBuilder<SavedQuestion>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            var place = FormattableString.Invariant($"line {number}");
            if (questions.Count == MaxQuestions)
            {
                faults.Add(new Fault(name, place, $"is beyond the {MaxQuestions:N0} questions that are taken", "split the file"));
                break;
            }

            if (line.Length > MaxLine)
            {
                faults.Add(new Fault(name, place, $"is longer than {MaxLine:N0} characters", "ask for less at once"));
                continue;
            }

            try
            {
                questions.Add(QuestionOf(line.ToString()));
            }
            catch (FormatException e)
            {
                faults.Add(new Fault(name, place, e.Message, Forms));
            }
        }

        return (questions.ToImmutable(), faults.ToImmutable());
    }

    private static SavedQuestion QuestionOf(string line)
    {
        var words = Split(line);
        var name = line;
        if (words.Count > 1 && words[0] is { IsQuoted: false, Text: [.., ':'] named } && named.Length > 1)
        {
            (name, words) = (named[..^1], words[1..]);
        }

        var at = 0;
        while (at < words.Count && words[at].Is("a", "an", "the", "any", "new", "every"))
        {
            at++;
        }

        if (at == words.Count || words[at].IsQuoted || KindOf(words[at].Text) is not { } kind)
        {
            throw new FormatException(at == words.Count ? "asks for nothing" : $"asks for '{words[at].Text}', which is no denial, confirmation, withdrawal, position, figure, conflict or statement");
        }

        var clauses = Clauses(words, at + 1);
        return kind switch
        {
            QuestionKind.Position => Position(name, clauses),
            QuestionKind.Figure => new SavedQuestion(name, kind) { Measure = Key(clauses.Take("of")), Match = Match(clauses, actor: "by") },
            QuestionKind.Conflict => new SavedQuestion(name, kind) { Match = Match(clauses, actor: "of") },
            QuestionKind.Statement => Statement(name, clauses),
            _ => Answer(name, kind, clauses),
        };
    }

    private static SavedQuestion Position(string name, ClauseSet clauses)
    {
        var change = clauses.Last is { } last ? last switch
        {
            "changed" => (PositionChangeKind?)null,
            "hardened" => PositionChangeKind.Hardened,
            "softened" => PositionChangeKind.Softened,
            _ => throw new FormatException($"has '{last}' where 'changed', 'hardened' or 'softened' may stand"),
        } : null;
        var question = new SavedQuestion(name, QuestionKind.Position) { Match = new StatementMatch { Actor = clauses.Take("of"), Issue = Key(clauses.Take("on")) }, Change = change };
        clauses.MustBeEmpty();
        return question.Match switch
        {
            { Actor: null } => throw new FormatException("does not say whose position it is about"),
            { Issue: null } => throw new FormatException("does not say which issue the position is on"),
            _ => question,
        };
    }

    private static SavedQuestion Statement(string name, ClauseSet clauses)
    {
        var match = Match(clauses, actor: "by");
        return match.IsEmpty ? throw new FormatException("does not say whose statements, on what or about what") : new SavedQuestion(name, QuestionKind.Statement) { Match = match };
    }

    private static SavedQuestion Answer(string name, QuestionKind kind, ClauseSet clauses)
    {
        var of = clauses.Take("of");
        if (of is not (null or "a claim" or "the claim" or "claim" or "claims" or "any claim"))
        {
            throw new FormatException($"is about '{of}', where 'a claim about …' must stand");
        }

        var by = clauses.Take("by");
        var match = Match(clauses, actor: "from");
        return match.IsEmpty && by is null
            ? throw new FormatException("does not say what the claim is about or who answers it")
            : new SavedQuestion(name, kind) { Match = match, AnsweredBy = by };
    }

    private static StatementMatch Match(ClauseSet clauses, string actor)
    {
        var match = new StatementMatch { Actor = clauses.Take(actor), Issue = Key(clauses.Take("on")), About = clauses.Take("about") };
        clauses.MustBeEmpty();
        return match.About is { } about && !ContentWords.Of(about).Any() ? throw new FormatException($"is about '{about}', in which there is no word to look for") : match;
    }

    private static string? Key(string? words) => words is null ? null : string.Join('-', ContentWords.Words(words));

    private static QuestionKind? KindOf(string word) => word.ToLowerInvariant() switch
    {
        "denial" or "denials" => QuestionKind.Denial,
        "confirmation" or "confirmations" => QuestionKind.Confirmation,
        "withdrawal" or "withdrawals" => QuestionKind.Withdrawal,
        "position" or "positions" => QuestionKind.Position,
        "figure" or "figures" => QuestionKind.Figure,
        "conflict" or "conflicts" => QuestionKind.Conflict,
        "statement" or "statements" => QuestionKind.Statement,
        _ => null,
    };

    /// <summary>Cuts the words after the kind at of, on, by, about and from; a last word that ends a position stands for itself.</summary>
    private static ClauseSet Clauses(List<Word> words, int start)
    {
        var clauses = new ClauseSet();
        string? key = null;
        var value = new List<string>();
        for (var i = start; i <= words.Count; i++)
        {
            var isLast = i == words.Count - 1;
            if (i == words.Count || words[i].Is("of", "on", "by", "about", "from") || (isLast && words[i].Is("changed", "hardened", "softened")))
            {
                clauses.Add(key, string.Join(' ', value));
                key = i == words.Count ? null : words[i].Text.ToLowerInvariant();
                value.Clear();
                if (key is "changed" or "hardened" or "softened")
                {
                    clauses.Last = key;
                    break;
                }
            }
            else
            {
                value.Add(words[i].Text);
            }
        }

        return clauses;
    }

    private static List<Word> Split(string line)
    {
        var words = new List<Word>();
        for (var i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }

            var quoted = line[i] is '"' or '“' or '”';
            var start = quoted ? i + 1 : i;
            var end = start;
            while (end < line.Length && (quoted ? line[end] is not ('"' or '“' or '”') : !char.IsWhiteSpace(line[end])))
            {
                end++;
            }

            if (quoted && end == line.Length)
            {
                throw new FormatException("has a quotation mark that is not closed");
            }

            words.Add(new Word(line[start..end], quoted));
            i = quoted ? end + 1 : end;
        }

        return words;
    }

    private readonly record struct Word(string Text, bool IsQuoted)
    {
        public bool Is(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (!IsQuoted && Text.Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class ClauseSet
    {
        private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

        public string? Last { get; set; }

        public void Add(string? key, string value)
        {
            if (key is null)
            {
                if (value.Length > 0)
                {
                    throw new FormatException($"has '{value}' where 'of', 'about', 'by' or 'on' must stand");
                }
            }
            else if (value.Length == 0)
            {
                throw new FormatException($"has nothing after '{key}'");
            }
            else if (!_values.TryAdd(key, value))
            {
                throw new FormatException($"says '{key}' twice; put words that belong together in quotation marks");
            }
        }

        public string? Take(string key) => _values.Remove(key, out var value) ? value : null;

        public void MustBeEmpty()
        {
            foreach (var key in _values.Keys)
            {
                throw new FormatException($"says '{key} {_values[key]}', which cannot be asked here");
            }
        }
    }
}
