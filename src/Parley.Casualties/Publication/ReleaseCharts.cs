using System.Collections.Immutable;
using System.Globalization;
using Parley.Rendering;

namespace Parley.Casualties.Publication;

/// <summary>The charts of a release. Shape and filling tell what is what, not colour alone; a table on the page says the same.</summary>
internal sealed class ReleaseCharts(HtmlWriter html)
{
    private const int Width = 680;
    private const int Left = 56;
    private const int Right = 12;
    private const int Ticks = 4;

    /// <summary>Mean width of a letter of the values' labels, in pixels.</summary>
    private const double LetterWidth = 5.6;

    private int _number;

    /// <summary>Deaths by week: published, spread, named but not published, one on the other; the nowcast apart as points with intervals.</summary>
    public void Weeks(ImmutableArray<WeekOfDeaths> weeks)
    {
        const int Bottom = 250;
        const int Top = 12;
        var nowcasts = weeks.Select((w, i) => (Index: i, Week: w)).Where(w => IsIncomplete(w.Week)).ToList();
        var most = Math.Max(1, Math.Max(weeks.Max(w => w.Dated + w.Spread + w.Unpublished), nowcasts.Select(n => n.Week.Nowcast!.Upper!.Value + n.Week.Spread).DefaultIfEmpty(0).Max()));
        var step = SvgWriter.Step(most, Ticks);
        most = Math.Ceiling(most / step) * step;
        var slot = (double)(Width - Left - Right) / weeks.Length;
        double X(int i) => Left + i * slot;
        double Y(double value) => Bottom - value / most * (Bottom - Top);
        var busiest = weeks.MaxBy(w => w.Dated + w.Spread)!;
        var svg = Begin(Bottom + 62, "Deaths by week",
            $"{weeks.Length} weeks from {Day(weeks[0].Monday)} to {Day(weeks[^1].Monday)}; most published deaths in the week of {Day(busiest.Monday)}, {N(busiest.Dated + busiest.Spread)}. The table below has all weeks.");
        for (var value = 0.0; value <= most; value += step)
        {
            svg.Line("grid", Left, Y(value), Width - Right, Y(value)).Label("tick", Left - 8, Y(value) + 4, "end", value.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        var wide = Math.Max(0.6, slot - Math.Min(1.5, slot * 0.25));
        for (var i = 0; i < weeks.Length; i++)
        {
            var week = weeks[i];
            svg.Rectangle("count", X(i), Y(week.Dated), wide, Bottom - Y(week.Dated))
                .Rectangle("spread", X(i), Y(week.Dated + week.Spread), wide, Y(week.Dated) - Y(week.Dated + week.Spread))
                .Rectangle("pending", X(i), Y(week.Dated + week.Spread + week.Unpublished), wide, Y(week.Dated + week.Spread) - Y(week.Dated + week.Spread + week.Unpublished));
        }

        // It counts deaths dated to the week, so it stands on those dated more coarsely to be comparable with the bar.
        foreach (var (i, week) in nowcasts)
        {
            var (middle, nowcast) = (X(i) + wide / 2, week.Nowcast!);
            svg.Line("range", middle, Y(nowcast.Lower!.Value + week.Spread), middle, Y(nowcast.Upper!.Value + week.Spread))
                .Circle("estimate", middle, Y(nowcast.Value!.Value + week.Spread), Math.Clamp(slot / 2, 1.6, 3.5));
        }

        var spacing = Math.Max(1, (int)Math.Ceiling(weeks.Length / 5.0));
        for (var i = 0; i < weeks.Length; i += spacing)
        {
            svg.Line("lane", X(i), Bottom, X(i), Bottom + 5).Label("tick", X(i), Bottom + 18, "start", weeks[i].Monday.ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        }

        svg.Line("lane", Left, Bottom, Width - Right, Bottom);
        Key(svg, Bottom + 46, [("count", "published"), ("spread", "published, date coarser"), ("pending", "named, not confirmed"), ("estimate", "nowcast, 95 %")]);
        svg.End();
    }

    /// <summary>Whether the nowcast says more of a week than the count does.</summary>
    private static bool IsIncomplete(WeekOfDeaths week) =>
        week.Nowcast is { Value: { } value, Lower: not null, Upper: not null } && value - week.Dated - week.Unpublished > Math.Max(0.5, 0.05 * value);

    /// <summary>Men to the left, women to the right, unknown sex beside.</summary>
    public void Ages(ImmutableArray<AgeGroupCount> ages)
    {
        const int Row = 19;
        const int Top = 26;
        var groups = ages.Where(a => a.Ages is not null).Reverse().ToList();
        var hasUnknown = groups.Any(a => a.Unknown > 0);
        var most = Math.Max(1, groups.Max(a => Math.Max(a.Male, a.Female)));
        var (middle, half) = (hasUnknown ? 270.0 : 340.0, hasUnknown ? 200.0 : 270.0);
        var bottom = Top + groups.Count * Row;
        var largest = groups.MaxBy(a => a.Male + a.Female + a.Unknown)!;
        var svg = Begin(bottom + 34, "Age and sex of the dead",
            $"Of the published dead whose age is known {groups.Sum(a => a.Male):#,0} are male, {groups.Sum(a => a.Female):#,0} female, {groups.Sum(a => a.Unknown):#,0} of unknown sex; the largest group is {largest.Ages} years.");
        svg.Label("row", middle - 30, 16, "end", "male").Label("row", middle + 30, 16, "start", "female");
        var step = SvgWriter.Step(most, 3);
        for (var value = step; value <= most; value += step)
        {
            var x = 26 + value / most * (half - 26);
            svg.Line("grid", middle - x, Top, middle - x, bottom).Line("grid", middle + x, Top, middle + x, bottom)
                .Label("tick", middle - x, bottom + 16, "middle", value.ToString("#,0.##", CultureInfo.InvariantCulture)).Label("tick", middle + x, bottom + 16, "middle", value.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        var mostUnknown = Math.Max(1, groups.Max(a => a.Unknown));
        if (hasUnknown)
        {
            svg.Label("row", 500, 16, "start", "sex not known").Label("tick", 500 + half * 0.75 * Math.Min(1.0, (double)mostUnknown / most), bottom + 16, "middle", $"{mostUnknown:#,0}");
        }

        for (var i = 0; i < groups.Count; i++)
        {
            var (y, a) = (Top + i * Row, groups[i]);
            var (male, female) = (a.Male / (double)most * (half - 26), a.Female / (double)most * (half - 26));
            svg.Rectangle("count", middle - 26 - male, y + 2, male, Row - 4).Rectangle("other", middle + 26, y + 2, female, Row - 4)
                .Label("tick", middle, y + 14, "middle", a.Ages!);
            if (hasUnknown)
            {
                svg.Rectangle("pending", 500, y + 2, half * 0.75 * a.Unknown / Math.Max(most, mostUnknown), Row - 4);
            }
        }

        svg.End();
    }

    /// <summary>Bars by region, the published first, named but not published behind.</summary>
    public void Regions(IReadOnlyList<RegionCount> regions)
    {
        const int Row = 24;
        const int From = 210;
        var most = Math.Max(1.0, regions.Max(r => r.Published + r.Unpublished));
        var svg = Begin(regions.Count * Row + 40, "Dead by region of home", $"The {regions.Count} regions with most dead, from {regions[0].Region ?? "unknown"} with {regions[0].Published:#,0} published. The table below has all regions.");
        for (var i = 0; i < regions.Count; i++)
        {
            var (y, r) = (4 + i * Row, regions[i]);
            var (published, other) = (r.Published / most * (Width - From - 90), r.Unpublished / most * (Width - From - 90));
            svg.Label("row", From - 10, y + 16, "end", Short(r.Region ?? "not known")).Rectangle("count", From, y + 4, published, Row - 9).Rectangle("pending", From + published, y + 4, other, Row - 9)
                .Label("value", From + published + other + 7, y + 16, "start", r.Unpublished > 0 ? $"{r.Published:#,0} + {r.Unpublished:#,0}" : $"{r.Published:#,0}");
        }

        Key(svg, regions.Count * Row + 26, [("count", "published"), ("pending", "named, not confirmed")]);
        svg.End();
    }

    /// <summary>Values with their intervals on one scale.</summary>
    /// <param name="title">What is drawn.</param>
    /// <param name="description">What is to be seen.</param>
    /// <param name="rows">Label, value, ends, value in words; a row without ends is drawn as a square: it is counted, not estimated.</param>
    /// <param name="isShare">Whether the values are shares.</param>
    public void Bands(string title, string description, IReadOnlyList<(string Label, double Value, double? Lower, double? Upper, string Words)> rows, bool isShare)
    {
        const int Row = 30;
        const int From = 235;
        var most = isShare ? 1 : Math.Max(1, rows.Max(r => Math.Max(r.Value, r.Upper ?? 0)));
        var least = isShare ? 0 : Math.Min(0, rows.Min(r => Math.Min(r.Value, r.Lower ?? 0)));
        var step = isShare ? 0.25 : SvgWriter.Step(most - least, Ticks);
        most = Math.Ceiling(most / step) * step;
        least = Math.Floor(least / step) * step;
        double X(double value) => From + Math.Clamp((value - least) / (most - least), 0, 1) * (Width - From - 34);
        var svg = Begin(rows.Count * Row + 44, title, description);
        for (var value = least; value <= most + step / 1000; value += step)
        {
            svg.Line("grid", X(value), 4, X(value), rows.Count * Row + 8).Label("tick", X(value), rows.Count * Row + 26, "middle", isShare ? value.ToString("P0", CultureInfo.InvariantCulture) : value.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (label, value, lower, upper, words) = rows[i];
            var y = 8 + i * Row + Row / 2.0;
            svg.Label("row", From - 12, y + 4, "end", Short(label));
            if (lower is null && upper is null)
            {
                svg.Rectangle("count", X(0), y - 5, X(value) - X(0), 10);
            }
            else
            {
                svg.Line("band", X(lower ?? least), y, X(upper ?? most), y).Circle("estimate", X(value), y, 4.5);
            }

            // To the right of the band, or to the left, or above it, where there is room.
            var (start, end, width) = (Math.Min(X(lower ?? value), X(value)), Math.Max(X(value), X(upper ?? 0)), words.Length * LetterWidth);
            var (x, side) = end + 10 + width <= Width ? (end + 10, "start") : start - 8 - width >= From ? (start - 8, "end") : (end, "end");
            svg.Label("value", x, end == x ? y - 8 : y + 4, side, words);
        }

        svg.End();
    }

    private SvgWriter Begin(int height, string title, string description) => new SvgWriter(html).Begin(Width, height, ++_number, title, description);

    private static void Key(SvgWriter svg, double y, ReadOnlySpan<(string Kind, string Text)> entries)
    {
        var x = (double)Left;
        foreach (var (kind, text) in entries)
        {
            if (kind == "estimate")
            {
                svg.Line("range", x + 5, y - 8, x + 5, y + 4).Circle(kind, x + 5, y - 2, 3);
            }
            else
            {
                svg.Rectangle(kind, x, y - 7, 10, 10);
            }

            svg.Label("tick", x + 16, y + 2, "start", text);
            x += 34 + text.Length * 6.1;
        }
    }

    private static string Short(string label) => label.Length <= 30 ? label : string.Concat(label.AsSpan(0, 29), "…");

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string N(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
