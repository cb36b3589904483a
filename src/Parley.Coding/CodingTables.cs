using Parley.Coding.Acts;
using Parley.Coding.Figures;
using Parley.Coding.Issues;
using Parley.Coding.Words;

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
        var negators = NegatorTable.Load(vocabulary);
        var issueWords = issues.Phrases(vocabulary);
        var figures = FigureTables.Load(vocabulary);
        Vocabulary = vocabulary.Build();
        IssueTaxonomy = issues;
        Cues = cues.Build(Vocabulary);
        Contents = contents.Build(Vocabulary);
        Negators = negators.Build(Vocabulary);
        IssueWords = issueWords.Build(Vocabulary);
        Figures = figures.Build(Vocabulary);
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

    internal FigureTables Figures { get; }

    /// <summary>Loads the tables, some from files of the user's own.</summary>
    /// <exception cref="TableFormatException">A file cannot be read or is not as expected.</exception>
    public static CodingTables Load(CodingTableFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new CodingTables(files);
    }
}
