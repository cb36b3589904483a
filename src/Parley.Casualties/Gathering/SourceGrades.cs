using Parley.Casualties.Import;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;

namespace Parley.Casualties.Gathering;

/// <summary>What a team knows of the sources it reads: kind, grade and independence group of outlets, hosts and documents.</summary>
public sealed class SourceGrades
{
    private const char Unjudged = 'F';

    private static readonly Dictionary<string, SourceKind> KindsOfHosts = CasualtyTable.Rows("gathering_hosts.tsv")
        .ToDictionary(r => r[0], r => RegisterValue.TryName<SourceKind>(r[1], out var kind) ? kind : SourceKind.Other, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, CasualtySource> _known;

    private SourceGrades(Dictionary<string, CasualtySource> known) => _known = known;

    /// <summary>Nothing is known: every source is graded F, cannot be judged.</summary>
    public static SourceGrades None { get; } = new([]);

    /// <summary>Reads a file of grades.</summary>
    /// <inheritdoc cref="Read"/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceGrades ReadFile(string path) => Utf8File.Read(path, Read);

    /// <summary>Reads CSV with the columns source, kind, reliability and, if wanted, group; a source is an outlet, a host or a document.</summary>
    /// <exception cref="FormatException">A column is missing or a value is none; file, line and what is expected are named.</exception>
    public static SourceGrades Read(TextReader reader, string origin)
    {
        ArgumentNullException.ThrowIfNull(reader);
        CsvReader csv;
        try
        {
            csv = new CsvReader(reader);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{origin}: {e.Message}", e);
        }

        string[] wanted = ["source", "kind", "reliability", "group"];
        var columns = wanted.Select(w => csv.Headings.ToList().FindIndex(h => h.Equals(w, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (columns.AsSpan(0, 3).Contains(-1))
        {
            throw new FormatException($"{origin}: line 1: the columns source, kind, reliability and group are expected, not {string.Join(", ", csv.Headings)}");
        }

        var known = new Dictionary<string, CasualtySource>(StringComparer.OrdinalIgnoreCase);
        while (csv.Read())
        {
            var name = Cell(0);
            var kind = Value(RegisterField.SourceKind, 1);
            var grade = Value(RegisterField.Reliability, 2);
            if (!known.TryAdd(name, new CasualtySource(name, RegisterValue.TryName<SourceKind>(kind, out var named) ? named : SourceKind.Other, grade[0], columns[3] < 0 ? "" : Cell(3))))
            {
                throw new FormatException($"{origin}: line {csv.Line}, column source: '{name}' was graded before; keep one of the lines");
            }
        }

        return new SourceGrades(known);

        string Cell(int column) => csv[columns[column]].Trim().ToString();

        string Value(RegisterField field, int column) => RegisterValue.Read(field, Cell(column), out var problem, out var expected)
            ?? throw new FormatException($"{origin}: line {csv.Line}, column {wanted[column]}: {problem}; {expected}");
    }

    /// <summary>The source that an article is.</summary>
    /// <param name="report">The article, read.</param>
    /// <param name="document">Name of its document: file name or address.</param>
    internal CasualtySource Of(MarkedReport report, string document)
    {
        var article = report.Article;
        var host = Uri.TryCreate(article.Url ?? document, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host : null;
        foreach (var name in new[] { article.Outlet, host, document })
        {
            if (name is not null && _known.TryGetValue(name, out var graded))
            {
                return graded;
            }
        }

        var kind = host is not null && KindsOfHosts.TryGetValue(host, out var known) ? known : report.IsObituary ? SourceKind.Obituary : SourceKind.Other;
        return new CasualtySource(article.Outlet ?? host ?? document, kind, Unjudged, "");
    }
}
