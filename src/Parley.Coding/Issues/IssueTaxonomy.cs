using System.Collections.Immutable;
using System.Globalization;
using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Issues;

/// <summary>A topic of talks.</summary>
/// <param name="Key">Stable key in records: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Name for people.</param>
public sealed record Issue(string Key, string Name);

/// <summary>How surely a phrase speaks of an issue, 1 to 9.</summary>
internal readonly record struct IssueWeight(string Phrase, int Issue, int Weight);

/// <summary>The issues that statements are coded by, with the words that speak of them.</summary>
public sealed class IssueTaxonomy
{
    /// <summary>Key of what fits no issue.</summary>
    public const string Other = "other";

    private readonly List<(TableFile.Row Row, IssueWeight Weight)> _phrases = [];

    private IssueTaxonomy(TableFile table)
    {
        var issues = new List<Issue>();
        var known = new HashSet<(int Issue, string Phrase)>();
        foreach (var row in table.Rows)
        {
            if (row.Cells[0] == "issue")
            {
                issues.Add(ReadIssue(row, issues));
            }
            else if (issues.Count == 0)
            {
                throw row.Error($"'{row.Cells[0]}' stands before the first issue; a row 'issue', key, name (separated by tabs) is expected");
            }
            else if (!int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out var weight) || weight is < 1 or > 9)
            {
                throw row.Error($"'{row[1]}' is no weight; a phrase, a tab and a number from 1 to 9 are expected");
            }
            else if (!known.Add((issues.Count, row.Cells[0].ToLowerInvariant())))
            {
                throw row.Error($"'{row.Cells[0]}' comes twice under the issue '{issues[^1].Key}'; each phrase once is expected");
            }
            else
            {
                _phrases.Add((row, new IssueWeight(row.Cells[0], issues.Count - 1, weight)));
            }
        }

        if (issues.Count == 0)
        {
            throw new TableFormatException(table.Name, 0, "no issue in it; a row 'issue', key, name (separated by tabs) is expected");
        }

        Issues = [.. issues];
    }

    /// <summary>The issues in the order of the file.</summary>
    public ImmutableArray<Issue> Issues { get; }

    /// <summary>Reads a taxonomy; the default one for peace talks if no file is given.</summary>
    /// <exception cref="TableFormatException">The file cannot be read or a row is not as expected.</exception>
    public static IssueTaxonomy Load(string? file) => new(file is null
        ? TableFile.FromResource("issues/peace-talks.tsv", 2)
        : TableFile.FromFile(file, 2));

    /// <summary>The phrases as a table; a phrase may speak of several issues.</summary>
    internal PhraseTable<IssueWeight[]>.Builder Phrases(Vocabulary.Builder vocabulary)
    {
        var table = new PhraseTable<IssueWeight[]>.Builder(vocabulary);
        foreach (var group in _phrases.GroupBy(p => p.Row.Cells[0], StringComparer.OrdinalIgnoreCase))
        {
            table.Add(group.First().Row, group.Key, [.. group.Select(p => p.Weight)]);
        }

        return table;
    }

    private static Issue ReadIssue(TableFile.Row row, List<Issue> before)
    {
        var key = row[1];
        if (key is null || !key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw row.Error($"'{key}' is no key; lower-case letters, digits and hyphens are expected");
        }

        if (before.Any(issue => issue.Key == key))
        {
            throw row.Error($"the issue '{key}' comes twice; each key once is expected");
        }

        return new Issue(key, row[2] ?? throw row.Error("no name; a row 'issue', key, name (separated by tabs) is expected"));
    }
}
