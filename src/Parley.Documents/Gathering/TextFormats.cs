using System.Buffers;
using System.Collections.Frozen;
using Parley.Records;

namespace Parley.Documents.Gathering;

/// <summary>Formats that are told by reading the beginning of a text.</summary>
internal static class TextFormats
{
    /// <summary>Bytes looked at.</summary>
    internal const int Reach = 1 << 16;

    private static readonly FrozenSet<string> MailHeaders = new[]
    {
        "From", "To", "Cc", "Subject", "Date", "Received", "Return-Path", "Delivered-To", "Reply-To", "Sender", "MIME-Version", "Message-ID", "Content-Type",
        "DKIM-Signature", "X-Mailer",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    private static readonly string[] HtmlTags = ["<p>", "<p ", "<div", "<br", "<a href", "<h1", "<h2", "<table", "<span", "<article", "<body", "</p>", "<li>", "<ul"];

    /// <summary>The format, or what it is that Parley does not read.</summary>
    internal static (DocumentFormat Format, string? Unread) Find(string head, string name, bool wholeTextSeen)
    {
        var text = head.AsSpan().TrimStart();
        if (text.StartsWith("<"))
        {
            return Markup(text);
        }

        if (text.StartsWith("{") || text.StartsWith("["))
        {
            if (LooksLikeJsonLines(text))
            {
                return (DocumentFormat.JsonLines, null);
            }

            if (wholeTextSeen && LooksLikeJson(text))
            {
                return (DocumentFormat.JsonLines, "it is JSON, but not JSON Lines with an article on each line");
            }
        }

        return LooksLikeMail(head) ? (DocumentFormat.Email, null)
            : CountTags(text) >= 4 ? (DocumentFormat.Html, null)
            : MarkdownSigns.Suffice(head, name) ? (DocumentFormat.Markdown, null)
            : (DocumentFormat.PlainText, null);
    }

    // The name of the first element decides; before it may stand a declaration, comments and a document type.
    private static (DocumentFormat Format, string? Unread) Markup(ReadOnlySpan<char> text)
    {
        var whole = text;
        var isXml = text.StartsWith("<?xml");
        while (text.StartsWith("<!") || text.StartsWith("<?"))
        {
            if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            {
                return (DocumentFormat.Html, null);
            }

            text = After(text, text.StartsWith("<!--") ? "-->" : text.StartsWith("<?") ? "?>" : text.StartsWith("<!DOCTYPE") && HasSubset(text) ? "]>" : ">").TrimStart();
        }

        if (text.Length < 2 || text[0] != '<' || !char.IsLetter(text[1]))
        {
            return isXml ? (DocumentFormat.Feed, "it is XML without an element") : (CountTags(whole) >= 2 ? DocumentFormat.Html : DocumentFormat.PlainText, null);
        }

        var end = text.IndexOfAny(NameEnd);
        var root = (end < 0 ? text : text[..end])[1..];
        root = root[(root.IndexOf(':') + 1)..];
        return root switch
        {
            "rss" or "feed" or "RDF" => (DocumentFormat.Feed, null),
            "opml" => (DocumentFormat.Opml, null),
            _ when root.Equals("html", StringComparison.OrdinalIgnoreCase) => (DocumentFormat.Html, null),
            _ when isXml => (DocumentFormat.Feed, $"it is XML of another kind, its first element is {(root.Length > 40 ? root[..40] : root)}"),
            _ => (DocumentFormat.Html, null),
        };
    }

    private static bool HasSubset(ReadOnlySpan<char> doctype) =>
        doctype.IndexOf('[') is >= 0 and var subset && (doctype.IndexOf('>') is var end && (end < 0 || subset < end));

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string what) =>
        text.IndexOf(what) is >= 0 and var at ? text[(at + what.Length)..] : default;

    private static bool LooksLikeJsonLines(ReadOnlySpan<char> text)
    {
        int lines = 0, objects = 0;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            lines++;
            objects += line[0] == '{' && line[1..].TrimStart().StartsWith("\"") ? 1 : 0;
            if (lines == 20)
            {
                break;
            }
        }

        return objects * 2 > lines;
    }

    private static bool LooksLikeJson(ReadOnlySpan<char> text) =>
        text[1..].TrimStart() is ['"' or '{' or '}' or ']', ..] && text.TrimEnd() is [.., '}' or ']'];

    private static bool LooksLikeMail(ReadOnlySpan<char> text)
    {
        int known = 0, lines = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (lines++ > 200 || line.IsEmpty)
            {
                break;
            }

            if (line[0] is ' ' or '\t' && known > 0)
            {
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon is < 2 or > 60 || line[..colon].IndexOfAnyExceptInRange('!', '~') >= 0)
            {
                return false;
            }

            known += MailHeaders.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[..colon]) ? 1 : 0;
        }

        return known >= 3;
    }

    private static int CountTags(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, 8192)];
        var count = 0;
        foreach (var tag in HtmlTags)
        {
            count += text.Contains(tag, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }
}
