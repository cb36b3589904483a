using System.Globalization;

namespace Parley.Analysis;

/// <summary>The words of a text that carry its matter: lower case, without function words, cut to their stem.</summary>
internal static class ContentWords
{
    private const int MaxWord = 40;

    /// <summary>The content words in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (var word in Words(text))
        {
            var lower = word.Length > MaxWord ? word[..MaxWord] : word;
            if (!FunctionWords.All.Contains(lower))
            {
                yield return Wordings.Canonical(WordStem.Of(lower), lower).Term;
            }
        }
    }

    /// <summary>Those content words that are written with a capital.</summary>
    public static IEnumerable<string> NamesOf(string text) =>
        text.Split([' ', '-', '’', '\'', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).SelectMany(Of);

    /// <summary>The words in order, in lower case.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i].ToLower(CultureInfo.InvariantCulture);
                start = -1;
            }
        }
    }
}
