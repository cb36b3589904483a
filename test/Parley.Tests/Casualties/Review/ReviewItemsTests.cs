using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Parley.Tests.Casualties.Register;
using Xunit;

namespace Parley.Tests.Casualties.Review;

public sealed class ReviewItemsTests
{
    private static readonly CasualtySource Grave = new("Cemetery", SourceKind.Cemetery, 'C', "");

    [Fact]
    public void A_record_waits_for_one_person_then_for_another_and_leaves_when_both_have_confirmed()
    {
        var made = Confirmable();
        Assert.Equal(ReviewKind.Record, Assert.Single(Queue(made)).Kind);
        made.Review("a", "Ann", ReviewVerdict.Confirm);
        var second = Assert.Single(Queue(made));
        Assert.Equal((ReviewKind.Second, "Ann"), (second.Kind, Assert.Single(second.Decided)));
        Assert.Empty(Queue(made, new ReviewFilter { Reviewer = "ann" }));
        Assert.Single(Queue(made, new ReviewFilter { Reviewer = "Bo" }));
        Assert.Equal(ConfirmationLevel.Probable, made.Register.Records().Single().Level);
        made.Review("a", "Bo", ReviewVerdict.Confirm);
        Assert.Empty(Queue(made));
        Assert.Equal(ConfirmationLevel.Confirmed, made.Register.Records().Single().Level);
    }

