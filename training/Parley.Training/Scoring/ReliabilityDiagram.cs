using System.Globalization;
using System.Text;

namespace Parley.Training.Scoring;

/// <summary>
/// Draws how often statements are right over the confidence stated (DeGroot and Fienberg 1983): a circle for each bin, its area by the
/// number of statements, beside the diagonal on which both agree.
/// </summary>
internal static class ReliabilityDiagram
{
    private const int Side = 320;
    private const int Margin = 44;

    /// <summary>An SVG picture.</summary>
    public static string Draw(IEnumerable<(int Count, double Stated, double Right)> bins)
    {
        var all = bins.ToList();
        var svg = new StringBuilder();
        var size = Side + (2 * Margin);
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" font-family="sans-serif" font-size="12">""");
        Add($"<title>How often statements are right, by confidence</title>");
        Add($"<desc>{string.Join("; ", all.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Count} at {b.Stated:F2}: {b.Right:F2} right")))}</desc>");
        Add($"""<rect width="{size}" height="{size}" fill="white"/>""");
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            var share = tenth / 10.0;
            Add($"""<path d="M{X(share):F0} {Y(0):F0}V{Y(1):F0}M{X(0):F0} {Y(share):F0}H{X(1):F0}" stroke="#ddd"/>""");
            Add($"""<text x="{X(share):F0}" y="{Y(0) + 16:F0}" text-anchor="middle">{share:F1}</text>""");
            Add($"""<text x="{X(0) - 8:F0}" y="{Y(share) + 4:F0}" text-anchor="end">{share:F1}</text>""");
        }

        Add($"""<path d="M{X(0):F0} {Y(0):F0}L{X(1):F0} {Y(1):F0}" stroke="#888" stroke-dasharray="4 3"/>""");
        foreach (var (count, stated, right) in all)
        {
            Add($"""<circle cx="{X(stated):F1}" cy="{Y(right):F1}" r="{Math.Sqrt(count) / 2 + 2:F1}" fill="#1f5f99" fill-opacity="0.6"/>""");
        }

        Add($"""<text x="{X(0.5):F0}" y="{size - 8}" text-anchor="middle">confidence stated</text>""");
        Add($"""<text transform="translate(14 {Y(0.5):F0}) rotate(-90)" text-anchor="middle">share right</text>""");
        Add($"</svg>");
        return svg.ToString();

        void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static double X(double share) => Margin + (share * Side);

    private static double Y(double share) => Margin + ((1 - share) * Side);
}
