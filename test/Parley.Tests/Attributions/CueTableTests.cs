using Parley.Attributions;
using Xunit;

namespace Parley.Tests.Attributions;

public sealed class CueTableTests
{
    [Theory]
    [InlineData("said", "say", nameof(VerbForm.Past))]
    [InlineData("says", "say", nameof(VerbForm.Singular))]
    [InlineData("denies", "deny", nameof(VerbForm.Singular))]
    [InlineData("denied", "deny", nameof(VerbForm.Past))]
    [InlineData("admitted", "admit", nameof(VerbForm.Past))]
    [InlineData("planning", "plan", nameof(VerbForm.Ing))]
    [InlineData("agreed", "agree", nameof(VerbForm.Past))]
    [InlineData("agreeing", "agree", nameof(VerbForm.Ing))]
    [InlineData("urging", "urge", nameof(VerbForm.Ing))]
    [InlineData("wrote", "write", nameof(VerbForm.Past))]
    [InlineData("written", "write", nameof(VerbForm.Participle))]
    [InlineData("stresses", "stress", nameof(VerbForm.Singular))]
    public void Forms_are_derived_from_the_lemma(string form, string lemma, string kind)
    {
        Assert.Equal((lemma, kind), (CueTable.Verbs[form].Cue.Lemma, CueTable.Verbs[form].Form.ToString()));
    }

    [Fact]
    public void Every_row_tells_what_may_follow()
    {
        Assert.All(CueTable.Verbs.Values.Select(v => v.Cue).Concat(CueTable.Nouns.Values), c => Assert.NotEqual(CueFrames.None, c.Frames));
        Assert.True(CueTable.Nouns.ContainsKey("demands"));
        Assert.True(CueTable.Adjectives.ContainsKey("willing to"));
    }
}
