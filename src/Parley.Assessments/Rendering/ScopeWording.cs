using System.Globalization;

namespace Parley.Assessments;

/// <summary>The line that says how much an assessment was made from.</summary>
internal static class ScopeWording
{
    public static string Of(Assessment assessment) => string.Create(CultureInfo.InvariantCulture,
        $"{(assessment.Range is { } days ? DateWording.Of(days) : "Dates not stated")} · {Count(assessment.Scope.Statements, "statement")} in {Count(assessment.Scope.Articles, "article")} of {Count(assessment.Scope.Outlets, "outlet")}");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? "" : "s")}");
}
