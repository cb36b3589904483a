using System.Collections.Immutable;

namespace Parley.Assessments;

/// <summary>A sentence of an assessment. There is none without a citation: it is made by citing first and writing then.</summary>
public sealed class Sentence
{
    private Sentence(ImmutableArray<Run> runs, ImmutableArray<Citation> citations) => (Runs, Citations) = (runs, citations);

    /// <summary>The sentence in pieces.</summary>
    public ImmutableArray<Run> Runs { get; }

    /// <summary>What it rests on, each record once, never empty.</summary>
    public ImmutableArray<Citation> Citations { get; }

    /// <summary>Starts a sentence that rests on a record, and on others if given.</summary>
    public static SentenceWriter On(Citation first, params IEnumerable<Citation> others) => new(first, others);

    /// <summary>The sentence as plain text.</summary>
    public override string ToString() => string.Concat(Runs.Select(r => r.Kind switch
    {
        RunKind.Quotation => $"“{r.Text}”",
        RunKind.ReportedWords => $"‘{r.Text}’",
        _ => r.Text,
    }));

    /// <summary>Writes a sentence piece by piece.</summary>
    public sealed class SentenceWriter
    {
        private readonly ImmutableArray<Run>.Builder _runs = ImmutableArray.CreateBuilder<Run>();
        private readonly List<Citation> _citations;

        internal SentenceWriter(Citation first, IEnumerable<Citation> others)
        {
            ArgumentNullException.ThrowIfNull(first);
            ArgumentNullException.ThrowIfNull(others);
            _citations = [first, .. others];
        }

        /// <summary>Adds what the sentence rests on.</summary>
        public SentenceWriter Cite(IEnumerable<Citation> citations)
        {
            ArgumentNullException.ThrowIfNull(citations);
            _citations.AddRange(citations);
            return this;
        }

        /// <summary>Adds the template's words or a record's field.</summary>
        public SentenceWriter Text(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            _runs.Add(new Run(RunKind.Text, text, null));
            return this;
        }

        /// <summary>Adds the name of an actor.</summary>
        public SentenceWriter Name(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            _runs.Add(new Run(RunKind.Name, name, null));
            return this;
        }

        /// <summary>Adds by which way the words came here.</summary>
        public SentenceWriter Provenance(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            _runs.Add(new Run(RunKind.Provenance, text, null));
            return this;
        }

        /// <summary>Quotes the cited words: the source's own if <paramref name="own"/>, otherwise those of whoever reports it.</summary>
        /// <param name="citation">What to quote; it becomes one of the sentence's citations.</param>
        /// <param name="own">True if they are the source's own words.</param>
        /// <param name="maxLength">Most UTF-16 units quoted; what goes beyond ends at a word with an ellipsis.</param>
        public SentenceWriter Quote(Citation citation, bool own, int maxLength)
        {
            ArgumentNullException.ThrowIfNull(citation);
            ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 20);
            _citations.Add(citation);
            _runs.Add(new Run(own ? RunKind.Quotation : RunKind.ReportedWords, QuotedWords.Shorten(QuotedWords.Of(citation, own), maxLength), citation));
            return this;
        }

        /// <summary>The sentence.</summary>
        public Sentence Build() => new(_runs.ToImmutable(), [.. _citations.Distinct()]);
    }
}

/// <summary>A piece of a sentence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, untrusted: a renderer encodes them.</param>
/// <param name="Citation">What is quoted, for quotations.</param>
public readonly record struct Run(RunKind Kind, string Text, Citation? Citation);

/// <summary>What a piece of a sentence is.</summary>
public enum RunKind
{
    /// <summary>A template's words or a field of a record.</summary>
    Text,

    /// <summary>The name of an actor.</summary>
    Name,

    /// <summary>The source's own words, verbatim.</summary>
    Quotation,

    /// <summary>The words in which an article reports what the source said, verbatim.</summary>
    ReportedWords,

    /// <summary>By which way the words came here.</summary>
    Provenance,
}
