using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>Tells statements that only carry another ("Agency reported that two sources said …") from those that say something.</summary>
internal static class Carriers
{
    /// <summary>The statements of one article without those whose content is for the greater part another statement's.</summary>
    public static IEnumerable<ReportedStatement> Without(IReadOnlyList<ReportedStatement> ofOneArticle) =>
        ofOneArticle.Where(outer => !ofOneArticle.Any(inner => inner.Id != outer.Id && Carries(outer, inner)));

    private static bool Carries(ReportedStatement outer, ReportedStatement inner)
    {
        var outerLength = outer.Spans.Sum(s => s.Length);
        var innerLength = inner.Spans.Sum(s => s.Length);
        return innerLength < outerLength && 2 * innerLength >= outerLength && inner.Spans.All(i => outer.Spans.Any(o => o.Contains(i)));
    }
}
