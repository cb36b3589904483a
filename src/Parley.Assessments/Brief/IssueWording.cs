using System.Globalization;

namespace Parley.Assessments;

/// <summary>Issue keys as headings: <c>nato-membership</c> is "NATO membership".</summary>
internal static class IssueWording
{
    /// <summary>The heading of statements without an issue.</summary>
    public const string None = "Other matters";

    public static string Of(string? key)
    {
        if (string.IsNullOrWhiteSpace(key) || key == "other")
        {
            return None;
        }

        var words = key.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var heading = string.Join(' ', words.Select(Capitals));
        return heading.Length == 0 ? None : char.ToUpper(heading[0], CultureInfo.InvariantCulture) + heading[1..];
    }

    /// <summary>The issue within a sentence: "peace talks", "NATO membership".</summary>
    public static string InSentence(string? key)
    {
        var heading = Of(key);
        return heading.Length > 1 && char.IsLower(heading[1]) ? char.ToLowerInvariant(heading[0]) + heading[1..] : heading;
    }

    private static string Capitals(string word) => word is "nato" or "eu" or "un" or "us" or "osce" or "iaea" ? word.ToUpperInvariant() : word;
}
