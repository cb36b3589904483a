using System.Collections.Immutable;
using Parley.Coding.Acts;
using Parley.Coding.Claimants;
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
        Figure? last = null;
        foreach (var sentence in article.Sentences)
        {
            var periods = new AsOfFinder(article.Words, sentence);
            for (var i = sentence.Start; i < sentence.End;)
            {
                if ((_quantities.ReadAt(article.Words, i, sentence) ?? RankAt(article.Words, i, sentence)) is not { } quantity)
                {
                    i++;
                    continue;
                }

                // "Three people told": how many spoke is no figure of theirs.
                if (!article.IsSource(quantity.Words) && _measures.Find(article.Words, quantity, sentence, before) is { } measured)
                {
                    last = InContext(ToFigure(article, claimants, periods, quantity, measured), measured, last, article.Words.Text);
                    figures.Add(last);
                    before = measured.Entry;
                }

                i = quantity.Words.End;
            }
        }

        return figures.ToImmutable();
    }

    /// <summary>
    /// Within a paragraph a number that refers back counts what the figure before it counts, and a share of the same measure without a date
    /// is of the same period.
    /// </summary>
    private static Figure InContext(Figure figure, Measured measured, Figure? last, string text)
    {
        if (last is null || last.Measure != figure.Measure || last.Span.End > figure.Span.Start || text.AsSpan()[last.Span.End..figure.Span.Start].Contains('\n'))
        {
            return figure;
        }

        return figure with
        {
            Of = measured.RefersBack ? last.Of : figure.Of,
            AsOf = figure.AsOf ?? (figure.Unit == "percent" && last.Unit == "percent" ? last.AsOf : null),
        };
    }

    // "fourth-largest"; other ordinals count nothing.
    private Quantity? RankAt(ArticleWords words, int i, TokenRange sentence) => tables.Figures.Ranks.LongestAt(words, i, sentence.End) is { } rank
        ? new Quantity { Words = rank.Words, Value = rank.Value, Unit = "rank", Kind = "rank", Opening = i }
        : null;

    private static Figure ToFigure(ArticleMatches article, ClaimantFinder claimants, AsOfFinder periods, Quantity quantity, Measured measured)
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
            AsOf = periods.Find(quantity.Words),
            Claimant = claimants.Find(quantity.Words, quantity.Opening, holder),
            Approximate = quantity.Approximate,
        };
    }
}
