using System.Globalization;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Agreements;

/// <summary>How an agreement is mentioned.</summary>
internal enum MentionKind
{
    /// <summary>By a name.</summary>
    Named,

    /// <summary>"the agreement", "this deal".</summary>
    Short,

    /// <summary>"the 2015 nuclear agreement": definite, but by no name of its own.</summary>
    Described,

    /// <summary>Something that could be agreed: "a moratorium on …".</summary>
    Plan,
}

/// <summary>A mention of an agreement.</summary>
internal readonly record struct Mention(TokenRange Words, MentionKind Kind, Accord Accord);

/// <summary>Finds mentions of agreements in a sentence: known names, open patterns ("Treaty of …", "… Agreement"), short forms and plans.</summary>
internal sealed class MentionFinder(AgreementTables tables, PhraseTable<string> countries)
{
    private const int LongestName = 7;
    private const int LongestShortForm = 4;

    public List<Mention> FindAll(ArticleWords words, TokenRange sentence)
    {
        var found = new List<Mention>();
        for (var i = sentence.Start; i < sentence.End;)
        {
            var mention = Known(words, i, sentence) ?? Resolution(words, i, sentence) ?? ByHead(words, i, sentence);
            if (mention is { } m && (found.Count == 0 || m.Words.Start >= found[^1].Words.End))
            {
                found.Add(WithDate(words, m, sentence));
                i = found[^1].Words.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private Mention? Known(ArticleWords words, int i, TokenRange sentence)
    {
        if (tables.Accords.LongestAt(words, i, sentence.End) is not { } match || !words.IsCapitalised(i))
        {
            return null;
        }

        return new Mention(WithAbbreviation(words, match.Words, sentence), MentionKind.Named, match.Value);
    }

    // "International Humanitarian Law (IHL)"
    private static TokenRange WithAbbreviation(ArticleWords words, TokenRange name, TokenRange sentence)
    {
        var end = name.End;
        return end + 2 < sentence.End && words.Is(end, "(") && words.Is(end + 2, ")") && words.Word(end + 1).IndexOfAnyExceptInRange('A', 'Z') < 0
            ? new TokenRange(name.Start, end + 3)
            : name;
    }

    // "UN Security Council Resolution 1701", "Resolution 242"
    private static Mention? Resolution(ArticleWords words, int i, TokenRange sentence)
    {
        if (!(words.Is(i, "resolution") && i + 1 < sentence.End && words.Entries[i + 1] == Vocabulary.Number && words[i + 1].Length <= 5))
        {
            return null;
        }

        var start = i;
        while (start > sentence.Start && words.IsCapitalised(start - 1) && i - start < 5 && !words.Is(start - 1, "the"))
        {
            start--;
        }

        var body = start < i ? words.SpanOf(new TokenRange(start, i)).In(words.Text).ToString().Replace("U.N.", "UN", StringComparison.Ordinal) : "UN Security Council";
        body = body is "Security Council" or "UNSC" or "UN" or "United Nations" ? "UN Security Council" : body;
        return new Mention(new TokenRange(start, i + 2), MentionKind.Named, new Accord($"{body} Resolution {words.Word(i + 1)}", null, [body]));
    }

    private Mention? ByHead(ArticleWords words, int i, TokenRange sentence)
    {
        if (tables.Heads.LongestAt(words, i, sentence.End) is not { } head)
        {
            return null;
        }

        var (start, end) = (i, head.Words.End);
        while (start > sentence.Start && i - start < LongestName && words.IsCapitalised(start - 1) && !IsDeterminer(words, start - 1) && !SeparatedBefore(words, start))
        {
            start--;
        }

        var last = words.IsCapitalised(end - 1);
        if (last && end + 1 < sentence.End && (words.Is(end, "of") || words.Is(end, "on") || words.Is(end, "for")) && NameFrom(words, end + 1, sentence.End) is var nameEnd && nameEnd > end + 1)
        {
            end = nameEnd;
        }

        var isNamed = (start < i || end > head.Words.End) && head.Value.TakesName && (!head.Value.NeedsCapital || last) && !IsOnlyCountry(words, start, i, end > head.Words.End);
        if (isNamed)
        {
            var named = new TokenRange(start, end);
            return new Mention(named, MentionKind.Named, new Accord(Text(words, named), null, []));
        }

        if (head.Value.IsPlan)
        {
            return Plan(words, i, head.Words, sentence);
        }

        return head.Value.MayBeShort ? Short(words, i, head.Words, sentence) : null;
    }

    // "the deal", "these pan-European security agreements"
    private static Mention? Short(ArticleWords words, int i, TokenRange head, TokenRange sentence)
    {
        var start = i;
        while (start > sentence.Start && i - start < LongestShortForm && char.IsLetter(words.Word(start - 1)[0]) && !IsLink(words, start - 1) && !IsDefinite(words, start - 1) && !IsIndefinite(words, start - 1))
        {
            start--;
        }

        var isDefinite = start > sentence.Start && IsDefinite(words, start - 1) && !IsIndefinite(words, start);
        return isDefinite
            ? new Mention(new TokenRange(start - 1, head.End), start == i ? MentionKind.Short : MentionKind.Described, new Accord(Text(words, new TokenRange(start, head.End)), null, []))
            : null;
    }

    private static bool IsIndefinite(ArticleWords words, int i) => words.Is(i, "a") || words.Is(i, "an") || words.Is(i, "any") || words.Is(i, "another");

    private static bool IsDefinite(ArticleWords words, int i) =>
        words.Is(i, "the") || words.Is(i, "this") || words.Is(i, "that") || words.Is(i, "their") || words.Is(i, "these") || words.Is(i, "those") || words.Is(i, "its");

    // "a new pan-European security architecture", "a permanent moratorium on NATO expansion"
    private static Mention? Plan(ArticleWords words, int i, TokenRange head, TokenRange sentence)
    {
        var start = i;
        while (start > sentence.Start && i - start < LongestName && !IsDeterminer(words, start) && char.IsLetter(words.Word(start - 1)[0]) && !IsLink(words, start - 1))
        {
            start--;
        }

        var end = head.End;
        if (end + 1 < sentence.End && (words.Is(end, "on") || words.Is(end, "for") || words.Is(end, "between")))
        {
            var after = end + 1;
            while (after < sentence.End && after - end < 4 && char.IsLetter(words.Word(after)[0]) && !IsLink(words, after))
            {
                after++;
            }

            end = after > end + 1 ? after : end;
        }

        var isIndefinite = words.Is(start, "a") || words.Is(start, "an") || start == i;
        var name = new TokenRange(words.Is(start, "a") || words.Is(start, "an") ? start + 1 : start, end);
        return isIndefinite ? new Mention(new TokenRange(start, end), MentionKind.Plan, new Accord(Text(words, name), null, [])) : null;
    }

    private static Mention WithDate(ArticleWords words, Mention mention, TokenRange sentence)
    {
        var end = mention.Words.End;
        var isBracketed = end + 2 < sentence.End && words.Is(end, "(") && words.Is(end + 2, ")");
        var year = isBracketed ? end + 1
            : end + 1 < sentence.End && (words.Is(end, "of") || words.Is(end, "in")) ? (words.Entries[end + 1] == Vocabulary.Number ? end + 1 : end + 2)
            : -1;
        if (year < 0 || year >= sentence.End || words[year].Length != 4 || !int.TryParse(words.Word(year), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1500 or > 2100)
        {
            return mention;
        }

        int? month = year == end + 2 && !isBracketed ? Months.Of(words.Word(end + 1)) : null;
        if (year == end + 2 && !isBracketed && month is null)
        {
            return mention;
        }

        var known = mention.Accord.Date is { } date && date.Year == value;
        return mention with
        {
            Words = new TokenRange(mention.Words.Start, isBracketed ? year + 2 : year + 1),
            Accord = known ? mention.Accord : mention.Accord with { Date = new PartialDate(value, month) },
        };
    }

    private bool IsOnlyCountry(ArticleWords words, int start, int head, bool hasTail) =>
        !hasTail && start < head && countries.LongestAt(words, start, head) is { } match && match.Words.End == head;

    private static int NameFrom(ArticleWords words, int i, int end)
    {
        var first = i;
        while (i < end && i - first < LongestName && ((words.IsCapitalised(i) && !IsDayName(words, i)) || (i > first && i + 1 < end && (words.Is(i, "of") || words.Is(i, "and") || words.Is(i, "the")) && words.IsCapitalised(i + 1))))
        {
            i++;
        }

        return i;
    }

    private static bool IsDayName(ArticleWords words, int i) =>
        Months.Of(words.Word(i)) is not null || (words[i].Length >= 6 && words.Word(i).EndsWith("day", StringComparison.OrdinalIgnoreCase));

    private static bool SeparatedBefore(ArticleWords words, int i) => words.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAny('\n', '\r') >= 0;

    private static bool IsDeterminer(ArticleWords words, int i) =>
        words.Is(i, "the") || words.Is(i, "a") || words.Is(i, "an") || words.Is(i, "this") || words.Is(i, "that") || words.Is(i, "any") || words.Is(i, "no") ||
        words.Is(i, "in") || words.Is(i, "under") || words.Is(i, "but") || words.Is(i, "and") || words.Is(i, "if");

    private static bool IsLink(ArticleWords words, int i) =>
        words.Is(i, "of") || words.Is(i, "on") || words.Is(i, "for") || words.Is(i, "to") || words.Is(i, "and") || words.Is(i, "as") || words.Is(i, "that") || words.Is(i, "which") ||
        words.Is(i, "have") || words.Is(i, "has") || words.Is(i, "had") || words.Is(i, "would") || words.Is(i, "will") || words.Is(i, "are") || words.Is(i, "were") ||
        words.Is(i, "in") || words.Is(i, "with") || words.Is(i, "by") || words.Is(i, "from") || words.Is(i, "is") || words.Is(i, "was") || words.Is(i, "or");

    private static string Text(ArticleWords words, TokenRange range) => words.SpanOf(range).In(words.Text).ToString();
}
