using System.CommandLine;
using System.Text;
using Parley.Records;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>
/// Where the program writes: results to standard output, progress and faults to standard error. Whatever comes from documents is
/// shown with control and direction marks made visible, so that no text can move the cursor or hide itself.
/// </summary>
internal sealed class Terminal(Stream output, TextWriter errors) : IDisposable
{
    private readonly StreamWriter _results = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);

    /// <summary>Prints the trace of a defect when set; shared by all commands.</summary>
    public Option<bool> VerboseOption { get; } = new("--verbose") { Description = "Print the trace of a defect of the program.", Recursive = true };

    /// <summary>Results as bytes, for exports.</summary>
    public Stream Output => output;

    /// <summary>Results as text.</summary>
    public TextWriter Results => _results;

    /// <summary>Everything that is not a result.</summary>
    public TextWriter Errors => errors;

    /// <summary>Whether a person reads standard error.</summary>
    public bool IsInteractive => !Console.IsErrorRedirected && ReferenceEquals(errors, Console.Error);

    /// <summary>Whether <see cref="VerboseOption"/> was given; set by the command that runs.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>A console that draws tables on standard output, as wide as the terminal or, without one, wide enough for scripts.</summary>
    public IAnsiConsole ResultConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_results),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Console.IsOutputRedirected ? 160 : Math.Max(60, Console.WindowWidth);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Tells of a fault in one line.</summary>
    public void Tell(Fault fault) => errors.WriteLine($"parley: {OneLine(fault.ToString())}");

    /// <summary>Prints the trace of a defect if asked to.</summary>
    public void Trace(Exception? defect)
    {
        if (defect is not null && (IsVerbose || Environment.GetCommandLineArgs().Contains("--verbose")))
        {
            errors.WriteLine(defect);
        }
    }

    /// <summary>Text from a document on one line, marks made visible.</summary>
    public static string OneLine(string text) => VisibleText.OneLine(text);

    /// <summary>Writes out what is buffered.</summary>
    public void Flush() => _results.Flush();

    /// <inheritdoc/>
    public void Dispose() => _results.Dispose();
}
