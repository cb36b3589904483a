using System.CommandLine;
using System.Globalization;

namespace Parley.Cli.Commands;

/// <summary>Options that take a day.</summary>
internal static class DateOption
{
    /// <summary>An option that takes YYYY-MM-DD and nothing else.</summary>
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} takes a day as YYYY-MM-DD, not '{result.Tokens[0].Value}'");
            return null;
        },
    };

    /// <summary>The last moment of a day in UTC; null if there is none.</summary>
    public static DateTimeOffset? EndOf(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero) : null;
}
