using System.Collections.Immutable;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>The written result: sections of sentences, each with its citations. Rendering adds nothing to it but the program's fixed words.</summary>
public sealed record Assessment
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The days it covers; null if no record is dated.</summary>
    public required DateRange? Range { get; init; }

    /// <summary>Articles and statements it was made from.</summary>
    public required AssessmentScope Scope { get; init; }

    /// <summary>The hash of the ledger's last record, where one was given.</summary>
    public string? LedgerHead { get; init; }

    /// <summary>The sections in order.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>All sentences in the order in which they are read.</summary>
    public IEnumerable<Sentence> Sentences => Sections.SelectMany(s => s.Sentences);

    /// <summary>All records cited, in the order in which they are first cited.</summary>
    public IEnumerable<Citation> Citations => Sentences.SelectMany(s => s.Citations).Distinct();
}

/// <summary>How much an assessment was made from.</summary>
/// <param name="Articles">Number of articles in range.</param>
/// <param name="Outlets">Number of outlets.</param>
/// <param name="Statements">Number of statements in range.</param>
public sealed record AssessmentScope(int Articles, int Outlets, int Statements);

/// <summary>A part of an assessment.</summary>
/// <param name="Key">A name for links, lower case ASCII.</param>
/// <param name="Heading">The heading: the program's own words, a date or an issue.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record Section(string Key, string Heading, ImmutableArray<SectionBlock> Blocks)
{
    /// <summary>A fixed line under the heading that says how to read the section, or null.</summary>
    public string? Lead { get; init; }

    /// <summary>Parts within the section.</summary>
    public ImmutableArray<Section> Parts { get; init; } = [];

    /// <summary>All sentences in the order in which they are read.</summary>
    public IEnumerable<Sentence> Sentences => Blocks.SelectMany(b => b.Sentences).Concat(Parts.SelectMany(p => p.Sentences));
}

/// <summary>A piece of a section.</summary>
public abstract record SectionBlock
{
    private protected SectionBlock()
    {
    }

    /// <summary>Its sentences in the order in which they are read.</summary>
    public abstract IEnumerable<Sentence> Sentences { get; }
}

/// <summary>Sentences one under another.</summary>
/// <param name="Items">The sentences.</param>
/// <param name="Numbered">True if their order is a ranking.</param>
/// <param name="IsAside">True for remarks, set smaller.</param>
public sealed record SentenceList(ImmutableArray<Sentence> Items, bool Numbered = false, bool IsAside = false) : SectionBlock
{
    /// <inheritdoc/>
    public override IEnumerable<Sentence> Sentences => Items;
}

/// <summary>Two sides set beside each other: a claim and what answers it.</summary>
/// <param name="LeftHeading">What the left side is.</param>
/// <param name="Left">Its sentences.</param>
/// <param name="RightHeading">What the right side is.</param>
/// <param name="Right">Its sentences.</param>
/// <param name="Note">Why they stand together.</param>
public sealed record SideBySide(string LeftHeading, ImmutableArray<Sentence> Left, string RightHeading, ImmutableArray<Sentence> Right, Sentence Note) : SectionBlock
{
    /// <inheritdoc/>
    public override IEnumerable<Sentence> Sentences => Left.Concat(Right).Append(Note);
}

/// <summary>A table whose cells are sentences.</summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Columns">Headings of the columns.</param>
/// <param name="Rows">Rows as long as there are columns; an empty cell is null.</param>
public sealed record SentenceTable(string Caption, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Sentence?>> Rows) : SectionBlock
{
    /// <inheritdoc/>
    public override IEnumerable<Sentence> Sentences => Rows.SelectMany(r => r).OfType<Sentence>();
}
