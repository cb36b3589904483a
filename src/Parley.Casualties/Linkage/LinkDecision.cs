using Parley.Casualties.Import;

namespace Parley.Casualties.Linkage;

/// <summary>What a person decided about two records; a constraint on every later run.</summary>
/// <param name="FirstId">Identifier of one record.</param>
/// <param name="SecondId">Identifier of the other.</param>
/// <param name="Same">Whether they are of one person.</param>
/// <param name="Who">Who decided, or empty.</param>
/// <param name="Why">The reason, or empty.</param>
public sealed record LinkDecision(string FirstId, string SecondId, bool Same, string Who, string Why)
{
    private static readonly string[] Columns = ["first", "second", "decision", "who", "why"];

    /// <summary>Reads a file of decisions.</summary>
    /// <inheritdoc cref="Read"/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<LinkDecision> ReadFile(string path) => Utf8File.Read(path, Read);

    /// <summary>
    /// Reads decisions from CSV with the columns first, second, decision (same or different; empty means undecided), and if wanted who, why.
    /// </summary>
    /// <exception cref="FormatException">A column is missing, or a decision is neither; the line is named.</exception>
    public static IReadOnlyList<LinkDecision> Read(TextReader reader, string origin)
    {
        var csv = new CsvReader(reader);
        var columns = Columns.Select(h => csv.Headings.ToList().FindIndex(c => c.Equals(h, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (columns.AsSpan(0, 3).Contains(-1))
        {
            throw new FormatException($"{origin}: line 1: the columns first, second and decision are expected, not {string.Join(", ", csv.Headings)}");
        }

        var decisions = new List<LinkDecision>();
        while (csv.Read())
        {
            var decision = Cell(2);
            if (decision.Length == 0)
            {
                continue;
            }

            if (decision is not ("same" or "different"))
            {
                throw new FormatException($"{origin}: line {csv.Line}, column decision: 'same' or 'different' is expected, not '{decision}'");
            }

            decisions.Add(new LinkDecision(Cell(0), Cell(1), decision == "same", Cell(3), Cell(4)));
        }

        return decisions;

        string Cell(int column) => columns[column] < 0 ? "" : csv[columns[column]].Trim().ToString();
    }
}
