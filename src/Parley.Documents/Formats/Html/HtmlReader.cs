using Parley.Documents.Decoding;

namespace Parley.Documents.Formats.Html;

/// <summary>A page: its report without menus, adverts and other headlines, with title, author, outlet and date.</summary>
internal static class HtmlReader
{
    private const int Head = 4096;

    internal static void Read(DecodedText decoded, TextSink sink)
    {
        var tree = HtmlTreeBuilder.Build(decoded.Text, out var tooDeepAt);
        if (tree is null)
        {
            sink.Fault(
                $"character {tooDeepAt}",
                $"has elements nested more than {HtmlTreeBuilder.MaxDepth} deep, as no browser shows them",
                "save the page again from a browser, or save its text");
            return;
        }

        if (decoded.Text.AsSpan(0, Math.Min(decoded.Text.Length, Head)).Contains("<!ENTITY", StringComparison.Ordinal))
        {
            sink.Fault(null, "declares entities of its own, by which bombs and requests to other files come in; they stand in the text as names", "save the page again from a browser");
        }

        var content = MainContent.Find(tree);
        var metadata = PageMetadata.Of(tree, content, sink.Document.Origin);
        var text = new ExtractedText();
        HtmlTextReader.Read(tree, content.Root, content.LeavesOut, text, shift: 0);
        if (text.Length == 0)
        {
            // A page of fragments without a sentence: better all of it than nothing.
            HtmlTextReader.Read(tree, 0, node => HtmlNames.NeverText.Contains(tree[node].Name), text, shift: 0);
        }

        var (words, offsets, markup) = text.Finish();
        sink.Add(new SourceText
        {
            Text = words,
            Offsets = offsets,
            Markup = markup,
            Title = metadata.Title,
            Byline = metadata.Byline,
            Outlet = metadata.Outlet,
            Published = metadata.Published,
            Url = metadata.Url,
        });
    }

    /// <summary>All text of a fragment, as feeds and mails hold them; null if it is nested too deep.</summary>
    internal static ExtractedText? ReadFragment(string html, int shift)
    {
        if (HtmlTreeBuilder.Build(html, out _) is not { } tree)
        {
            return null;
        }

        var text = new ExtractedText();
        HtmlTextReader.Read(tree, 0, node => HtmlNames.NeverText.Contains(tree[node].Name), text, shift);
        return text;
    }
}
