using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Documents.Formats;

/// <summary>What one document yielded: its texts in order, and what could not be read or not be read without loss.</summary>
/// <param name="Document">The document.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Faults">What went wrong; texts may have been read nevertheless.</param>
public sealed record DocumentTexts(Document Document, ImmutableArray<SourceText> Texts, ImmutableArray<Fault> Faults);
