using System.Reflection;
using Xunit;

namespace Parley.Tests.Architecture;

public class ReferenceTests
{
    [Theory]
    [InlineData("Parley.Records", "")]
    [InlineData("Parley.Documents", "Parley.Records")]
    [InlineData("Parley.Language", "Parley.Records")]
    [InlineData("Parley.Attributions", "Parley.Records Parley.Language")]
    [InlineData("Parley.Resolution", "Parley.Records Parley.Language Parley.Attributions")]
    [InlineData("Parley.Coding", "Parley.Records Parley.Language Parley.Attributions Parley.Resolution")]
    [InlineData("Parley.Extraction", "Parley.Records Parley.Documents Parley.Language Parley.Attributions Parley.Resolution Parley.Coding")]
    [InlineData("Parley.Ledger", "Parley.Records")]
    [InlineData("Parley.Analysis", "Parley.Records")]
    [InlineData("Parley.Rendering", "Parley.Records")]
    [InlineData("Parley.Assessments", "Parley.Records Parley.Analysis Parley.Rendering")]
    [InlineData("Parley.Exchange", "Parley.Records Parley.Ledger Parley.Analysis Parley.Rendering")]
    [InlineData("Parley.Casualties", "Parley.Records Parley.Ledger Parley.Rendering")]
    public void A_project_knows_only_those_that_its_place_allows(string project, string allowed) =>
        Assert.Empty(References(project).Where(r => r.StartsWith("Parley.", StringComparison.Ordinal) || r == "parley").Except(allowed.Split(' ')));

    [Theory]
    [InlineData("AngleSharp", "Parley.Documents")]
    [InlineData("Markdig", "Parley.Documents")]
    [InlineData("MimeKit", "Parley.Documents")]
    [InlineData("Microsoft.Data.Sqlite", "Parley.Ledger")]
    [InlineData("MathNet.Numerics", "Parley.Casualties")]
    [InlineData("Spectre.Console", "parley")]
    [InlineData("System.CommandLine", "parley")]
    public void A_library_stays_in_the_project_that_needs_it(string library, string home)
    {
        string[] projects =
        [
            "Parley.Records", "Parley.Documents", "Parley.Language", "Parley.Attributions", "Parley.Resolution", "Parley.Coding", "Parley.Extraction",
            "Parley.Ledger", "Parley.Analysis", "Parley.Rendering", "Parley.Assessments", "Parley.Exchange", "Parley.Casualties", "parley",
        ];
        Assert.All(projects.Where(p => p != home), p => Assert.DoesNotContain(library, References(p)));
    }

    private static IEnumerable<string> References(string project) => Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!);
}
