using System.Collections.Immutable;
using Parley.Documents;
using Parley.Documents.Articles;
using Parley.Records;

namespace Parley.Tests.Documents.Articles;

/// <summary>Splits plain texts and shows what came out in short lines that tests compare.</summary>
internal static class Splitting
{
    public static SourceText Plain(string text) => new() { Text = text, Offsets = [new OffsetRun(0, 0, text.Length)], IsDecodedDocument = true };

    public static ImmutableArray<Article> Split(string text) => new ArticleSplitter().Split(default, 0, Plain(text));

    /// <summary>"form | title | byline | outlet | date" with - for what is unknown.</summary>
    public static string[] Heads(string text) =>
        [.. Split(text).Select(a => $"{a.Form} | {a.Title ?? "-"} | {a.Byline ?? "-"} | {a.Outlet ?? "-"} | {a.Published?.ToString() ?? "-"}")];

    /// <summary>"kind[&lt;introducer]: [speaker &gt;] body" for each block of the only report.</summary>
    public static string[] Blocks(string text)
    {
        var article = Split(text).Single(a => a.Form != ArticleForm.Boilerplate);
        return [.. article.Blocks.Select(b => $"{b.Kind}{(b.Introducer is { } i ? $"<{i}" : "")}: " +
            $"{(b.Speaker is { } s ? s.In(article.Text).ToString() + " > " : "")}{b.Body.In(article.Text)}")];
    }
}
