using Parley.Attributions;
using Parley.Language;
using Parley.Language.Model;
using Xunit;

namespace Parley.Tests.Attributions;

public sealed class ModelFinderTests
{
    [Theory]
    [InlineData("LINDHAVEN (Wire) — Karsian presidential spokesman Radim Kolchek on Thursday denied The Harbour Herald’s report that the president had dropped his demand.", "denied", "Radim Kolchek")]
    [InlineData("Velmari deputy foreign minister Ana Torvald on Monday rejected the newspaper’s claim that the talks had failed.", "rejected", "Ana Torvald")]
    public void Where_the_rules_content_is_taken_the_models_source_stays(string text, string cue, string name)
    {
        var found = new ModelFinder(LanguageModel.Shipped).Find(new Parser().Parse(SpecArticle.From(text)));

        var outer = Assert.Single(found, f => f.Cue.Any(c => c.In(text).SequenceEqual(cue)));
        Assert.EndsWith(name, outer.Source[0].In(text).ToString(), StringComparison.Ordinal);
    }
}
