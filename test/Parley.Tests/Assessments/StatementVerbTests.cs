using Parley.Assessments;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Assessments;

public sealed class StatementVerbTests
{
    [Theory]
    [InlineData("Ana Ruiz stated that she sees no sign of talks.", "stated", "she sees no sign of talks", "**Ana Ruiz** stated: ‘she sees no sign of talks’")]
    [InlineData("Ana Ruiz may be willing to drop her objections.", "may be willing to", "drop her objections", "**Ana Ruiz** may be willing to ‘drop her objections’")]
    [InlineData("Ana Ruiz is ready to talk.", "is ready", "to talk", "**Ana Ruiz** is ready ‘to talk’")]
    [InlineData("Ana Ruiz has also famously warned that winter comes.", "has also famously warned", "winter comes", "**Ana Ruiz** has warned: ‘winter comes’")]
    [InlineData("Ana Ruiz said late on Friday that winter comes.", "said late on Friday", "winter comes", "**Ana Ruiz** said: ‘winter comes’")]
    [InlineData("Ana Ruiz hardly denied that guns were sold.", "hardly denied", "guns were sold", "**Ana Ruiz** hardly denied: ‘guns were sold’")]
    [InlineData("Ana Ruiz’s insistence on a buffer zone angered many.", "insistence on", "a buffer zone", "**Ana Ruiz** denied: ‘a buffer zone’")]
    [InlineData("Ana Ruiz told the council that guns were sold.", "told", "guns were sold", "**Ana Ruiz** denied: ‘guns were sold’")]
    [InlineData("Guns were not sold, insisted Ana Ruiz.", "insisted", "Guns were not sold", "**Ana Ruiz** denied: ‘Guns were not sold’")]
    [InlineData("Ana Ruiz demands for guns.", "demands for", "guns", "**Ana Ruiz** denied: ‘guns’")]
    [InlineData("Ana Ruiz made the fatuous and quite unlikely declaration that guns were sold.", "made the fatuous and quite unlikely declaration", "guns were sold", "**Ana Ruiz** denied: ‘guns were sold’")]
    public void A_statement_is_told_by_the_reports_own_verb_where_that_can_be_told(string text, string cue, string content, string sentence)
    {
        var report = new ReportBuilder("The Courier", "2024-05-02", text).Says("Ana Ruiz", content, Polarity.Denies, cue: cue, said: "2024-05-02").Build();
        var brief = BriefBuilder.Build([report], new BriefOptions { Length = BriefLength.Full, LedgerHead = "1:0" });
        Assert.Contains(sentence + " — The Courier", MarkdownRenderer.Render(brief), StringComparison.Ordinal);
        Assert.Empty(AssessmentVerifier.Verify(brief, [report]));
    }

    [Fact]
    public void A_day_other_than_that_of_publication_follows_the_verb_or_the_words_that_go_on_from_it()
    {
        var report = new ReportBuilder("The Courier", "2024-05-02", "Ana Ruiz stated that talks go on. Jon Berg is ready to talk.")
            .Says("Ana Ruiz", "talks go on", cue: "stated", said: "2024-04-30").Says("Jon Berg", "to talk", Polarity.Offers, cue: "is ready", said: "2024-04").Build();
        var brief = MarkdownRenderer.Render(BriefBuilder.Build([report], new BriefOptions { Length = BriefLength.Full, LedgerHead = "1:0" }));
        Assert.Contains("**Ana Ruiz** stated on 30 April 2024: ‘talks go on’", brief, StringComparison.Ordinal);
        Assert.Contains("**Jon Berg** is ready ‘to talk’ (in April 2024)", brief, StringComparison.Ordinal);
    }
}
