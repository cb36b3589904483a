namespace Parley.Casualties.Teams;

/// <summary>The name of a team as packages and addresses have it.</summary>
internal static class TeamName
{
    private const int Longest = 60;

    /// <summary>The name, trimmed.</summary>
    /// <exception cref="FormatException">It is none: empty, too long, or with a colon or a control character.</exception>
    public static string Read(string? text) => text?.Trim() is { Length: > 0 and <= Longest } name && !name.Any(c => c == ':' || char.IsControl(c)) ? name
        : throw new FormatException($"a team's name has 1 to {Longest} characters and no colon");
}
