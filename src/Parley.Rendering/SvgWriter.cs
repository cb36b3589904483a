using System.Globalization;

namespace Parley.Rendering;

/// <summary>
/// Draws inline SVG with title and description. Colours come from the style sheet by class, so that they fit the dark page and print;
/// lengths are in units of the view box.
/// </summary>
/// <param name="html">The page.</param>
public sealed class SvgWriter(HtmlWriter html)
{
    /// <summary>Begins a drawing in a figure.</summary>
    /// <param name="width">Width of the view box.</param>
    /// <param name="height">Its height.</param>
    /// <param name="number">Number of the drawing, unique on its page.</param>
    /// <param name="title">What is drawn.</param>
    /// <param name="description">What is to be seen, for those who cannot see it.</param>
    public SvgWriter Begin(int width, int height, int number, string title, string description)
    {
        html.Markup("<figure class=\"chart\"><svg viewBox=\"0 0 ").Number(width).Markup(" ").Number(height).Markup("\" role=\"img\" aria-labelledby=\"ct").Number(number).Markup(" cd").Number(number)
            .Markup("\"><title id=\"ct").Number(number).Markup("\">").Text(title).Markup("</title><desc id=\"cd").Number(number).Markup("\">").Text(description).Markup("</desc>\n");
        return this;
    }

    /// <summary>Ends the drawing.</summary>
    public void End() => html.Markup("</svg></figure>\n");

    /// <summary>A line.</summary>
    public SvgWriter Line(string kind, double x1, double y1, double x2, double y2)
    {
        html.Markup("<line class=\"").Markup(kind).Markup("\" x1=\"").Text(F(x1)).Markup("\" y1=\"").Text(F(y1)).Markup("\" x2=\"").Text(F(x2)).Markup("\" y2=\"").Text(F(y2)).Markup("\"/>");
        return this;
    }

    /// <summary>A circle.</summary>
    public SvgWriter Circle(string kind, double x, double y, double radius)
    {
        html.Markup("<circle class=\"").Markup(kind).Markup("\" cx=\"").Text(F(x)).Markup("\" cy=\"").Text(F(y)).Markup("\" r=\"").Text(F(radius)).Markup("\"/>");
        return this;
    }

    /// <summary>A rectangle; one without height or width is left out.</summary>
    public SvgWriter Rectangle(string kind, double x, double y, double width, double height)
    {
        if (width >= 0.05 && height >= 0.05)
        {
            html.Markup("<rect class=\"").Markup(kind).Markup("\" x=\"").Text(F(x)).Markup("\" y=\"").Text(F(y)).Markup("\" width=\"").Text(F(width)).Markup("\" height=\"").Text(F(height)).Markup("\"/>");
        }

        return this;
    }

    /// <summary>A path; the data are the program's own.</summary>
    public SvgWriter Path(string kind, string data)
    {
        html.Markup("<path class=\"").Markup(kind).Markup("\" d=\"").Text(data).Markup("\"/>");
        return this;
    }

    /// <summary>A text.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="text">The text.</param>
    public SvgWriter Label(string kind, double x, double y, string anchor, string text)
    {
        html.Markup("<text class=\"").Markup(kind).Markup("\" x=\"").Text(F(x)).Markup("\" y=\"").Text(F(y)).Markup("\" text-anchor=\"").Markup(anchor).Markup("\">").Text(text).Markup("</text>");
        return this;
    }

    /// <summary>A length as drawings have it: one decimal.</summary>
    public static string F(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A round step (1, 2, 2.5 or 5 times a power of ten) that divides a length into at most so many.</summary>
    public static double Step(double length, int most)
    {
        var rough = Math.Max(length / most, 1e-6);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((double[])[1, 2, 2.5, 5, 10]).First(f => f * power >= rough * 0.999);
    }
}
