namespace Parley.Records;

/// <summary>What went wrong with one input: a value beside the results, so that the batch goes on.</summary>
/// <param name="Input">File, URL or entry.</param>
/// <param name="Place">Where in it (line, byte, element), or null for the whole.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Fault(string Input, string? Place, string Problem, string Remedy)
{
    /// <summary>One line for people: input, place, problem, remedy.</summary>
    public override string ToString() =>
        Place is null ? $"{Input}: {Problem}; {Remedy}" : $"{Input}: {Place}: {Problem}; {Remedy}";
}
