using Parley.Coding.Words;

namespace Parley.Coding.Forecasts;

/// <summary>The tables of forecasts.</summary>
internal sealed class ForecastTables
{
    private ForecastTables(Vocabulary vocabulary, Builder builder)
    {
        Futures = builder.Futures.Build(vocabulary);
        Outcomes = builder.Outcomes.Build(vocabulary);
    }

    /// <summary>Words that speak of what will be; true where they are enough by themselves.</summary>
    public PhraseTable<bool> Futures { get; }

    /// <summary>Words that tell how a forecast turned out: true for kept or come true.</summary>
    public PhraseTable<bool> Outcomes { get; }

    public static Builder Load(Vocabulary.Builder vocabulary) => new(vocabulary);

    internal sealed class Builder(Vocabulary.Builder vocabulary)
    {
        public PhraseTable<bool>.Builder Futures { get; } =
            SimpleTables.Read(vocabulary, "polarity/futures.tsv", 2, row => row.IsFirst(1, "strong", "weak"));

        public PhraseTable<bool>.Builder Outcomes { get; } =
            SimpleTables.Read(vocabulary, "polarity/outcomes.tsv", 2, row => row.IsFirst(1, "good", "bad"));

        public ForecastTables Build(Vocabulary built) => new(built, this);
    }
}
