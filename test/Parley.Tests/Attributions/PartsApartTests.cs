using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Language;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Attributions;

public sealed class PartsApartTests
{
    private const string Text = "The hospital was hit twice. Residents who fled said soldiers burned houses, which the army denies. The plan, first reported by the Northern Courier, gives them two seats. He left. The sides agreed on Saturday to a truce, mediators told the agency. The envoys were told that roads were open. Mr. Orlov, Baku says the road is shut.";

    [Fact]
    public void What_the_sentence_before_tells_is_somebody_elses() =>
        Assert.Equal("soldiers burned houses", ContentOf("Residents who fled", "said", "The hospital was hit twice", "soldiers burned houses"));

    [Fact]
    public void A_content_that_runs_over_its_own_cue_is_what_follows_it() =>
        Assert.Equal("soldiers burned houses", ContentOf("Residents who fled", "said", "The hospital was hit twice. Residents who fled said soldiers burned houses"));

    [Fact]
    public void A_content_ends_with_its_sentence_where_nothing_is_quoted() =>
        Assert.Equal("gives them two seats.", ContentOf(null, "first reported", "gives them two seats. He left"));

    [Fact]
    public void A_cue_in_the_midst_of_its_content_parts_it() =>
        Assert.Equal("The plan,|, gives them two seats", ContentOf(null, "first reported", "The plan, first reported by the Northern Courier, gives them two seats"));

    [Fact]
    public void Who_stands_behind_by_has_said_it() =>
        Assert.Equal("the Northern Courier", Texts(Of("Residents who fled", "first reported", "gives them two seats").Source));

    [Fact]
    public void A_relative_pronoun_is_no_part_of_a_source() =>
        Assert.Equal("the army", Texts(Of("which the army", "denies", "soldiers burned houses").Source));

    [Fact]
    public void What_stands_before_a_speaker_in_between_is_said_from_the_start_of_the_sentence() =>
        Assert.Equal("The sides agreed on Saturday to a truce", ContentOf("mediators", "told", "to a truce"));

    [Fact]
    public void Who_is_told_something_does_not_say_it() =>
        Assert.Empty(Of("The envoys", "were told", "roads were open").Source);

    [Fact]
    public void Who_is_spoken_to_does_not_speak() =>
        Assert.Equal("Baku", Texts(Of("Mr. Orlov, Baku", "says", "the road is shut").Source));

    private static string ContentOf(string? source, string cue, params string[] contents) => Texts(Of(source, cue, contents).Content);

    private static FoundAttribution Of(string? source, string cue, params string[] contents)
    {
        var article = new Parser().Parse(SpecArticle.From(Text, isTranscript: false));
        return PartsApart.Of(article, QuotationFinder.Find(article), new FoundAttribution
        {
            Source = source is null ? [] : [Span(source)],
            Cue = [Span(cue)],
            Content = [.. contents.Select(Span)],
            Confidence = 1,
            By = "test",
        });
    }

    private static TextSpan Span(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static string Texts(ImmutableArray<TextSpan> spans) => string.Join('|', spans.Select(s => s.In(Text).ToString()));
}
