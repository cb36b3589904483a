using FsCheck;
using FsCheck.Fluent;
using Parley.Language;
using Parley.Records;
using Parley.Resolution.Actors;
using Xunit;

namespace Parley.Tests.Resolution;

public sealed class ActorDirectoryTests
{
    [Theory]
    [InlineData("Zelensky", "Zelenskyy")]
    [InlineData("Zelensky", "Zelenskiy")]
    [InlineData("Sergei Shoigu", "Sergey Shoigu")]
    [InlineData("Dmitri Peskov", "Dmitry Peskov")]
    [InlineData("Mohammed bin Salman", "Muhammad bin Salman")]
    [InlineData("Saddam Hussein", "Saddam Husain")]
    [InlineData("François Hollande", "Francois Hollande")]
    [InlineData("Bashar al-Assad", "Bashar Assad")]
    public void Spellings_of_one_name_have_one_key(string one, string other) => Assert.Equal(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("Clinton Hillary", "Clinton Bill")]
    [InlineData("Iran", "Iraq")]
    [InlineData("Niger", "Nigeria")]
    [InlineData("Mali", "Malawi")]
    public void Names_of_different_actors_have_different_keys(string one, string other) => Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("Kyiv", "Ukraine", ActorKind.Government)]
    [InlineData("the UN", "United Nations", ActorKind.Organisation)]
    [InlineData("U.S.", "United States", ActorKind.Government)]
    [InlineData("AFP", "Agence France-Presse", ActorKind.Outlet)]
    [InlineData("Volodymyr Zelenskiy", "Volodymyr Zelensky", ActorKind.Person)]
    public void A_known_name_in_any_of_its_forms_is_found(string name, string actor, ActorKind kind)
    {
        var found = ActorDirectory.BuiltIn.Find(name) ?? ActorDirectory.Government(ActorDirectory.BuiltIn.CountryOf(name)!);
        Assert.Equal((actor, kind), (found.Name, found.Kind));
    }

    [Theory]
    [InlineData("us")]
    [InlineData("who")]
    [InlineData("is")]
    public void Acronyms_are_told_from_words_by_their_case(string word) => Assert.Null(ActorDirectory.BuiltIn.Find(word));

    [Theory]
    [InlineData("Bush", "1990-05-01", "George H. W. Bush")]
    [InlineData("Bush", "2003-03-20", "George W. Bush")]
    [InlineData("Clinton", "1996-01-01", "Bill Clinton")]
    [InlineData("Clinton", "2011-06-01", "Hillary Clinton")]
    [InlineData("Kim", "2005-01-01", "Kim Jong Il")]
    [InlineData("Kim", "2018-06-12", "Kim Jong Un")]
    public void A_surname_stands_for_whoever_was_in_office_then(string surname, string day, string name)
    {
        Assert.True(PartialDate.TryParse(day, out var on));
        Assert.Equal(name, ActorDirectory.BuiltIn.Find(surname, on)?.Name);
    }

    [Theory]
    [InlineData("President", "USA", "2011-09-01", "Barack Obama")]
    [InlineData("Prime Minister", "RUS", "2011-09-01", "Vladimir Putin")]
    [InlineData("Foreign Minister", "USA", "2014-05-01", "John Kerry")]
    public void A_post_and_a_date_give_the_holder(string post, string country, string day, string name)
    {
        Assert.True(PartialDate.TryParse(day, out var on));
        Assert.Equal(name, ActorDirectory.BuiltIn.Holder(post, country, on.First)?.Name);
    }

    [Fact]
    public void Actors_of_the_users_own_go_before_those_known()
    {
        using var file = new TableFile("# ours\nTarik Demir\tperson\tTUR\tthe Falcon; T. Demir\tEnvoy:2020-01-01/2021-06-30; Foreign Minister:2021-07-01/\nHarbour Front\torganisation\n");
        var directory = ActorDirectory.Load(file.Path);

        Assert.Equal("Tarik Demir", directory.Find("the Falcon")?.Name);
        Assert.Equal(ActorKind.Organisation, directory.Find("Harbour Front")?.Kind);
        Assert.Equal(["Envoy", "Foreign Minister"], directory.PostsOf("Tarik Demir").Select(post => post.Title));
        Assert.Equal("Volodymyr Zelensky", directory.Find("Zelenskyy")?.Name);
    }

    [Theory]
    [InlineData("Tarik Demir\n", ":1: 1 cells")]
    [InlineData("# x\nTarik Demir\tking\n", ":2: 'king' is no kind of actor")]
    [InlineData("Tarik Demir\tperson\tTurkey\n", ":1: 'Turkey' is no country")]
    [InlineData("Tarik Demir\tperson\tTUR\t\tEnvoy:2020\n", "TITLE:YYYY-MM-DD/YYYY-MM-DD is expected")]
    [InlineData("Tarik Demir\tperson\tTUR\t\tEnvoy:2021-01-01/2020-01-01\n", "ends before it begins")]
    public void A_bad_table_of_actors_is_told_with_file_line_and_what_is_expected(string text, string told)
    {
        using var file = new TableFile(text);
        var error = Assert.Throws<TableFormatException>(() => ActorDirectory.Load(file.Path));

        Assert.StartsWith(file.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_depends_on_name_and_kind_alone() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(17, 23),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), name =>
            ActorDirectory.IdOf(name.Get, ActorKind.Person) == ActorDirectory.IdOf(name.Get, ActorKind.Person) &&
            ActorDirectory.IdOf(name.Get, ActorKind.Person) != ActorDirectory.IdOf(name.Get, ActorKind.Group)));

    [Fact]
    public void Every_row_of_the_tables_can_be_used()
    {
        var people = ActorTables.People();
        Assert.All(people, person => Assert.All(person.Roles, role => Assert.True(role.From <= role.To, $"{person.Name}: {role}")));
        Assert.All(ActorTables.Countries(), country => Assert.Equal(3, country.Code.Length));
        Assert.All(people.Concat(ActorTables.Organisations()), actor => Assert.True(actor.Country is null || ActorDirectory.BuiltIn.CountryOfCode(actor.Country) is not null, actor.Name));
        Assert.Equal(people.Length, people.Select(person => person.Name).Distinct().Count());
    }

    private sealed class TableFile : IDisposable
    {
        public TableFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
