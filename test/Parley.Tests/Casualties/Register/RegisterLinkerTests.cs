using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Xunit;

namespace Parley.Tests.Casualties.Register;

public sealed class RegisterLinkerTests
{
    private static readonly CasualtySource Grave = new("Cemetery", SourceKind.Cemetery, 'C', "");

    [Fact]
    public void A_small_register_is_linked_across_scripts_and_precision()
    {
        var made = Linked(Few());
        Assert.Equal(made.Id("1"), made.Register.RecordOf(made.Id("2"))!.Id);
        Assert.Equal(made.Id("3"), made.Register.RecordOf(made.Id("4"))!.Id);
        Assert.Equal(4, made.Register.Records().Count());
        Assert.Equal((6, 4), (made.Register.Linkage!.Mentions, made.Register.Linkage.Persons));
    }

    [Fact]
    public void Two_mentions_of_one_man_are_enough_to_be_linked()
    {
        var made = Linked(new RegisterMade().Add("1", ("patronymic", "Петрович"), ("birth_date", "1990-05-17"), ("death_date", "2023-02-03"))
            .Add("2", Grave, ("surname", "Tsvetaev"), ("given_name", "Sergey"), ("birth_date", "1990"), ("death_date", "2023-02"), ("home", "Tver")));
        Assert.Single(made.Register.Records());
    }

    [Fact]
    public void Brothers_of_a_small_register_are_two_persons()
    {
        var made = Linked(Few().Add("7", Grave, ("given_name", "Иван"), ("patronymic", "Петрович"), ("birth_date", "1994"), ("death_date", "2023-05")));
        Assert.NotEqual(made.Id("1"), made.Register.RecordOf(made.Id("7"))!.Id);
        var explanation = new RegisterLinker(new LinkageOptions()).Link(made.Register).Explain([made.Id("1")], [made.Id("7")]);
        Assert.Contains("brothers", explanation.Steps.Single(s => s.Field == "patronymic").Level, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_finds_nothing_new()
    {
        var made = Linked(Few());
        Assert.Null(new RegisterLinker(new LinkageOptions()).Link(made.Register).ToEvent(made.Now));
        Assert.Null(new RegisterLinker(new LinkageOptions { Threads = 1 }).Link(made.Register).ToEvent(made.Now));
    }

    [Fact]
    public void Decisions_bind_the_next_run_and_bind_no_more_when_they_are_taken_back()
    {
        var made = Linked(Few()).Decide("1", "2", "Ann", false).Decide("1", "5", "Ann", true);
        made = Linked(made);
        Assert.NotEqual(made.Register.RecordOf(made.Id("1"))!.Id, made.Register.RecordOf(made.Id("2"))!.Id);
        Assert.Equal(made.Register.RecordOf(made.Id("1"))!.Id, made.Register.RecordOf(made.Id("5"))!.Id);
        Assert.DoesNotContain(ReviewItems.Of(made.Register), i => i.Kind == ReviewKind.Pair && i.Ids.Contains(made.Id("1")) && i.Ids.Contains(made.Id("2")));
        made = Linked(made.Decide("1", "2", "Ann", null).Decide("1", "5", "Ann", null));
        Assert.Equal(made.Register.RecordOf(made.Id("1"))!.Id, made.Register.RecordOf(made.Id("2"))!.Id);
        Assert.NotEqual(made.Register.RecordOf(made.Id("1"))!.Id, made.Register.RecordOf(made.Id("5"))!.Id);
    }

    [Fact]
    public void What_supersedes_a_linked_mention_is_linked_anew()
    {
        var made = Linked(Few());
        var first = made.Id("2");
        made.Add("2", Grave, ("surname", "Tsvetaev"), ("given_name", "Sergey"), ("birth_date", "1990-05-17"), ("death_date", "2023-02"), ("home", "Tver"));
        Assert.Equal(made.Id("1"), made.Register.RecordOf(made.Id("2"))!.Id);
        made.Add("2", Grave, ("surname", "Orlov"), ("given_name", "Pavel"), ("birth_date", "1971-02-03"), ("death_date", "2022-11-30"), ("home", "Omsk"));
        made = Linked(made);
        Assert.NotEqual(made.Id("1"), made.Register.RecordOf(made.Id("2"))!.Id);
        Assert.Equal(made.Register.RecordOf(first)!.Id, made.Register.RecordOf(made.Id("2"))!.Id);
    }

    [Fact]
    public void An_empty_register_has_nothing_to_link() =>
        Assert.Null(new RegisterLinker(new LinkageOptions()).Link(CasualtyRegister.Of([])).ToEvent(DateTimeOffset.UnixEpoch));

    private static RegisterMade Linked(RegisterMade made) =>
        new RegisterLinker(new LinkageOptions()).Link(made.Register).ToEvent(made.Now) is { } linked ? made.Append(linked) : made;

    private static RegisterMade Few() => new RegisterMade()
        .Add("1", ("patronymic", "Петрович"), ("birth_date", "1990-05-17"), ("death_date", "2023-02-03"))
        .Add("2", Grave, ("surname", "Tsvetaev"), ("given_name", "Sergey"), ("birth_date", "1990"), ("death_date", "2023-02"), ("home", "Tver"))
        .Add("3", ("surname", "Безруков"), ("given_name", "Олег"), ("patronymic", "Андреевич"), ("birth_date", "1991-05-14"), ("death_date", "2023-03-29"), ("home", "Кунгур"))
        .Add("4", Grave, ("surname", "Безруков"), ("given_name", "Олег"), ("age", "31"), ("death_date", "2023-03"), ("home", "Кунгур"))
        .Add("5", ("surname", "Орлов"), ("given_name", "Никита"), ("death_date", "2023-07-02"), ("home", "Ржев"))
        .Add("6", ("surname", "Мельников"), ("given_name", "Денис"), ("patronymic", "Игоревич"), ("age", "32"), ("death_date", "2022-09"), ("home", "Лысьва"));
}
