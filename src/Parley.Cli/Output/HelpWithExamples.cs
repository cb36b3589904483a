using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Parley.Cli.Output;

/// <summary>Help that ends with the examples of an <see cref="ExampledCommand"/>.</summary>
internal sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
{
    /// <summary>Puts the examples behind the help of all commands.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampledCommand { Examples.Count: > 0 } command)
        {
            output.WriteLine("Examples:");
            foreach (var (line, meaning) in command.Examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {meaning}");
            }
        }

        return code;
    }
}

/// <summary>A command with examples of its use.</summary>
internal sealed class ExampledCommand(string name, string description, params (string Line, string Meaning)[] examples) : Command(name, description)
{
    /// <summary>Command lines and what they do.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples => examples;
}
