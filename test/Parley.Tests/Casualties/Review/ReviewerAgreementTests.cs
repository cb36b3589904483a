using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Parley.Tests.Casualties.Register;
using Xunit;

namespace Parley.Tests.Casualties.Review;

public sealed class ReviewerAgreementTests
{
    [Fact]
    public void Kappa_is_that_of_the_textbook_table()
    {
        // 50 proposals judged by two readers: 20 both yes, 5 only the first, 10 only the second, 15 both no.
        var (kappa, error) = ReviewerAgreement.Kappa(20, 5, 10, 15);
        Assert.Equal(0.4, kappa!.Value, 12);
        Assert.InRange(error!.Value, 0.126, 0.128);
    }

    [Fact]
    public void Kappa_has_no_value_where_all_verdicts_are_alike()
    {
        Assert.Null(ReviewerAgreement.Kappa(7, 0, 0, 0).Kappa);
        Assert.Null(ReviewerAgreement.Kappa(0, 0, 0, 0).Kappa);
        Assert.Equal(1.0, ReviewerAgreement.Kappa(4, 0, 0, 3).Kappa!.Value, 12);
    }

    [Fact]
    public void Alpha_is_that_of_a_table_of_coincidences_worked_out_by_hand()
    {
        // Two verdicts on each of ten items, four disagreements, yes 6 and no 14 in all: alpha = 1 - 19 * 4 / (6 * 14).
        bool[][] items = [[true, true], [true, false], [true, false], [false, true], [false, true], [false, false], [false, false], [false, false], [false, false], [false, false]];
        Assert.Equal(1 - (19.0 * 4 / (6 * 14)), ReviewerAgreement.Alpha(items)!.Value, 12);
    }

    [Fact]
    public void An_item_judged_once_tells_nothing_of_agreement() =>
        Assert.Equal(ReviewerAgreement.Alpha([[true, true], [false, false], [true, false]]), ReviewerAgreement.Alpha([[true, true], [false, false], [true, false], [true], []]));

    [Fact]
    public void Alpha_of_two_verdicts_on_many_items_comes_near_kappa()
    {
        var items = Enumerable.Range(0, 4000).Select(i => new[] { i % 5 < 3, (i % 5 < 3) ^ (i % 7 == 0) }).ToList();
        var (kappa, _) = ReviewerAgreement.Kappa(
            items.Count(i => i[0] && i[1]), items.Count(i => i[0] && !i[1]), items.Count(i => !i[0] && i[1]), items.Count(i => !i[0] && !i[1]));
        Assert.Equal(kappa!.Value, ReviewerAgreement.Alpha(items)!.Value, 2);
    }

    [Fact]
    public void The_first_verdict_counts_not_the_one_after_a_talk()
    {
        var made = new RegisterMade();
        made.Add("a").Add("b").Review("a", "Ann", ReviewVerdict.Confirm).Review("a", "Bo", ReviewVerdict.Reject).Review("a", "Bo", ReviewVerdict.Confirm)
            .Review("b", "Ann", ReviewVerdict.Reject).Review("b", "Bo", ReviewVerdict.Reject);
        var measure = ReviewerAgreement.Of(made.Register).First();
        Assert.Equal((2, 0.5, "Cohen's kappa"), (measure.Items, measure.Agreed, measure.Statistic));
    }

    [Fact]
    public void Three_reviewers_are_measured_by_alpha_and_every_two_of_them_by_kappa()
    {
        var made = new RegisterMade();
        foreach (var key in new[] { "a", "b", "c" })
        {
            made.Add(key);
            foreach (var who in new[] { "Ann", "Bo", "Cy" })
            {
                made.Review(key, who, key == "a" || (key == "b" && who == "Cy") ? ReviewVerdict.Reject : ReviewVerdict.Confirm);
            }
        }

        var measures = ReviewerAgreement.Of(made.Register).Where(m => m.What == "records").ToList();
        Assert.Equal(["Krippendorff's alpha", "Cohen's kappa", "Cohen's kappa", "Cohen's kappa"], measures.Select(m => m.Statistic));
        Assert.All(measures, m => Assert.Equal(3, m.Items));
        Assert.Equal(1, measures[1].Value!.Value, 12);
    }
}
