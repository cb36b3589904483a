using Parley.Coding;
using Parley.Language;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class AgreementTests
{
    [Theory]
    [InlineData("Ethiopia and the front signed the Pretoria Agreement in 2022.", "Pretoria Agreement", AgreementClaim.Concluded)]
    [InlineData("The army violated the Jeddah Declaration again.", "Jeddah Declaration", AgreementClaim.Breached)]
    [InlineData("Washington withdrew from the JCPOA.", "Joint Comprehensive Plan of Action", AgreementClaim.Cancelled)]
    [InlineData("Much of the Stockholm Agreement was never implemented.", "Stockholm Agreement", AgreementClaim.NotImplemented)]
    [InlineData("The Simla Agreement was a ruse, they say.", "Simla Agreement", AgreementClaim.Deceptive)]
    [InlineData("New START expires in February.", "New START Treaty", AgreementClaim.Expiring)]
    [InlineData("Both sides initialled the Lakeside Agreement.", "Lakeside Agreement", AgreementClaim.Initialled)]
    [InlineData("They met in accordance with UN Security Council Resolution 1701.", "UN Security Council Resolution 1701", AgreementClaim.Invoked)]
    [InlineData("The parties ratified the Treaty of Green Hill.", "Treaty of Green Hill", AgreementClaim.Concluded)]
    public void An_agreement_has_a_name_and_what_is_claimed_of_it(string text, string name, AgreementClaim claim)
    {
        var agreement = Assert.Single(CodingSample.Of(text).Coded().Agreements);

        Assert.Equal((name, claim), (agreement.Name, agreement.Claim));
    }

    [Fact]
    public void Date_and_parties_of_a_known_accord_come_from_the_table()
    {
        var agreement = Assert.Single(CodingSample.Of("They signed the Taif Agreement.").Coded().Agreements);

        Assert.Equal(new PartialDate(1989, 10, 22), agreement.Date);
        Assert.Equal(["Lebanese parties"], agreement.Parties);
    }

    [Fact]
    public void A_short_form_means_the_accord_named_before()
    {
        var reading = CodingSample.Of("The Abuja Agreement was signed in May. Rebels broke the agreement in June.").Coded();

        Assert.Equal([("Darfur Peace Agreement", AgreementClaim.Concluded), ("Darfur Peace Agreement", AgreementClaim.Breached)], reading.Agreements.Select(a => (a.Name, a.Claim)));
    }

    [Fact]
    public void A_short_form_without_a_claim_is_left_out() =>
        Assert.Empty(CodingSample.Of("People in town talked about the deal.").Coded().Agreements);

    [Fact]
    public void A_plan_counts_when_somebody_proposes_it()
    {
        var reading = CodingSample.Of("Ankara proposed a moratorium on arms deliveries. A moratorium is a pause.")
            .Says("Ankara", "proposed", "a moratorium on arms deliveries", ActorKind.Government).Coded();
        var agreement = Assert.Single(reading.Agreements);

        Assert.Equal(("moratorium on arms deliveries", AgreementClaim.Proposed, "Ankara"), (agreement.Name, agreement.Claim, agreement.Claimant));
    }

    [Fact]
    public void Members_of_a_list_share_what_is_claimed()
    {
        var reading = CodingSample.Of("The invasion betrayed the Geneva Conventions and the UN Charter.").Coded();

        Assert.All(reading.Agreements, a => Assert.Equal(AgreementClaim.Breached, a.Claim));
        Assert.Equal(2, reading.Agreements.Length);
    }

    [Fact]
    public void Accords_of_the_users_own_are_known_too()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("parley").FullName, "accords.tsv");
        File.WriteAllText(path, "River Pact\t2031-02\tNorth;South\triver pact;rivers deal\n");
        var coder = new Coder(CodingTables.Load(new CodingTableFiles { Accords = path }));

        var agreement = Assert.Single(CodingSample.Of("They signed the Rivers Deal.").Coded(coder: coder).Agreements);

        Assert.Equal(("River Pact", new PartialDate(2031, 2)), (agreement.Name, agreement.Date!.Value));
    }

    [Fact]
    public void A_bad_date_in_a_file_of_accords_is_refused_with_its_line()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("parley").FullName, "accords.tsv");
        File.WriteAllText(path, "# mine\nRiver Pact\tFebruary\tNorth;South\triver pact\n");

        var error = Assert.Throws<TableFormatException>(() => CodingTables.Load(new CodingTableFiles { Accords = path }));

        Assert.Equal(2, error.Line);
    }
}
