using System.Collections.Immutable;
using System.Text;
using Parley.Attributions;
using Parley.Language;
using Parley.Language.Model;
using Parley.Records;

namespace Parley.Training.Speakers;

/// <summary>Reads marked texts as the program reads articles.</summary>
internal static class SpeakerArticle
{
    private static readonly Parser s_parser = new();
    private static readonly Attributor s_attributor = new(new ModelFinder(LanguageModel.Shipped).Find, new MakerId("attributor", "language-model", "1"));

    /// <summary>The text with the attributions that the program finds in it.</summary>
    public static AttributedArticle Attribute(MarkedText text) => s_attributor.Attribute(s_parser.Parse(new Article
    {
        Id = new ArticleId(ContentHash.Of(Encoding.UTF8.GetBytes(text.Text)), 0),
        Text = text.Text,
        Offsets = [],
        Published = PartialDate.TryParse(text.Published, out var published) ? published : null,
        Form = ArticleForm.Article,
        Language = "en",
        Blocks = [.. text.Paragraphs.Select(p => new Block { Span = p, Kind = BlockKind.Paragraph, Body = p })],
    }));

    /// <summary>
    /// The article with an attribution more, without cue, for each mention that is the source of none, so that the program resolves it too;
    /// and for each mention the index of its attribution.
    /// </summary>
    public static (AttributedArticle Article, int[] Indices) Ask(AttributedArticle article, IReadOnlyList<GoldMention> mentions)
    {
        var real = article.Attributions.Select((attribution, index) => (Attribution: attribution, Index: index, Mention: -1)).ToList();
        var all = new List<(Attribution Attribution, int Index, int Mention)>(real);
        for (var m = 0; m < mentions.Count; m++)
        {
            var span = mentions[m].Span;
            if (real.FindIndex(r => r.Attribution.Source is [var source] && source == span) is >= 0 and var own && all.FindIndex(a => a.Index == own && a.Mention >= 0) < 0)
            {
                all[own] = all[own] with { Mention = m };
                continue;
            }

            var parent = real.FindLastIndex(r => r.Attribution.Content.Any(c => c.Contains(span)));
            all.Add((new Attribution { Kind = AttributionKind.Indirect, Source = [span], Cue = [], Content = [new TextSpan(span.Start, 0)], Parent = parent < 0 ? null : parent, Confidence = 1 }, -1, m));
        }

        var sorted = all.OrderBy(a => a.Attribution.Content[0].Start).ThenBy(a => a.Index < 0).ThenBy(a => a.Index).ToList();
        var (places, indices) = (new int[real.Count], new int[mentions.Count]);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Index >= 0)
            {
                places[sorted[i].Index] = i;
            }

            if (sorted[i].Mention >= 0)
            {
                indices[sorted[i].Mention] = i;
            }
        }

        ImmutableArray<Attribution> attributions = [.. sorted.Select(s => s.Attribution with { Parent = s.Attribution.Parent is { } parent ? places[parent] : null })];
        return (article with { Attributions = attributions }, indices);
    }
}
