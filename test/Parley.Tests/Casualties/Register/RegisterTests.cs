using System.Text;
using Parley.Casualties.Register;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Casualties.Register;

public sealed class RegisterTests
{
    private static readonly CasualtySource Newspaper = new("Tver Daily", SourceKind.LocalMedia, 'B', "tver");
    private static readonly CasualtySource Reprint = new("Tver Weekly", SourceKind.LocalMedia, 'B', "tver");
    private static readonly CasualtySource Grave = new("City cemetery", SourceKind.Cemetery, 'A', "");
    private static readonly CasualtySource Mother = new("mother", SourceKind.Relative, 'B', "");
    private static readonly CasualtySource Rumour = new("channel", SourceKind.SocialMedia, 'E', "");

    [Fact]
    public void Two_independent_sources_confirm_and_a_reprint_does_not()
    {
        Assert.Equal(ConfirmationLevel.Reported, Confirmation.LevelOf(Record(Rumour)));
        Assert.Equal(ConfirmationLevel.Probable, Confirmation.LevelOf(Record(Newspaper)));
        Assert.Equal(ConfirmationLevel.Probable, Confirmation.LevelOf(Record(Newspaper, Reprint)));
        Assert.Equal(ConfirmationLevel.Probable, Confirmation.LevelOf(Record(Newspaper, Rumour)));
        Assert.Equal(ConfirmationLevel.Confirmed, Confirmation.LevelOf(Record(Newspaper, Grave)));
        Assert.Equal(ConfirmationLevel.Confirmed, Confirmation.LevelOf(Record(Mother)));
    }

    [Fact]
    public void A_bare_name_is_never_confirmed()
    {
        var record = Record(Newspaper, Grave);
        Assert.NotEqual(ConfirmationLevel.Confirmed,
            Confirmation.LevelOf(record with { Person = new CasualtyPerson { FamilyName = "Иванов", GivenName = "Сергей" } }));
    }

    [Fact]
    public void Removing_a_source_lowers_the_level_of_the_records_that_rested_on_it()
    {
        var record = Record(Newspaper, Grave);
        var without = record with { Evidence = [.. record.Evidence.Where(e => e.Source != Grave)] };
        Assert.Equal(ConfirmationLevel.Probable, Confirmation.LevelOf(without));
    }

    [Fact]
    public void A_policy_names_the_criteria_that_a_record_fails()
    {
        var policy = InclusionPolicy.Read("# war\nname = v2\nfrom = 2022-02-24\nto = 2023\nstatuses = killed, died-of-wounds\nlevel = confirmed\n", "policy.txt");
        Assert.Equal("v2", policy.Name);
        Assert.Empty(policy.Failed(Record(Newspaper, Grave)));
        Assert.Equal(["status missing", "level probable", "date 2024-01-01"], policy.Failed(Record(Newspaper) with
        {
            Status = CasualtyStatus.Missing,
            Incident = new CasualtyIncident(new PartialDate(2024, 1, 1), null, null),
        }));
        Assert.Equal(["date unknown"], policy.Failed(Record(Newspaper, Grave) with { Incident = new CasualtyIncident(null, null, null) }));
    }

    [Theory]
    [InlineData("colour = red")]
    [InlineData("from = soon")]
    [InlineData("level = certain")]
    public void A_policy_that_is_not_understood_is_refused(string line) =>
        Assert.Contains("line 1", Assert.Throws<FormatException>(() => InclusionPolicy.Read(line, "policy.txt")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_public_export_holds_nothing_outside_its_profile()
    {
        const string Canary = "CANARY";
        var adult = Record(Newspaper, Mother);
        adult = adult with
        {
            Person = adult.Person with { Home = Canary },
            Incident = adult.Incident with { Circumstances = Canary },
            Evidence = [.. adult.Evidence, new CasualtyEvidence(RegisterField.Home, Canary, Newspaper, "p. 1"), new CasualtyEvidence(RegisterField.Unit, "58", Mother with { Name = Canary }, Canary)],
        };
        var minor = adult with { Id = "2", Person = adult.Person with { FamilyName = Canary, GivenName = Canary, Birth = new PartialDate(2008), Rank = Canary, Unit = Canary } };
        var captured = adult with { Id = "3", Status = CasualtyStatus.Captured, Person = adult.Person with { FamilyName = Canary } };
        var missing = adult with { Id = "4", Status = CasualtyStatus.Missing, Person = adult.Person with { FamilyName = Canary } };
        Assert.DoesNotContain(Canary, Export(PublicationProfile.Public, 2, adult, minor, captured, missing), StringComparison.Ordinal);
        Assert.Contains("Цветаев", Export(PublicationProfile.Public, 1, adult), StringComparison.Ordinal);
        Assert.Contains(Canary, Export(PublicationProfile.Internal, 4, adult, minor, captured, missing), StringComparison.Ordinal);
    }

    [Fact]
    public void Redaction_leaves_the_record_as_it_is()
    {
        var record = Record(Mother);
        Assert.NotSame(record, Redaction.Apply(record, PublicationProfile.Public));
        Assert.Equal("Тверь", record.Person.Home);
        Assert.Same(record, Redaction.Apply(record, PublicationProfile.Internal));
    }

    [Theory]
    [InlineData(2005, null, null, 17)]
    [InlineData(2005, 3, 10, 18)]
    [InlineData(2005, 3, 11, 17)]
    public void The_youngest_age_allows_for_the_precision_of_the_dates(int year, int? month, int? day, int age) =>
        Assert.Equal(age, new CasualtyPerson { Birth = new PartialDate(year, month, day) }.YoungestAgeAt(new PartialDate(2023, 3, 10)));

    private static string Export(PublicationProfile profile, int count, params CasualtyRecord[] records)
    {
        using var stream = new MemoryStream();
        Assert.Equal(count, RegisterExport.Write(records, profile, stream));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static CasualtyRecord Record(params CasualtySource[] sources)
    {
        var record = Bare(sources);
        return record with { Level = Confirmation.LevelOf(record) };
    }

    private static CasualtyRecord Bare(params CasualtySource[] sources) => new()
    {
        Id = "1",
        Person = new CasualtyPerson { FamilyName = "Цветаев", GivenName = "Сергей", Birth = new PartialDate(1990, 5, 1), Home = "Тверь" },
        Status = CasualtyStatus.Killed,
        Incident = new CasualtyIncident(new PartialDate(2023, 3, 10), "Бахмут", null),
        Evidence = [.. sources.Select(s => new CasualtyEvidence(RegisterField.Surname, "Цветаев", s, "p. 1"))],
    };
}
