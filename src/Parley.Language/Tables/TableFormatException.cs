namespace Parley.Language;

/// <summary>A table of facts is not as expected. The message names file, line and what is expected.</summary>
public sealed class TableFormatException : FormatException
{
    /// <summary>Makes the error.</summary>
    /// <param name="file">File or table name.</param>
    /// <param name="line">Line, from 1; 0 for the file as a whole.</param>
    /// <param name="problem">What is wrong and what is expected.</param>
    /// <param name="inner">The cause, if any.</param>
    public TableFormatException(string file, int line, string problem, Exception? inner = null)
        : base(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}", inner) => (File, Line) = (file, line);

    /// <summary>File or table name.</summary>
    public string File { get; }

    /// <summary>Line, from 1; 0 for the file as a whole.</summary>
    public int Line { get; }
}
