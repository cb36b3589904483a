namespace Parley.Resolution.Actors;

/// <summary>A table of actors is not as expected. The message names file, line and what is expected.</summary>
/// <param name="file">The file.</param>
/// <param name="line">Line, from 1; 0 for the file as a whole.</param>
/// <param name="problem">What is wrong and what is expected.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class ActorFileException(string file, int line, string problem, Exception? inner = null)
    : FormatException(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}", inner);
