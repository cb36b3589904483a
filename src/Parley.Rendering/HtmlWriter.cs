using System.Text;
using Parley.Records;

namespace Parley.Rendering;

/// <summary>Writes HTML: markup is what the program's code holds, everything else goes through <see cref="Text"/>.</summary>
public sealed class HtmlWriter
{
    private readonly StringBuilder _html = new(1 << 16);

    /// <summary>Adds markup of the program's own; never anything from records.</summary>
    public HtmlWriter Markup(string constant)
    {
        _html.Append(constant);
        return this;
    }

    /// <summary>Adds a number.</summary>
    public HtmlWriter Number(int number)
    {
        _html.Append(number);
        return this;
    }

    /// <summary>Adds text: encoded for elements and quoted attributes, hidden characters made visible.</summary>
    public HtmlWriter Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var c in VisibleText.OneLine(text))
        {
            _ = c switch
            {
                '&' => _html.Append("&amp;"),
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '"' => _html.Append("&quot;"),
                '\'' => _html.Append("&#39;"),
                _ => _html.Append(c),
            };
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();
}
