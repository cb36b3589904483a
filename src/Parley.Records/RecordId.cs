using System.Security.Cryptography;
using System.Text;

namespace Parley.Records;

/// <summary>Names records by what they are: the same words in the same document always have the same id.</summary>
public static class RecordId
{
    /// <summary>
    /// The id of a record of a kind ("statement", "figure", …) at some spans of an article: the first 20 hexadecimal digits (80 bits)
    /// of a SHA-256.
    /// </summary>
    public static string For(string kind, ArticleId article, params ReadOnlySpan<TextSpan> spans)
    {
        var name = new StringBuilder(kind).Append('|').Append(article.Document.Hex).Append('|').Append(article.Index);
        foreach (var span in spans)
        {
            name.Append('|').Append(span.Start).Append('+').Append(span.Length);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString())).AsSpan(0, 10));
    }

    /// <summary>The id of the statement that an attribution becomes: of its source, cue and content.</summary>
    public static string ForStatement(ArticleId article, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        // Empty spans keep the three roles apart when one of them is missing.
        return For("statement", article,
            [.. attribution.Source, default, .. attribution.Cue, default, .. attribution.Content]);
    }
}
