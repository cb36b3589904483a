using System.CommandLine;

namespace Parley.Cli.Commands.Actors;

/// <summary>The option <c>--country</c> that sets a country.</summary>
internal static class CountryOption
{
    /// <summary>A new option for a command.</summary>
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--country") { Description = "Its country: ISO 3166-1 alpha-3, e.g. SDN.", HelpName = "CODE" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
            {
                result.AddError($"--country takes three capitals of ISO 3166-1, such as SDN, not '{code}'");
            }
        });
        return option;
    }
}
