using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Parley.Casualties.Teams;
using Parley.Records;
using Parley.Tests.Casualties.Register;
using Xunit;

namespace Parley.Tests.Casualties.Teams;

public sealed class TeamPackageTests
{
    private static readonly CasualtySource Grave = new("Cemetery", SourceKind.Cemetery, 'C', "");
    private static readonly CasualtySource Sister = new("Olga Tsvetaeva", SourceKind.Relative, 'B', "family");
    private static readonly CasualtySource Paper = new("Tver Daily", SourceKind.LocalMedia, 'B', "");

    [Fact]
    public void Either_order_of_merging_gives_the_same_content()
    {
        var (north, south) = (North(), South());
        Assert.Equal(Body(Merged(north, south)), Body(Merged(south, north)));
        Assert.Equal(Persons(Merged(north, south).Link(["a", "s"])), Persons(Merged(south, north).Link(["a", "s"])));
    }

    [Fact]
    public void Teams_that_exchange_until_nothing_is_new_hold_the_same_whoever_merges_first() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(11, 23),
        Prop.ForAll(Steps, Steps, (one, other) =>
        {
            var (north, south) = (Random("North", one), Random("South", other));
            var (ones, others) = (north, south);
            // What one team told of a person may make it known that another one is dead, which is then said in the next package, and answered.
            for (var round = 0; round < 3; round++)
            {
                (ones, others) = (Merged(ones, others), Merged(others, ones));
            }

            var (first, second) = (Merged(south, north), north);
            second = Merged(second, first);
            first = Merged(first, second);
            second = Merged(second, first);
            first = Merged(first, second);
            return AreAlike(ones, others) && AreAlike(ones, first) && AreAlike(first, second)
                && new[] { north, south, ones, others, first, second }.All(p => Merge(ones, Package(p)).Events.IsEmpty && Merge(others, Package(p)).Events.IsEmpty);
        }));

    [Fact]
    public void Three_teams_hold_the_same_whichever_way_packages_go_round() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(5, 29),
        Prop.ForAll(Steps, Steps, Steps, (a, b, c) =>
        {
            RegisterMade[] ring = [Random("North", a), Random("South", b), Random("East", c)];
            RegisterMade[] star = [.. ring];
            for (var round = 0; round < 4; round++)
            {
                for (var i = 0; i < ring.Length; i++)
                {
                    ring[i] = Merged(ring[i], ring[(i + 1) % ring.Length]);
                    star[0] = Merged(star[0], star[i]);
                    star[i] = Merged(star[i], star[0]);
                }
            }

            star[1] = Merged(star[1], star[0]);
            return ring.Concat(star).All(r => AreAlike(ring[0], r));
        }));

    [Fact]
    public void What_goes_round_through_a_third_team_comes_back_as_known()
    {
        var (north, south, east) = (North(), South(), new RegisterMade().Team("East").Add("e", ("surname", "Зимин")));
        var through = Merged(south, north);
        var all = Merged(east, through);
        var direct = Merged(Merged(east, north), south);
        Assert.Equal(Body(direct), Body(all));
        var home = Merge(north, Package(all));
        Assert.True(home.Returned > 0);
        Assert.DoesNotContain(home.Events, e => e.ByTeam?.Team == "North");
    }

    [Fact]
    public void An_item_of_a_relative_that_two_teams_have_is_one_item_after_the_exchange()
    {
        var north = new RegisterMade().Team("North").Add("a", Sister);
        var south = new RegisterMade().Team("South").Add("a", Sister with { Name = "Olga T." });
        var merged = Merged(north, south);
        Assert.Equal(north.Id("a"), Assert.Single(Assert.Single(merged.Register.Records()).Mentions));
        Assert.True(AreAlike(merged, Merged(south, north)));
    }

    [Fact]
    public void What_came_redacted_is_one_with_the_full_copy_that_comes_later()
    {
        var north = new RegisterMade().Team("North").Add("a", ("birth_date", "1990"));
        var east = Merged(new RegisterMade().Team("East"), north, PublicationProfile.Public);
        Assert.Null(Assert.Single(east.Register.Records()).Person.Home);
        east = Merged(Merged(east, new RegisterMade().Team("South").Add("a", ("birth_date", "1990"))), north);
        Assert.Equal("Тверь", Assert.Single(east.Register.Records()).Person.Home);
        Assert.Single(Assert.Single(east.Register.Records()).Mentions);
    }

    [Fact]
    public void A_partner_who_lists_a_man_as_dead_hears_that_he_is_a_prisoner_and_nobody_else_hears_his_name()
    {
        var north = new RegisterMade().Team("North").Add("a").Add("b", ("surname", "Орлов"));
        var south = Merged(new RegisterMade().Team("South"), north);
        north.Edit("Ann", e => e.Correct(north.Id("a"), "status", "captured", "Olga saw him on film"));
        Assert.DoesNotContain("Цветаев", Text(Package(north)), StringComparison.Ordinal);
        Assert.DoesNotContain("Olga", Text(Package(north)), StringComparison.Ordinal);
        Assert.Contains(Merged(south, north).Register.Records(), r => r is { Status: CasualtyStatus.Captured, Person.FamilyName: "Цветаев" });
        Assert.Equal("Орлов", Assert.Single(Merged(new RegisterMade().Team("East"), north).Register.Records()).Person.FamilyName);
    }

    [Fact]
    public void Where_it_came_from_is_kept()
    {
        var merged = Merged(North(), South());
        var foreign = Assert.Single(merged.Register.Events.OfType<MentionAdded>(), e => e.ByTeam is not null);
        Assert.Equal("South", foreign.ByTeam!.Team);
        var merge = Assert.Single(merged.Register.Events.OfType<PackageMerged>());
        Assert.Equal((Package(South()).Hash, 3), (merge.Package, merge.Events));
    }

    [Fact]
    public void Teams_that_contradict_each_other_are_put_side_by_side_in_the_queue()
    {
        var merged = Merged(North(), South());
        merged.Link(["a", "s"]);
        var record = Assert.Single(merged.Register.Records());
        Assert.Contains(record.OpenConflicts, c => c.Field == RegisterField.BirthDate && c.Against.Length == 1);
        Assert.Contains(record.OpenConflicts, c => c is { Field: RegisterField.Rank, Rule: ChoiceRule.LaterCorrection });
        Assert.Contains(ReviewItems.Of(merged.Register), i => i is { Kind: ReviewKind.Conflict, Field.Field: RegisterField.Rank });
    }

    [Fact]
    public void The_lists_of_two_teams_are_two_lists_even_under_one_name()
    {
        var north = new RegisterMade().Team("North").Add("row 1");
        var south = new RegisterMade().Team("South").Add("row 1", ("surname", "Орлов"));
        Assert.Equal(2, Merged(north, south).Register.Records().Count());
    }

    [Fact]
    public void The_second_reviewer_may_be_of_another_team_and_nobody_is_named()
    {
        var north = new RegisterMade().Team("North").Add("a").Add("b", Grave).Decide("a", "b", "Ann Nowak", true).Review("a", "Ann Nowak", ReviewVerdict.Confirm);
        var south = Merged(new RegisterMade().Team("South"), north);
        Assert.Equal(ConfirmationLevel.Probable, south.Register.Records().Single().Level);
        south.Edit("Bo", e => e.Review(south.Register.Records().Single().Id, ReviewVerdict.Confirm, ""));
        Assert.Equal(ConfirmationLevel.Confirmed, south.Register.Records().Single().Level);
        Assert.DoesNotContain("Nowak", Text(Package(south)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ConfirmationLevel.Confirmed, Merged(north, south).Register.Records().Single().Level);
    }

    [Fact]
    public void Who_may_be_alive_stays_at_home_until_the_death_is_known()
    {
        var north = new RegisterMade().Team("North").Add("a", ("status", "missing"), ("surname", "Живаго")).Add("b", ("surname", "Орлов"));
        Assert.DoesNotContain("Живаго", Text(Package(north)), StringComparison.Ordinal);
        Assert.Equal(1, Package(north).Withheld);
        north.Edit("Ann", e => e.Correct(north.Id("a"), "status", "killed", "body found"));
        Assert.Contains("Живаго", Text(Package(north)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_found_alive_is_withdrawn_from_those_who_had_the_record_and_named_to_nobody_else()
    {
        var north = new RegisterMade().Team("North").Add("a");
        var south = Merged(new RegisterMade().Team("South"), north);
        north.Edit("Ann", e => e.Remove(north.Id("a"), "he called his sister Olga"));
        Assert.DoesNotContain("Цветаев", Text(Package(north)), StringComparison.Ordinal);
        Assert.DoesNotContain("Olga", Text(Package(north)), StringComparison.Ordinal);
        south = Merged(south, north);
        Assert.Empty(south.Register.Records());
        Assert.Equal(ReviewKind.Removal, Assert.Single(ReviewItems.Of(south.Register)).Kind);
        south.Edit("Bo", e => e.Settle(north.Id("a"), "agreed"));
        Assert.Empty(ReviewItems.Of(south.Register));
    }

    [Fact]
    public void A_mention_that_one_team_takes_back_is_taken_back_where_another_team_found_it_by_itself()
    {
        var (north, south) = (new RegisterMade().Team("North").Add("a"), new RegisterMade().Team("South").Add("a"));
        north.Append(new MentionRetracted { When = north.Now, Who = "Ann", Reason = "invented", Mention = north.Id("a") });
        Assert.Empty(Merged(south, north).Register.Records());
        Assert.Empty(Merged(north, south).Register.Records());
    }

    [Fact]
    public void Relatives_are_not_named_to_a_partner_and_minors_not_to_the_public()
    {
        var north = new RegisterMade().Team("North").Add("Olga's list#1", Sister).Add("b", ("age", "12"), ("surname", "Малышев"));
        var partner = Text(Package(north));
        Assert.DoesNotContain("Olga", partner, StringComparison.Ordinal);
        Assert.Contains("Малышев", partner, StringComparison.Ordinal);
        var anyone = Text(Package(north, PublicationProfile.Public));
        Assert.DoesNotContain("Малышев", anyone, StringComparison.Ordinal);
        Assert.DoesNotContain("Тверь", anyone, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Package(north, PublicationProfile.Internal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,surname\n1,Иванов\n")]
    [InlineData("{\"package\":\"other\"}\n")]
    [InlineData("{\"package\":\"parley-casualties\",\"version\":9}\n")]
    [InlineData("[]\n")]
    public void What_is_no_package_is_refused(string text) =>
        Assert.StartsWith("x.jsonl: line 1: ", Assert.Throws<FormatException>(() => PackageFormat.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.jsonl")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_package_with_any_byte_changed_or_lost_is_refused_with_its_line()
    {
        var bytes = Encoding.UTF8.GetBytes(Text(Package(North())));
        for (var i = 0; i < bytes.Length - 1; i += 7)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 1;
            // The heading tells of what has no hash; all else is found.
            var isHeading = i < Array.IndexOf(bytes, (byte)'\n');
            if (!isHeading)
            {
                Assert.Contains("line ", Assert.Throws<FormatException>(() => PackageFormat.Read(new MemoryStream(changed), "x")).Message, StringComparison.Ordinal);
            }

            if (i > 0 && bytes[i - 1] != '\n')
            {
                Assert.Throws<FormatException>(() => PackageFormat.Read(new MemoryStream(bytes[..i]), "x"));
            }
        }
    }

    [Theory]
    [InlineData("\"value\":\"killed\"", "\"value\":\"dead as a doornail\"")]
    [InlineData("\"reliability\":\"B\"", "\"reliability\":\"Z\"")]
    [InlineData("\"kind\":\"mention\"", "\"kind\":\"policy\"")]
    [InlineData("\"team\":\"North\",\"sequence\":2", "\"team\":\"North\",\"sequence\":-2")]
    [InlineData("\"values\":[", "\"values\":[null,")]
    public void A_package_that_hashes_well_and_says_nonsense_is_refused_with_its_line(string was, string now)
    {
        var text = Text(Package(North()));
        var body = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var at = body.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, body);
        var forged = body[..at] + now + body[(at + was.Length)..];
        var heading = text[..text.IndexOf('\n', StringComparison.Ordinal)].Replace(ContentHash.Of(Encoding.UTF8.GetBytes(body)).Hex, ContentHash.Of(Encoding.UTF8.GetBytes(forged)).Hex, StringComparison.Ordinal);
        Assert.StartsWith("x: line 2: ", Assert.Throws<FormatException>(() => PackageFormat.Read(new MemoryStream(Encoding.UTF8.GetBytes(heading + "\n" + forged)), "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_that_tells_of_us_what_we_did_not_do_is_refused()
    {
        var impostor = new RegisterMade().Team("North").Add("x", ("surname", "Орлов")).Add("y", ("surname", "Зимин")).Add("z", ("surname", "Жданов")).Add("w", ("surname", "Лаптев"));
        Assert.Contains("same name", Assert.Throws<FormatException>(() => Merge(North(), Package(impostor))).Message, StringComparison.Ordinal);
        Assert.Contains("otherwise", Assert.Throws<FormatException>(() => Merge(Merged(South(), North()), Package(impostor))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_keeps_its_name()
    {
        var north = North();
        Assert.Null(new RegisterEditor(north.Register, "Ann", north.Now).NameTeam("North"));
        Assert.Throws<FormatException>(() => new RegisterEditor(north.Register, "Ann", north.Now).NameTeam("West"));
        var nameless = Merged(new RegisterMade(), north);
        Assert.Throws<FormatException>(() => new RegisterEditor(nameless.Register, "Ann", north.Now).NameTeam("North"));
        Assert.Throws<FormatException>(() => new RegisterEditor(nameless.Register, "Ann", north.Now).NameTeam("a:b"));
    }

    private static RegisterMade North()
    {
        var made = new RegisterMade().Team("North").Add("a", ("birth_date", "1990-05-17"), ("rank", "рядовой"));
        return made.Edit("Ann", e => e.Correct(made.Id("a"), "rank", "сержант", "seen the order")).Review("a", "Ann", ReviewVerdict.Confirm);
    }

    private static RegisterMade South()
    {
        var made = new RegisterMade { Now = new DateTimeOffset(2024, 5, 1, 12, 0, 30, TimeSpan.Zero) }.Team("South").Add("s", Grave, ("birth_date", "1991"), ("rank", "рядовой"));
        return made.Edit("Bo", e => e.Correct(made.Id("s"), "rank", "ефрейтор", "seen the stone")).Review("s", "Bo", ReviewVerdict.Reject);
    }

    private static Arbitrary<byte[]> Steps => Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary();

    private static bool AreAlike(RegisterMade one, RegisterMade other) => Body(one) == Body(other) && Values(one.Register) == Values(other.Register);

    /// <summary>A register in which a team did whatever the bytes say: three bits for what, the rest for with which mention and by whom.</summary>
    private static RegisterMade Random(string team, byte[] steps)
    {
        var made = new RegisterMade().Team(team).Add("0");
        var keys = 1;
        foreach (var step in steps.Take(25))
        {
            var key = (step / 8 % keys).ToString(CultureInfo.InvariantCulture);
            var other = (step / 16 % keys).ToString(CultureInfo.InvariantCulture);
            var who = step % 3 == 0 ? "Ann" : "Bo";
            try
            {
                switch (step % 8)
                {
                    case 0 or 1:
                        CasualtySource[] sources = [Grave, Sister with { Name = $"{team}'s Olga" }, Paper];
                        made.Add((keys++).ToString(CultureInfo.InvariantCulture), sources[step / 8 % 3], ("birth_date", $"{1980 + (step / 8 % 3)}"),
                            ("surname", step % 5 == 0 ? "Орлов" : "Цветаев"), ("status", step % 7 == 0 ? "missing" : "killed"));
                        break;
                    case 2:
                        made.Add(key, ("rank", step % 16 == 2 ? "сержант" : "рядовой"), ("status", step % 7 == 0 ? "missing" : "killed")); // the item's next version
                        break;
                    case 3:
                        made.Review(key, who, step % 16 == 3 ? ReviewVerdict.Confirm : ReviewVerdict.Reject);
                        break;
                    case 4:
                        made.Decide(key, other, who, step % 32 < 16);
                        break;
                    case 5:
                        var status = step % 32 == 5 ? "captured" : "killed";
                        made.Edit(who, e => step % 16 == 5 ? e.Correct(made.Id(key), "status", status, "seen") : e.Correct(made.Id(key), "rank", step % 5 == 0 ? "сержант" : "ефрейтор", "seen"));
                        break;
                    case 6:
                        made.Append(new MentionRetracted { When = made.Now, Who = who, Reason = "gone", Mention = made.Id(key) });
                        break;
                    default:
                        made.Edit(who, e => (step / 8 % 4) switch
                        {
                            0 => e.AskRemoval(made.Id(key), "please"),
                            1 => e.Remove(made.Id(key), "alive"),
                            2 => e.Restore(made.Id(key), "not he"),
                            _ => e.Decide(made.Id(key), made.Id(other), null, "not sure"),
                        });
                        break;
                }
            }
            catch (FormatException)
            {
                // What cannot be done is not done.
            }
        }

        return made;
    }

    private static RegisterMade Merged(RegisterMade into, RegisterMade from, PublicationProfile profile = PublicationProfile.Partner)
    {
        var made = new RegisterMade(into) { Now = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero) };
        made.Know(from);
        foreach (var what in Merge(into, Package(from, profile)).Events)
        {
            made.Append(what);
        }

        return made;
    }

    private static PackageMerge Merge(RegisterMade into, TeamPackage package) => PackageMerge.Of(into.Register, package, "Ann", into.Now);

    private static TeamPackage Package(RegisterMade made, PublicationProfile profile = PublicationProfile.Partner) =>
        PackageFormat.Read(new MemoryStream(Encoding.UTF8.GetBytes(Text(PackageBuilder.Of(made.Register, default, profile)))), "package");

    private static string Text(TeamPackage package)
    {
        using var stream = new MemoryStream();
        PackageFormat.Write(package, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The package without its heading, which names the team and the ledger.</summary>
    private static string Body(RegisterMade made) => Text(Package(made)).Split('\n', 2)[1];

    private static string Persons(RegisterMade made) => Values(made.Register);

    /// <summary>What the register says of persons, as a partner may see it.</summary>
    private static string Values(CasualtyRegister register)
    {
        using var stream = new MemoryStream();
        RegisterExport.Write(register.Records().Select(r => r with { Id = "", Evidence = [] }), PublicationProfile.Partner, stream);
        return string.Join('\n', Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Order(StringComparer.Ordinal));
    }
}
