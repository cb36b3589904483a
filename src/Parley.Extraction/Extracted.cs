using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Extraction;

/// <summary>What became of one gathered document.</summary>
/// <param name="Number">Its place in the order of gathering, from 0.</param>
/// <param name="Reading">What it yielded; null if nothing could be read.</param>
/// <param name="Faults">What went wrong with it.</param>
public sealed record Extracted(int Number, Reading? Reading, ImmutableArray<Fault> Faults)
{
    /// <summary>A fault of the program itself behind one of <see cref="Faults"/>, for those who mend it; null otherwise.</summary>
    public Exception? Defect { get; init; }
}
