using System.Collections.Immutable;
using Parley.Coding.Acts;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Figures;

/// <summary>Takes the quantities that matter out of an article: what is counted, how many, in which unit, and whose number it is.</summary>
internal sealed class FigureReader(CodingTables tables)
{
    private readonly QuantityReader _quantities = new(tables.Figures);
    private readonly MeasureFinder _measures = new(tables.Figures);

    public ImmutableArray<Figure> Read(ArticleMatches article)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        var claimants = new ClaimantFinder(article);
        MeasureEntry? before = null;
        foreach (var sentence in article.Sentences)
        {
            for (var i = sentence.Start; i < sentence.End;)
            {
                if ((_quantities.ReadAt(article.Words, i, sentence) ?? RankAt(article.Words, i, sentence)) is not { } quantity)
                {
                    i++;
                    continue;
                }

                if (_measures.Find(article.Words, quantity, sentence, before) is { } measured)
                {
                    figures.Add(ToFigure(article, claimants, quantity, measured, sentence));
                    before = measured.Entry;
                }

                i = quantity.Words.End;
            }
        }

        return figures.ToImmutable();
    }

    // "fourth-largest"; other ordinals count nothing.
    private Quantity? RankAt(ArticleWords words, int i, TokenRange sentence) => tables.Figures.Ranks.LongestAt(words, i, sentence.End) is { } rank
        ? new Quantity { Words = rank.Words, Value = rank.Value, Unit = "rank", Kind = "rank", Opening = i }
        : null;

    private static Figure ToFigure(ArticleMatches article, ClaimantFinder claimants, Quantity quantity, Measured measured, TokenRange sentence)
    {
        var span = article.Words.SpanOf(quantity.Words);
        var holder = article.InnermostAt(quantity.Words);
        return new Figure
        {
            Id = RecordId.For("figure", article.Resolved.Article.Id, span),
            Article = article.Resolved.Article.Id,
            StatementId = holder is null ? null : article.Resolved.Attributions[holder.Index].StatementId,
            Span = span,
            Measure = measured.Entry.Measure,
            Value = quantity.Value?.Normalised(),
            Low = quantity.Low?.Normalised(),
            High = quantity.High?.Normalised(),
            Unit = (quantity.Unit ?? measured.Entry.Unit ?? "items") + (quantity.Rate is null ? "" : $" per {quantity.Rate}"),
            Of = measured.Of is { } of ? article.Words.SpanOf(of).In(article.Words.Text).ToString() : null,
            AsOf = AsOfFinder.Find(article.Words, quantity.Words, sentence),
            Claimant = (holder is null ? claimants.Find(quantity.Words) : null) ?? article.SpeakerOf(holder),
            Approximate = quantity.Approximate,
        };
    }
}
