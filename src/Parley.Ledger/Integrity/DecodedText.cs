using System.Text;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Compares articles of plain-text documents with the documents' bytes.</summary>
internal static class DecodedText
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text of the bytes, a byte order mark kept; null if there is no such encoding.</summary>
    public static string? Of(byte[] bytes, string charset)
    {
        try
        {
            // Windows code pages are not among those that Encoding knows by itself.
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// True if the article's text stands in the document where it says. A byte order mark may or may not be counted, as readers of
    /// plain text differ in that.
    /// </summary>
    public static bool Has(string document, Article article) =>
        Stands(document, article) || (document.StartsWith(ByteOrderMark) && Stands(document.AsSpan(1), article));

    private static bool Stands(ReadOnlySpan<char> document, Article article)
    {
        foreach (var run in article.Offsets)
        {
            if (run.TextStart < 0 || run.DocumentStart < 0 || run.Length < 0 || (long)run.TextStart + run.Length > article.Text.Length ||
                (long)run.DocumentStart + run.Length > document.Length ||
                !article.Text.AsSpan(run.TextStart, run.Length).SequenceEqual(document.Slice(run.DocumentStart, run.Length)))
            {
                return false;
            }
        }

        return article.DocumentCodePointOffset is not { } offset || StandsAt(document, article.Text, offset);
    }

    private static bool StandsAt(ReadOnlySpan<char> document, string text, int codePoints)
    {
        var start = 0;
        for (var count = 0; count < codePoints; count++)
        {
            if (start >= document.Length)
            {
                return false;
            }

            start += char.IsHighSurrogate(document[start]) && start + 1 < document.Length && char.IsLowSurrogate(document[start + 1]) ? 2 : 1;
        }

        return document[start..].StartsWith(text, StringComparison.Ordinal);
    }
}
