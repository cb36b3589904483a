using Parley.Coding.Acts;
using Parley.Coding.Agreements;
using Parley.Coding.Figures;
using Parley.Coding.Forecasts;
using Parley.Coding.Issues;
using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding;

/// <summary>Everything the coder looks words up in. Loaded once, never changed, shared by all threads.</summary>
public sealed class CodingTables
{
    private static readonly Lazy<CodingTables> s_default = new(() => Load(new CodingTableFiles()));

    private CodingTables(CodingTableFiles files)
    {
        var vocabulary = new Vocabulary.Builder();
        var issues = IssueTaxonomy.Load(files.Issues);
        var cues = CueTable.Load(vocabulary);
        var contents = ContentTable.Load(vocabulary);
        var negators = SimpleTables.Phrases(vocabulary, "polarity/negators.tsv");
        var countries = SimpleTables.Countries(vocabulary);
        var evaluations = SimpleTables.Read(vocabulary, "issues/evaluations.tsv", 2, row => row.IsFirst(1, "good", "bad"));
        var opposers = SimpleTables.Phrases(vocabulary, "issues/opposers.tsv");
        var conditions = SimpleTables.Read(vocabulary, "issues/conditions.tsv", 2, row => row.IsFirst(1, "strong", "weak"));
        var issueWords = issues.Phrases(vocabulary);
        var figures = FigureTables.Load(vocabulary);
        var agreements = AgreementTables.Load(vocabulary, files.Accords);
        var forecasts = ForecastTables.Load(vocabulary);
        var plover = PloverClassifier.Load(vocabulary);
        var modes = EventDetails.LoadModes(vocabulary);
        var contexts = EventDetails.LoadContexts(vocabulary);
        Vocabulary = vocabulary.Build();
        IssueTaxonomy = issues;
        Cues = cues.Build(Vocabulary);
        Contents = contents.Build(Vocabulary);
        Negators = negators.Build(Vocabulary);
        IssueWords = issueWords.Build(Vocabulary);
        Countries = countries.Build(Vocabulary);
        Evaluations = evaluations.Build(Vocabulary);
        Opposers = opposers.Build(Vocabulary);
        Conditions = conditions.Build(Vocabulary);
        Figures = figures.Build(Vocabulary);
        Agreements = agreements.Build(Vocabulary);
        Forecasts = forecasts.Build(Vocabulary);
        PloverWords = plover.Build(Vocabulary);
        Modes = modes.Build(Vocabulary);
        Contexts = contexts.Build(Vocabulary);
    }

    /// <summary>The tables that come with the program.</summary>
    public static CodingTables Default => s_default.Value;

    /// <summary>The issues that statements are coded by.</summary>
    public IssueTaxonomy IssueTaxonomy { get; }

    internal Vocabulary Vocabulary { get; }

    internal PhraseTable<CueEntry> Cues { get; }

    internal PhraseTable<ContentEntry> Contents { get; }

    internal PhraseTable<string> Negators { get; }

    internal PhraseTable<IssueWeight[]> IssueWords { get; }

    /// <summary>Country codes by the words that mean the country.</summary>
    internal PhraseTable<string> Countries { get; }

    /// <summary>Praise (true) and blame (false).</summary>
    internal PhraseTable<bool> Evaluations { get; }

    /// <summary>Words that turn a demand against what follows.</summary>
    internal PhraseTable<string> Opposers { get; }

    /// <summary>Words that open a condition; true where they are enough by themselves.</summary>
    internal PhraseTable<bool> Conditions { get; }

    internal FigureTables Figures { get; }

    internal AgreementTables Agreements { get; }

    internal ForecastTables Forecasts { get; }

    /// <summary>Words that tell how an act is done.</summary>
    internal PhraseTable<EventMode[]> Modes { get; }

    /// <summary>Words that tell the context of an act.</summary>
    internal PhraseTable<string> Contexts { get; }

    /// <summary>Words of deeds and acts with their PLOVER type.</summary>
    internal PhraseTable<PloverWeight> PloverWords { get; }

    /// <summary>Loads the tables, some from files of the user's own.</summary>
    /// <exception cref="TableFormatException">A file cannot be read or is not as expected.</exception>
    public static CodingTables Load(CodingTableFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new CodingTables(files);
    }
}
