using System.Globalization;
using Parley.Records;

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
        html.Markup("<figure class=\"chart\"><svg viewBox=\"0 0 ").Number(Width).Markup(" ").Number(height).Markup("\" role=\"img\" aria-labelledby=\"ct").Number(number).Markup(" cd").Number(number)
            .Markup("\"><title id=\"ct").Number(number).Markup("\">").Text(chart.Title).Markup("</title><desc id=\"cd").Number(number).Markup("\">").Text(chart.Description).Markup("</desc>\n");
        if (chart is FigureChart figures)
        {
            Figures(html, figures, numbers, rows);
        }
        else
        {
            Positions(html, (PositionChart)chart, numbers, rows);
        }

        html.Markup("</svg></figure>\n");
    }

    private static void Figures(HtmlWriter html, FigureChart chart, CitationNumbers numbers, int rows)
    {
        var ends = chart.Rows.SelectMany(r => new[] { r.Low, r.High }).OfType<decimal>().ToList();
        var (least, most) = (Math.Min(0, ends.DefaultIfEmpty(0).Min()), ends.DefaultIfEmpty(1).Max());
        var step = Step(most - least);
        (least, most) = (Math.Floor(least / step) * step, Math.Ceiling(most / step) * step);
        var span = most - least <= 0 ? 1 : most - least;
        double X(decimal value) => Left + ((double)((value - least) / span) * (Width - Left - Right - 40));
        for (var value = least; value <= most; value += step)
        {
            Line(html, "grid", X(value), 8, X(value), (rows * RowHeight) + 14);
            Label(html, "tick", X(value), (rows * RowHeight) + 34, "middle", value.ToString("#,0.####", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < rows; i++)
        {
            var row = chart.Rows[i];
            var y = 12 + (i * RowHeight) + (RowHeight / 2.0);
            Label(html, "row", Left - 14, y + 4.5, "end", Short(row.Label));
            var from = X(row.Low ?? row.High ?? least);
            var to = X(row.High ?? row.Low ?? most);
            Link(html, row.Citation, numbers, () =>
            {
                if (row.Low is null || row.High is null)
                {
                    // An open end: the line goes on, dashed.
                    Line(html, "open", row.Low is null ? X(least) : from, y, row.High is null ? Width - Right : to, y);
                }

                Line(html, "bar", from, y, to, y);
                Circle(html, "dot", from, y, 5);
                if (to > from)
                {
                    Circle(html, "dot", to, y, 5);
                }
            });
            var end = Math.Max(from, to) + 12;
            Label(html, "value", end > Width - 110 ? Math.Min(from, to) - 12 : end, y - 7, end > Width - 110 ? "end" : "start", row.Value);
        }
    }

    /// <summary>A round step (1, 2, 2.5 or 5 times a power of ten) that divides a length into at most four.</summary>
    private static decimal Step(decimal length)
    {
        var rough = Math.Max((double)length / Ticks, 1e-6);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (decimal)(power * ((double[])[1, 2, 2.5, 5, 10]).First(f => f * power >= rough * 0.999));
    }

    private static void Positions(HtmlWriter html, PositionChart chart, CitationNumbers numbers, int rows)
    {
        var days = chart.Lanes.SelectMany(l => l.Marks).Select(m => m.Day.DayNumber).ToList();
        var (first, last) = (days.Min(), days.Max());
        double X(int day) => Left + 8 + (last == first ? 0.5 : (double)(day - first) / (last - first)) * (Width - Left - Right - 16);
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var day = first + ((last - first) * tick / Ticks);
            Line(html, "grid", X(day), 8, X(day), (rows * RowHeight) + 14);
            Label(html, "tick", X(day), (rows * RowHeight) + 34, "middle", DateOnly.FromDayNumber(day).ToString(last - first > 700 ? "MMM yyyy" : "d MMM yy", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < rows; i++)
        {
            var lane = chart.Lanes[i];
            var y = 12 + (i * RowHeight) + (RowHeight / 2.0);
            Label(html, "row", Left - 14, y + 4.5, "end", Short(lane.Label));
            Line(html, "lane", X(lane.Marks[0].Day.DayNumber), y, X(lane.Marks[^1].Day.DayNumber), y);
            // A stance of a day lies over what was only said on it.
            foreach (var mark in lane.Marks.OrderBy(m => m.Stance != Stance.Neutral))
            {
                Link(html, mark.Citation, numbers, () => Mark(html, mark.Stance, X(mark.Day.DayNumber), y));
            }
        }

        var keyY = (rows * RowHeight) + 52;
        var x = (double)Left;
        foreach (var stance in (Stance[])[Stance.Support, Stance.Conditional, Stance.Neutral, Stance.Oppose])
        {
            Mark(html, stance, x, keyY);
            Label(html, "tick", x + 11, keyY + 4, "start", stance switch { Stance.Support => "support", Stance.Conditional => "on a condition", Stance.Neutral => "neither", _ => "opposition" });
            x += 118;
        }
    }

    /// <summary>Shape and filling tell the stance, not colour alone.</summary>
    private static void Mark(HtmlWriter html, Stance stance, double x, double y)
    {
        switch (stance)
        {
            case Stance.Support:
                Circle(html, "dot", x, y, 5.5);
                break;
            case Stance.Conditional:
                Circle(html, "ring", x, y, 5.5);
                html.Markup("<path class=\"dot\" d=\"M").Text(F(x)).Markup(" ").Text(F(y - 5.5)).Markup("a5.5 5.5 0 0 1 0 11z\"/>");
                break;
            case Stance.Neutral:
                Circle(html, "ring", x, y, 5.5);
                break;
            default:
                html.Markup("<path class=\"cross\" d=\"M").Text(F(x - 4.5)).Markup(" ").Text(F(y - 4.5)).Markup("l9 9m0-9l-9 9\"/>");
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

    private static void Line(HtmlWriter html, string kind, double x1, double y1, double x2, double y2) =>
        html.Markup("<line class=\"").Markup(kind).Markup("\" x1=\"").Text(F(x1)).Markup("\" y1=\"").Text(F(y1)).Markup("\" x2=\"").Text(F(x2)).Markup("\" y2=\"").Text(F(y2)).Markup("\"/>");

    private static void Circle(HtmlWriter html, string kind, double x, double y, double radius) =>
        html.Markup("<circle class=\"").Markup(kind).Markup("\" cx=\"").Text(F(x)).Markup("\" cy=\"").Text(F(y)).Markup("\" r=\"").Text(F(radius)).Markup("\"/>");

    private static void Label(HtmlWriter html, string kind, double x, double y, string anchor, string text) =>
        html.Markup("<text class=\"").Markup(kind).Markup("\" x=\"").Text(F(x)).Markup("\" y=\"").Text(F(y)).Markup("\" text-anchor=\"").Markup(anchor).Markup("\">").Text(text).Markup("</text>");

    private static string Short(string label) => QuotedWords.Shorten(QuotedWords.OneLine(label), 30);

    private static string F(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
