using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// Speech opened by a dash, as in Russian and French press. The attribution stands inside, after a comma and mostly another dash:
/// "— We are ready, — the minister said. — Nothing else."
/// </summary>
internal static class DashDialogue
{
    /// <summary>What the dash block at <paramref name="index"/> says, given all that was found in it; the attribution of the whole is read anew.</summary>
    public static List<FoundAttribution> Read(ParsedArticle article, QuotationStructure quotations, int index, List<FoundAttribution> all)
    {
        var body = article.Article.Blocks[index].Body;
        var tokens = article.Tokens.Within(body);
        if (tokens.IsEmpty)
        {
            return all;
        }

        var at = all.FindIndex(f => !f.Cue.IsDefaultOrEmpty && BorderBefore(article, quotations, f, tokens) >= 0);
        if (at < 0)
        {
            all.Add(Rule.DashOfUnknown.Find([], [], [body]));
            return all;
        }

        var attribution = all[at];
        all.RemoveAll(f => f.Cue.AsSpan().SequenceEqual(attribution.Cue.AsSpan()));
        var border = BorderBefore(article, quotations, attribution, tokens);
        var resumes = Resumption(article, quotations, attribution, tokens);
        if (resumes < 0)
        {
            Put(new TokenRange(tokens.Start, border), attribution.Cue);
        }
        else if (article.Word(resumes - 1) is ",")
        {
            Put(tokens, attribution.Cue);
        }
        else
        {
            Put(new TokenRange(tokens.Start, border), attribution.Cue);
            Put(new TokenRange(resumes + 1, tokens.End), []);
        }

        return all;

        void Put(TokenRange content, ImmutableArray<TextSpan> cue)
        {
            if (!content.IsEmpty)
            {
                all.Add(Rule.Dash.Find(attribution.Source, cue, [article.SpanOf(content)]));
            }
        }
    }

    // Where the speech before the attribution ends: at a comma or another stop, with or without a dash behind it; -1 if there is none.
    private static int BorderBefore(ParsedArticle article, QuotationStructure quotations, FoundAttribution found, TokenRange block)
    {
        var hull = Hull(found);
        var first = article.Tokens.Within(hull).Start;
        var i = first - 1;
        if (first >= block.End || i <= block.Start || quotations.At(i) >= 0)
        {
            return -1;
        }

        var dash = article.Word(i) is "—" or "–" or "-" or "--";
        i -= dash ? 1 : 0;
        return i <= block.Start ? -1
            : article.Word(i) is "," ? i
            : dash && article.Word(i) is "!" or "?" or "." or "…" or "..." ? i + 1
            : -1;
    }

    // The dash behind the attribution after which the speech goes on; -1 if it doesn't.
    private static int Resumption(ParsedArticle article, QuotationStructure quotations, FoundAttribution found, TokenRange block)
    {
        for (var i = article.Tokens.Within(Hull(found)).End; i < block.End; i++)
        {
            if (quotations.At(i) < 0 && article.Word(i) is "—" or "–" or "--" && article.Word(i - 1) is "," or "." && i + 1 < block.End)
            {
                return i;
            }
        }

        return -1;
    }

    private static TextSpan Hull(FoundAttribution found)
    {
        var hull = found.Cue[0].Cover(found.Cue[^1]);
        return found.Source.IsDefaultOrEmpty ? hull : hull.Cover(found.Source[0]).Cover(found.Source[^1]);
    }
}
