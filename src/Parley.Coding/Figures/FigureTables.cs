using System.Globalization;
using Parley.Coding.Words;

namespace Parley.Coding.Figures;

/// <summary>Whether words at a number make it a bound or an estimate.</summary>
internal enum ModifierEffect
{
    /// <summary>The number is a lower bound.</summary>
    Low,

    /// <summary>The number is an upper bound.</summary>
    High,

    /// <summary>The number is an estimate.</summary>
    About,

    /// <summary>The words change nothing.</summary>
    Exact,
}

/// <summary>Words at a number.</summary>
internal sealed record Modifier(ModifierEffect Effect, bool StandsBefore);

/// <summary>A unit by its words.</summary>
internal sealed record UnitEntry(string Unit, string Kind);

/// <summary>What a figure counts.</summary>
/// <param name="Phrase">The row's phrase, shown as evidence.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Kind">Kind of unit that it goes with.</param>
/// <param name="Unit">Unit of a count, or null.</param>
internal sealed record MeasureEntry(string Phrase, string Measure, string Kind, string? Unit);

/// <summary>The tables of figures.</summary>
internal sealed class FigureTables
{
    private FigureTables(Vocabulary vocabulary, Builder builder)
    {
        Modifiers = builder.Modifiers.Build(vocabulary);
        Units = builder.Units.Build(vocabulary);
        Currencies = builder.Currencies.Build(vocabulary);
        Measures = builder.Measures.Build(vocabulary);
        Numerals = builder.Numerals.Build(vocabulary);
        Ranks = builder.Ranks.Build(vocabulary);
    }

    public PhraseTable<Modifier> Modifiers { get; }

    public PhraseTable<UnitEntry> Units { get; }

    public PhraseTable<string> Currencies { get; }

    public PhraseTable<MeasureEntry[]> Measures { get; }

    public PhraseTable<Numeral> Numerals { get; }

    /// <summary>Ranks such as "fourth-largest" with their number.</summary>
    public PhraseTable<decimal> Ranks { get; }

    public static Builder Load(Vocabulary.Builder vocabulary) => new(vocabulary);

    internal sealed class Builder
    {
        public Builder(Vocabulary.Builder vocabulary)
        {
            (Modifiers, Units, Currencies, Measures, Numerals, Ranks) = (new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary));
            Fill(Modifiers, "figures/modifiers.tsv", 3, row => new Modifier(row.Member<ModifierEffect>(1), row[2] != "after"));
            Fill(Units, "figures/units.tsv", 3, row => new UnitEntry(row.Cells[1], row.Cells[2]));
            Fill(Currencies, "figures/currencies.tsv", 2, row => row.Cells[1]);
            // A phrase may count different things in different units.
            foreach (var rows in TableFile.FromResource("figures/measures.tsv", 3).Rows.GroupBy(row => row.Cells[0], StringComparer.OrdinalIgnoreCase))
            {
                Measures.Add(rows.First(), rows.Key, [.. rows.Select(row => new MeasureEntry(row.Cells[0], row.Cells[1], row.Cells[2], row[3]))]);
            }

            Fill(Numerals, "figures/numerals.tsv", 3, Numeral.Read);
            Fill(Ranks, "figures/ranks.tsv", 2, row => decimal.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : throw row.Error($"'{row[1]}' is no rank; a number is expected"));
        }

        public PhraseTable<Modifier>.Builder Modifiers { get; }

        public PhraseTable<UnitEntry>.Builder Units { get; }

        public PhraseTable<string>.Builder Currencies { get; }

        public PhraseTable<MeasureEntry[]>.Builder Measures { get; }

        public PhraseTable<Numeral>.Builder Numerals { get; }

        public PhraseTable<decimal>.Builder Ranks { get; }

        public FigureTables Build(Vocabulary vocabulary) => new(vocabulary, this);

        private static void Fill<T>(PhraseTable<T>.Builder table, string name, int cells, Func<TableFile.Row, T> value)
        {
            foreach (var row in TableFile.FromResource(name, cells).Rows)
            {
                table.Add(row, row.Cells[0], value(row));
            }
        }
    }
}
