using System.Globalization;
using Parley.Casualties.Register;

namespace Parley.Casualties.Gathering;

/// <summary>An age written behind a name.</summary>
/// <param name="Years">The age.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
internal sealed record ReportAge(int Years, int First, int Last)
{
    /// <summary>Иванов, 25 лет; Carter, 25, of Leeds; Carter (25).</summary>
    public static ReportAge? After(MarkedReport report, NamedPerson person)
    {
        var words = report.Words;
        var at = person.Last + 1;
        if (at >= words.Count || words[at].Block != words[person.First].Block || words[at].Gap is not ("," or "(" or "" or "–" or "—")
            || !int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > RegisterValue.OldestAge)
        {
            return null;
        }

        if (report.Has(at + 1, "years") && words[at + 1].Follows)
        {
            return new ReportAge(number, at, at + 1);
        }

        if (ReportDate.At(words, at, report.Article.Published) is not null)
        {
            return null;
        }

        var after = report.Text.After(at).TrimStart();
        return words[at].Gap is "," or "(" && (after.IsEmpty || report.LineEnd(at) == at || after[0] is ',' or ')' or '.' or ';' || report.Has(at + 1, "home")) ? new ReportAge(number, at, at) : null;
    }
}
