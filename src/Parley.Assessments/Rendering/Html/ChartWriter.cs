using System.Globalization;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Assessments;

/// <summary>Draws charts as inline SVG with title and description; colours come from the style sheet, so that they fit the dark page and print.</summary>
internal static class ChartWriter
{
    private const int Width = 680;
    private const int Left = 205;
    private const int Right = 30;
    private const int RowHeight = 30;
    private const int Ticks = 4;

    public static void Write(HtmlWriter html, Chart chart, CitationNumbers numbers, int number)
    {
        var rows = chart switch { FigureChart f => f.Rows.Length, PositionChart p => p.Lanes.Length, _ => throw new InvalidOperationException($"no drawing for {chart.GetType().Name}") };
        var height = (rows * RowHeight) + 62;
        var svg = new SvgWriter(html).Begin(Width, height, number, chart.Title, chart.Description);
        if (chart is FigureChart figures)
        {
            Figures(html, svg, figures, numbers, rows);
        }
        else
        {
            Positions(html, svg, (PositionChart)chart, numbers, rows);
        }

        svg.End();
    }

    private static void Figures(HtmlWriter html, SvgWriter svg, FigureChart chart, CitationNumbers numbers, int rows)
    {
        var ends = chart.Rows.SelectMany(r => new[] { r.Low, r.High }).OfType<decimal>().ToList();
        var (least, most) = (Math.Min(0, ends.DefaultIfEmpty(0).Min()), ends.DefaultIfEmpty(1).Max());
        var step = (decimal)SvgWriter.Step((double)(most - least), Ticks);
        (least, most) = (Math.Floor(least / step) * step, Math.Ceiling(most / step) * step);
        var span = most - least <= 0 ? 1 : most - least;
        double X(decimal value) => Left + ((double)((value - least) / span) * (Width - Left - Right - 40));
        for (var value = least; value <= most; value += step)
        {
            svg.Line("grid", X(value), 8, X(value), (rows * RowHeight) + 14);
            svg.Label("tick", X(value), (rows * RowHeight) + 34, "middle", value.ToString("#,0.####", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < rows; i++)
        {
            var row = chart.Rows[i];
            var y = 12 + (i * RowHeight) + (RowHeight / 2.0);
            svg.Label("row", Left - 14, y + 4.5, "end", Short(row.Label));
            var from = X(row.Low ?? row.High ?? least);
            var to = X(row.High ?? row.Low ?? most);
            Link(html, row.Citation, numbers, () =>
            {
                if (row.Low is null || row.High is null)
                {
                    // An open end: the line goes on, dashed.
                    svg.Line("open", row.Low is null ? X(least) : from, y, row.High is null ? Width - Right : to, y);
                }

                svg.Line("bar", from, y, to, y);
                svg.Circle("dot", from, y, 5);
                if (to > from)
                {
                    svg.Circle("dot", to, y, 5);
                }
            });
            var end = Math.Max(from, to) + 12;
            svg.Label("value", end > Width - 110 ? Math.Min(from, to) - 12 : end, y - 7, end > Width - 110 ? "end" : "start", row.Value);
        }
    }

    private static void Positions(HtmlWriter html, SvgWriter svg, PositionChart chart, CitationNumbers numbers, int rows)
    {
        var days = chart.Lanes.SelectMany(l => l.Marks).Select(m => m.Day.DayNumber).ToList();
        var (first, last) = (days.Min(), days.Max());
        double X(int day) => Left + 8 + (last == first ? 0.5 : (double)(day - first) / (last - first)) * (Width - Left - Right - 16);
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var day = first + ((last - first) * tick / Ticks);
            svg.Line("grid", X(day), 8, X(day), (rows * RowHeight) + 14);
            svg.Label("tick", X(day), (rows * RowHeight) + 34, "middle", DateOnly.FromDayNumber(day).ToString(last - first > 700 ? "MMM yyyy" : "d MMM yy", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < rows; i++)
        {
            var lane = chart.Lanes[i];
            var y = 12 + (i * RowHeight) + (RowHeight / 2.0);
            svg.Label("row", Left - 14, y + 4.5, "end", Short(lane.Label));
            svg.Line("lane", X(lane.Marks[0].Day.DayNumber), y, X(lane.Marks[^1].Day.DayNumber), y);
            // A stance of a day lies over what was only said on it.
            foreach (var mark in lane.Marks.OrderBy(m => m.Stance != Stance.Neutral))
            {
                Link(html, mark.Citation, numbers, () => Mark(svg, mark.Stance, X(mark.Day.DayNumber), y));
            }
        }

        var keyY = (rows * RowHeight) + 52;
        var x = (double)Left;
        foreach (var stance in (Stance[])[Stance.Support, Stance.Conditional, Stance.Neutral, Stance.Oppose])
        {
            Mark(svg, stance, x, keyY);
            svg.Label("tick", x + 11, keyY + 4, "start", stance switch { Stance.Support => "support", Stance.Conditional => "on a condition", Stance.Neutral => "neither", _ => "opposition" });
            x += 118;
        }
    }

    /// <summary>Shape and filling tell the stance, not colour alone.</summary>
    private static void Mark(SvgWriter svg, Stance stance, double x, double y)
    {
        switch (stance)
        {
            case Stance.Support:
                svg.Circle("dot", x, y, 5.5);
                break;
            case Stance.Conditional:
                svg.Circle("ring", x, y, 5.5);
                svg.Path("dot", $"M{SvgWriter.F(x)} {SvgWriter.F(y - 5.5)}a5.5 5.5 0 0 1 0 11z");
                break;
            case Stance.Neutral:
                svg.Circle("ring", x, y, 5.5);
                break;
            default:
                svg.Path("cross", $"M{SvgWriter.F(x - 4.5)} {SvgWriter.F(y - 4.5)}l9 9m0-9l-9 9");
                break;
        }
    }

    private static void Link(HtmlWriter html, Citation citation, CitationNumbers numbers, Action draw)
    {
        var number = numbers.TryNumberOf(citation);
        if (number is { } known)
        {
            html.Markup("<a href=\"#e").Number(known).Markup("\" aria-label=\"Evidence ").Number(known).Markup("\">");
        }

        draw();
        html.Markup(number is null ? "" : "</a>");
    }

    private static string Short(string label) => QuotedWords.Shorten(QuotedWords.OneLine(label), 30);
}
