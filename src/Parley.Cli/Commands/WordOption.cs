using System.CommandLine;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary>Options that take one of some words, written as exports write them: competing-figures.</summary>
internal static class WordOption
{
    /// <summary>An option that takes the words of an enumeration, or nothing.</summary>
    public static Option<T?> Create<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            Description = description,
            HelpName = "WORD",
            CustomParser = result =>
            {
                foreach (var value in Enum.GetValues<T>())
                {
                    if (EnumName.Of(value).Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase))
                    {
                        return value;
                    }
                }

                result.AddError($"{name} takes {string.Join(", ", Enum.GetValues<T>().Select(v => EnumName.Of(v)))}, not '{result.Tokens[0].Value}'");
                return null;
            },
        };
}
