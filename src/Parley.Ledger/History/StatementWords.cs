using System.Text;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>A statement reduced to what counts when two revisions of a page are compared: its words, not where they stand.</summary>
internal sealed class StatementWords
{
    private StatementWords(Statement statement, string content, string source, string[] words) =>
        (Statement, Content, SourceKey, Words, Key) =
            (statement, content, source, words, $"{statement.Attribution.Kind}\n{source}\n{string.Join(' ', words)}");

    public Statement Statement { get; }

    /// <summary>The content as printed, its pieces joined by an ellipsis.</summary>
    public string Content { get; }

    /// <summary>The source's words in lower case; empty if it is only implied.</summary>
    public string SourceKey { get; }

    /// <summary>The content's words in lower case, in order.</summary>
    public string[] Words { get; }

    /// <summary>Equal for two statements with the same kind, source words and content words.</summary>
    public string Key { get; }

    public static StatementWords Of(Statement statement, string articleText)
    {
        var attribution = statement.Attribution;
        return new StatementWords(
            statement,
            string.Join(" … ", attribution.Content.Select(s => s.In(articleText).ToString())),
            string.Join(' ', attribution.Source.SelectMany(s => Split(s.In(articleText).ToString()))),
            [.. attribution.Content.SelectMany(s => Split(s.In(articleText).ToString()))]);
    }

    /// <summary>Runs of letters, marks and digits, in lower case, in Unicode's composed form.</summary>
    private static List<string> Split(string text)
    {
        if (!IsWellFormed(text))
        {
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)); // a lone surrogate cannot be normalised
        }

        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
