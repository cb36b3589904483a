namespace Parley.Casualties.Estimation;

/// <summary>An input that no estimate can be made from; the message names file, line, column and what to do.</summary>
public sealed class EstimateInputException : FormatException
{
    /// <summary>An error without a message.</summary>
    public EstimateInputException()
    {
    }

    /// <summary>An error with its message.</summary>
    public EstimateInputException(string message)
        : base(message)
    {
    }

    /// <summary>An error with what caused it.</summary>
    public EstimateInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
