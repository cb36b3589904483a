namespace Parley.Exchange;

/// <summary>What is exported.</summary>
public enum ExportKind
{
    /// <summary>Who said what.</summary>
    Statements,

    /// <summary>The articles.</summary>
    Articles,

    /// <summary>The claimed quantities.</summary>
    Figures,

    /// <summary>The mentions of agreements.</summary>
    Agreements,

    /// <summary>Predictions and promises.</summary>
    Forecasts,

    /// <summary>The actors.</summary>
    Actors,

    /// <summary>Statements that say the same, joined.</summary>
    Claims,

    /// <summary>What cannot all stand.</summary>
    Conflicts,

    /// <summary>Stances of actors on issues.</summary>
    Positions,
}

/// <summary>How it is written.</summary>
public enum ExportFormat
{
    /// <summary>One JSON object a line, UTF-8, lines ended by LF; for programs.</summary>
    JsonLines,

    /// <summary>
    /// CSV (RFC 4180) that a spreadsheet cannot take for formulas: an apostrophe stands before every text that begins with
    /// <c>= + - @</c>, their full-width forms, a tab or a line break, also after spaces. Numbers are left alone. Who saves the file
    /// from a spreadsheet may lose the apostrophe and with it the protection.
    /// </summary>
    Csv,

    /// <summary>The same with a byte order mark, by which Excel, Calc and the like know UTF-8.</summary>
    SpreadsheetCsv,

    /// <summary>CSV with all texts exactly as they are; not to be opened in a spreadsheet.</summary>
    ExactCsv,
}
