namespace Parley.Cli.Output;

/// <summary>One line on standard error that is written over again, only when a person reads it.</summary>
internal sealed class ReadingProgress(Terminal terminal)
{
    private int _shown;

    /// <summary>Shows how far the work is.</summary>
    public void Show(string text)
    {
        if (terminal.IsInteractive)
        {
            terminal.Errors.Write($"\r{text.PadRight(_shown)}");
            _shown = text.Length;
        }
    }

    /// <summary>Takes the line away, before something that stays is written.</summary>
    public void Clear()
    {
        if (_shown > 0)
        {
            terminal.Errors.Write($"\r{new string(' ', _shown)}\r");
            _shown = 0;
        }
    }
}
