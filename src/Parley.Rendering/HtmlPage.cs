using System.Security.Cryptography;
using System.Text;

namespace Parley.Rendering;

/// <summary>
/// The frame of every page: one HTML file that needs nothing else, no network and no script. Its content security policy forbids
/// everything but its own style sheet, named by hash.
/// </summary>
public static class HtmlPage
{
    /// <summary>Writes everything before the body.</summary>
    public static void Head(HtmlWriter html, string title)
    {
        ArgumentNullException.ThrowIfNull(html);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Stylesheet.Css)));
        html.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").Markup(styleHash)
            .Markup("'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Markup("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Text(title).Markup("</title>\n<style>")
            .Markup(Stylesheet.Css).Markup("</style>\n</head>\n");
    }
}
