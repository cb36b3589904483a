using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Figures side by side, and those that may not be compared, with the reason.</summary>
internal static class FiguresSection
{
    public static Section? Build(BriefMaterial material)
    {
        var blocks = ImmutableArray.CreateBuilder<SectionBlock>();
        foreach (var comparison in material.Findings.Figures.Where(c => c.Figures.Any(f => material.Covers(f.In))))
        {
            var rows = comparison.Figures.Select(f => Row(f)).ToImmutableArray();
            blocks.Add(new SentenceTable(Caption(comparison), ["Claimant", "Figure", "Of what", "Period", "In"], rows));
            if (comparison.Figures.Length > 1)
            {
                blocks.Add(new ChartBlock(ChartOf(comparison)));
            }

            if (!comparison.Refused.IsEmpty && material.Options.Length != BriefLength.Short)
            {
                blocks.Add(new SentenceTable("Near these, but not to be compared with them", ["Claimant", "Figure", "Of what", "Why not"],
                    [.. comparison.Refused.Take(material.Options.Length == BriefLength.Full ? int.MaxValue : MostRefused).Select(NotCompared)]));
            }
        }

        return blocks.Count == 0 ? null
            : new Section("figures", "Figures side by side", blocks.ToImmutable()) { Lead = "Set side by side only where measure, unit, population and period agree." };
    }

    private const int MostRefused = 4;

    /// <summary>A figure's value in words: 120,000 at most.</summary>
    public static string ValueOf(Figure figure)
    {
        var value = (figure.Low, figure.High, figure.Value) switch
        {
            ({ } low, { } high, _) when low != high => $"{Number(low)} to {Number(high)}",
            ({ } low, null, _) => $"over {Number(low)}",
            (null, { } high, _) => $"up to {Number(high)}",
            (_, _, { } exact) => Number(exact),
            ({ } low, _, _) => Number(low),
            _ => "not stated",
        };
        return figure.Approximate && figure.Low is null && figure.High is null ? $"about {value}" : value;
    }

    private static FigureChart ChartOf(FigureComparison comparison)
    {
        ImmutableArray<FigureChartRow> rows = [.. comparison.Figures.Select(f => new FigureChartRow(f.Claimant ?? "not stated", ValueOf(f.Figure), LowOf(f.Figure), HighOf(f.Figure), Citation.Of(f)))];
        return new FigureChart(Caption(comparison), string.Join("; ", rows.Select(r => $"{r.Label}: {r.Value}")), rows);
    }

    private static decimal? LowOf(Figure figure) => figure.Low ?? (figure.High is null ? figure.Value : null);

    private static decimal? HighOf(Figure figure) => figure.High ?? (figure.Low is null ? figure.Value : null);

    private static string QualifierOf(Figure figure) => (figure.Low, figure.High) switch
    {
        ({ }, null) => "over ",
        (null, { }) => "up to ",
        _ => figure.Approximate ? "about " : "",
    };

    private static string Caption(FigureComparison comparison) =>
        $"{char.ToUpperInvariant(comparison.Measure[0])}{comparison.Measure[1..].Replace('-', ' ')}, in {comparison.Unit}{(comparison.IsDisputed ? ": the claimants differ" : "")}";

    private static ImmutableArray<Sentence?> Row(ReportedFigure figure)
    {
        var citation = Citation.Of(figure);
        return
        [
            Sentence.On(citation).Name(figure.Claimant ?? "not stated").Build(),
            Sentence.On(citation).Text(QualifierOf(figure.Figure)).Quote(citation, own: false, 80).Build(),
            figure.Counted is { } counted ? Sentence.On(citation).Text(counted).Build() : null,
            figure.Figure.AsOf is { } asOf ? Sentence.On(citation).Text(DateWording.OfValue(asOf)).Build() : null,
            Sentence.On(citation).Text(figure.In.Outlet).Build(),
        ];
    }

    private static ImmutableArray<Sentence?> NotCompared(RefusedFigure refused)
    {
        var citation = Citation.Of(refused.Figure);
        return
        [
            Sentence.On(citation).Name(refused.Figure.Claimant ?? "not stated").Build(),
            Sentence.On(citation).Text(QualifierOf(refused.Figure.Figure)).Quote(citation, own: false, 80).Text($", {refused.Figure.Figure.Measure.Replace('-', ' ')}").Build(),
            refused.Figure.Counted is { } counted ? Sentence.On(citation).Text(counted).Build() : null,
            Sentence.On(citation).Text(refused.Why).Build(),
        ];
    }

    private static string Number(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);
}