    [Theory]
    [InlineData("Ann")]
    [InlineData(" ann ")]
    [InlineData("ANN")]
    public void Nobody_is_two_persons(string same)
    {
        var made = Confirmable().Review("a", "Ann", ReviewVerdict.Confirm);
        Assert.Contains("another person", Assert.Throws<FormatException>(() => made.Review("a", same, ReviewVerdict.Confirm)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_two_disagree_a_third_decides()
    {
        var made = Confirmable().Review("a", "Ann", ReviewVerdict.Confirm).Review("a", "Bo", ReviewVerdict.Reject);
        Assert.Equal(ReviewKind.Disagreement, Assert.Single(Queue(made)).Kind);
        Assert.Empty(Queue(made, new ReviewFilter { Reviewer = "Bo" }));
        Assert.Equal(ConfirmationLevel.Probable, made.Register.Records().Single().Level);
        Assert.Equal(ConfirmationLevel.Confirmed, Confirmable().Review("a", "Ann", ReviewVerdict.Confirm).Review("a", "Bo", ReviewVerdict.Reject)
            .Review("a", "Cy", ReviewVerdict.Confirm).Register.Records().Single().Level);
        Assert.Empty(made.Review("a", "Cy", ReviewVerdict.Reject).Register.Records());
        Assert.Empty(Queue(made));
    }

    [Fact]
    public void A_verdict_taken_back_counts_no_more_and_stays_in_the_history()
    {
        var made = Confirmable().Review("a", "Ann", ReviewVerdict.Confirm).Review("a", "Bo", ReviewVerdict.Confirm).Review("a", "Bo", ReviewVerdict.Withdraw);
        Assert.Equal(ReviewKind.Second, Assert.Single(Queue(made)).Kind);
        Assert.Equal(3, made.Register.HistoryOf(made.Register.Records().Single()).OfType<RecordReviewed>().Count());
        Assert.Throws<FormatException>(() => made.Review("a", "Bo", ReviewVerdict.Withdraw));
    }

    [Fact]
    public void Doubtful_pairs_wait_until_somebody_decides_and_come_back_when_it_is_taken_back()
    {
        var made = Doubtful();
        var pair = Queue(made).First();
        Assert.Equal((ReviewKind.Pair, 0.5), (pair.Kind, pair.Chance));
        made.Decide("a", "b", "Ann", true);
        Assert.DoesNotContain(Queue(made), i => i.Kind == ReviewKind.Pair);
        Assert.Single(made.Register.Records());
        made.Decide("b", "a", "Ann", null);
        Assert.Contains(Queue(made), i => i.Kind == ReviewKind.Pair);
        Assert.Equal(2, made.Register.Records().Count());
    }

    [Fact]
    public void Two_who_disagree_about_a_pair_decide_nothing()
    {
        var made = Doubtful().Decide("a", "b", "Ann", true).Decide("a", "b", "Bo", false);
        Assert.Equal(ReviewKind.Disagreement, Queue(made).First().Kind);
        Assert.Empty(made.Register.Decisions);
        Assert.Equal(2, made.Register.Records().Count());
        made.Decide("a", "b", "Cy", true);
        Assert.Single(made.Register.Records());
        Assert.DoesNotContain(Queue(made), i => i.Kind == ReviewKind.Disagreement);
    }

    [Fact]
    public void Decisions_that_together_say_the_opposite_are_shown()
    {
        var made = new RegisterMade().Add("a").Add("b").Add("c");
        made.Decide("a", "b", "Ann", true).Decide("a", "c", "Ann", false);
        Assert.DoesNotContain(Queue(made), i => i.Kind == ReviewKind.Contradiction);
        made.Decide("b", "c", "Bo", true);
        Assert.Contains("Bo decided", Assert.Single(Queue(made), i => i.Kind == ReviewKind.Contradiction).Why, StringComparison.Ordinal);
        Assert.Equal(2, made.Register.Records().Count());
    }

    [Fact]
    public void Sources_that_contradict_each_other_wait_until_a_person_sets_the_value()
    {
        var made = new RegisterMade().Add("a", ("birth_date", "1990")).Add("b", Grave, ("birth_date", "1991")).Link(["a", "b"]);
        var conflict = Assert.Single(Queue(made), i => i.Kind == ReviewKind.Conflict);
        Assert.Equal((RegisterField.BirthDate, "1990", "1991"), (conflict.Field!.Field, conflict.Field.Value, Assert.Single(conflict.Field.Against)));
        made.Edit("Ann", e => e.Correct(made.Id("a"), "birth_date", "1990", "seen the passport"));
        Assert.DoesNotContain(Queue(made), i => i.Kind == ReviewKind.Conflict);
        Assert.NotEmpty(made.Register.Records().Single().Conflicts);
    }

    [Fact]
    public void A_removal_asked_for_changes_nothing_until_it_is_granted_or_refused()
    {
        var made = Confirmable();
        made.Edit("his sister", e => e.AskRemoval(made.Id("a"), "he called"));
        Assert.Equal(ReviewKind.Removal, Queue(made).First().Kind);
        Assert.Single(made.Register.Records());
        made.Edit("Ann", e => e.Settle(made.Id("a"), "a namesake called"));
        Assert.DoesNotContain(Queue(made), i => i.Kind == ReviewKind.Removal);
        Assert.Throws<FormatException>(() => made.Edit("Ann", e => e.Settle(made.Id("a"), "again")));
        made.Edit("his sister", e => e.AskRemoval(made.Id("a"), "he called again")).Edit("Ann", e => e.Remove(made.Id("a"), "it is he"));
        Assert.Empty(Queue(made));
        Assert.Empty(made.Register.Records());
    }

    [Fact]
    public void The_queue_is_narrowed_by_kind_words_age_and_number()
    {
        var made = Doubtful().Add("c", ("surname", "Орлов"));
        Assert.All(Queue(made, new ReviewFilter { Kind = ReviewKind.Pair }), i => Assert.Equal(ReviewKind.Pair, i.Kind));
        Assert.Equal(made.Id("c"), Assert.Single(Queue(made, new ReviewFilter { Text = "орлов" })).Ids.Single());
        Assert.Equal(made.Id("c"), Assert.Single(Queue(made, new ReviewFilter { Record = made.Id("c")[..6] })).Ids.Single());
        Assert.Empty(Queue(made, new ReviewFilter { Before = new DateOnly(2024, 4, 30) }));
        Assert.Equal(Queue(made).Count, Queue(made, new ReviewFilter { Before = new DateOnly(2024, 5, 1) }).Count);
        Assert.Equal(2, Queue(made, new ReviewFilter { Limit = 2 }).Count);
    }

    [Fact]
    public void The_workload_counts_what_each_did_and_could_do()
    {
        var made = Doubtful().Review("a", "Ann", ReviewVerdict.Confirm).Review("b", "ann", ReviewVerdict.Reject).Decide("a", "b", "Bo", false);
        var (ann, bo) = (Reviewers.Of(made.Register).First(), Reviewers.Of(made.Register).Last());
        Assert.Equal(("Ann", 1, 1, 0, 0), (ann.Name, ann.Confirmed, ann.Rejected, ann.Pairs, ann.Open));
        Assert.Equal(("Bo", 1, 2), (bo.Name, bo.Pairs, bo.Open));
    }

    private static List<ReviewItem> Queue(RegisterMade made, ReviewFilter? filter = null) => [.. ReviewItems.Of(made.Register, filter)];

    private static RegisterMade Confirmable() => new RegisterMade().Add("a").Add("b", Grave).Link(["a", "b"]);

    private static RegisterMade Doubtful()
    {
        var made = new RegisterMade().Add("a").Add("b", Grave);
        return made.Append(new MentionsLinked { When = made.Now, Who = "parley", Groups = [], Doubtful = [new DoubtfulPair(made.Id("a"), made.Id("b"), 0.5)] });
    }
}
