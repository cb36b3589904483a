using Parley.Casualties.Linkage;
using Xunit;

namespace Parley.Tests.Casualties.Linkage;

public sealed class LinkageScoreTests
{
    [Fact]
    public void Pairs_and_records_are_scored_as_worked_by_hand()
    {
        // Persons {1 2 3} and {4 5}; clusters {1 2} and {3 4 5}: 2 of 4 true pairs found, 2 of 4 links false.
        var score = LinkageScore.Of(["a", "a", "b", "b", "b"], ["p", "p", "p", "q", "q"]);
        Assert.Equal((4, 4, 2), (score.TruePairs, score.LinkedPairs, score.CorrectPairs));
        Assert.Equal((0.5, 0.5, 0.5), (score.Precision, score.Recall, score.F1));
        Assert.Equal((1 + 1 + (1 / 3.0) + (2 / 3.0) + (2 / 3.0)) / 5, score.BCubedPrecision, 12);
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + (1 / 3.0) + 1 + 1) / 5, score.BCubedRecall, 12);
        Assert.Equal(0.5, score.MixedClusters);
    }

    [Fact]
    public void Single_records_without_a_true_pair_are_all_right() =>
        Assert.Equal((1, 1, 1, 0), (LinkageScore.Of(["a", "b"], ["p", "q"]) is var s ? s.Precision : 0, s.Recall, s.F1, s.MixedClusters));

    [Theory]
    [InlineData("id,cluster\n1,a\n", "id,who\n1,p\n", "truth.csv: the columns 'id' and 'person'")]
    [InlineData("id,cluster\n1,a\n2,a\n", "id,person\n1,p\n", "no person for record '2'")]
    [InlineData("id,cluster\n1,a\n", "id,person\n1,p\n2,p\n", "no cluster for record '2'")]
    [InlineData("id,cluster\n1,a\n", "id,person\n1,p\n1,p\n", "line 3: the identifier '1' stands twice")]
    public void Files_that_do_not_fit_each_other_are_refused(string clusters, string truth, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() =>
            LinkageScore.Read(new StringReader(clusters), new StringReader(truth), "clusters.csv", "truth.csv")).Message, StringComparison.Ordinal);
}
