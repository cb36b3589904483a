using System.Text;
using Parley.Casualties.Register;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Casualties.Register;

public sealed class CasualtyRegisterTests
{
    private static readonly DateTimeOffset Then = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CasualtySource Daily = new("Tver Daily", SourceKind.LocalMedia, 'B', "");
    private static readonly CasualtySource Grave = new("Cemetery", SourceKind.Cemetery, 'C', "");

    [Fact]
    public void Every_mention_is_a_record_of_its_own_until_it_is_linked()
    {
        var (one, other) = (Mention("a", Daily), Mention("b", Grave));
        Assert.Equal([one.Id, other.Id], Register(Added(one), Added(other)).Records().Select(r => r.Id));
        var joined = Register(Added(one), Added(other), Linked([one.Id, other.Id]));
        Assert.Equal(one.Id, Assert.Single(joined.Records()).Id);
        Assert.Equal(2, joined.Records().Single().Mentions.Length);
    }

    [Fact]
    public void A_merge_undone_restores_both_records_byte_for_byte()
    {
        RegisterEvent[] before = [Added(Mention("a", Daily)), Added(Mention("b", Grave)), Corrected("a", RegisterField.Rank, "сержант")];
        var merged = before.Append(Decided("a", "b", true)).ToArray();
        var undone = merged.Append(Decided("b", "a", null)).ToArray();
        Assert.NotEqual(Export(Register(before)), Export(Register(merged)));
        Assert.Equal(Export(Register(before)), Export(Register(undone)));
    }

    [Fact]
    public void A_decision_parts_what_the_linkage_joined()
    {
        var register = Register(Added(Mention("a", Daily)), Added(Mention("b", Grave)), Linked([IdOf("a", Daily), IdOf("b", Grave)]), Decided("a", "b", false));
        Assert.Equal(2, register.Records().Count());
        Assert.Single(register.Decisions);
    }

    [Fact]
    public void Contradicting_values_are_kept_and_the_rule_that_chose_is_named()
    {
        var (one, other) = (Mention("a", Daily, ("birth_date", "1990-05"), ("status", "killed")), Mention("b", Grave, ("birth_date", "1991"), ("status", "missing")));
        var record = Register(Added(one), Added(other), Linked([one.Id, other.Id])).Records().Single();
        Assert.Equal(new PartialDate(1990, 5), record.Person.Birth);
        var conflict = Assert.Single(record.Conflicts);
        Assert.Equal((RegisterField.BirthDate, ChoiceRule.BestSource, "1991"), (conflict.Field, conflict.Rule, Assert.Single(conflict.Against)));
        Assert.Equal(ChoiceRule.LaterState, record.Choices.Single(c => c.Field == RegisterField.Status).Rule);
    }

    [Theory]
    [InlineData("surname", "Щеглова", "Shcheglova", true)]
    [InlineData("given_name", "Сергей", "Сергій", true)]
    [InlineData("given_name", "Сергей", "Олег", false)]
    [InlineData("patronymic", "Петрович", "П.", true)]
    [InlineData("birth_date", "1990", "1990-05-17", true)]
    [InlineData("birth_date", "1990-04", "1990-05-17", false)]
    [InlineData("age", "32", "33", true)]
    [InlineData("age", "32", "35", false)]
    [InlineData("death_place", "Бахмут", "под Бахмут", true)]
    [InlineData("status", "killed", "alive", false)]
    public void Values_agree_across_scripts_and_precision(string field, string one, string other, bool agree) =>
        Assert.Equal(agree, ValueAgreement.Agree(RegisterFields.Named(field), one, other));

    [Fact]
    public void A_finer_date_is_taken_from_sources_that_agree()
    {
        var (one, other) = (Mention("a", Daily, ("death_date", "2023-03")), Mention("b", Grave, ("death_date", "2023-03-07")));
        var record = Register(Added(one), Added(other), Linked([one.Id, other.Id])).Records().Single();
        Assert.Equal(new PartialDate(2023, 3, 7), record.Incident.Date);
        Assert.Empty(record.Conflicts);
    }

    [Fact]
    public void A_later_mention_of_the_same_item_supersedes_the_earlier()
    {
        var register = Register(Added(Mention("a", Daily, ("rank", "рядовой"))), Added(Mention("a", Daily, ("rank", "сержант"))));
        Assert.Equal("сержант", register.Records().Single().Person.Rank);
        Assert.Equal(IdOf("a", Daily, ("rank", "рядовой")), register.Records().Single().Id);
    }

    [Fact]
    public void Taking_a_source_back_lowers_exactly_the_records_that_rested_on_it()
    {
        var (one, other, third) = (Mention("a", Daily), Mention("b", Grave), Mention("c", Grave, ("surname", "Орлов")));
        RegisterEvent[] events = [Added(one), Added(other), Added(third), Linked([one.Id, other.Id]), Policy("reviewers = 0")];
        var before = Register(events);
        Assert.Equal([ConfirmationLevel.Confirmed, ConfirmationLevel.Probable], before.Records().Select(r => r.Level));
        var after = Register([.. events, .. new RegisterEditor(before, "A", Then).Retract("tver daily", "invented")]);
        Assert.Equal([ConfirmationLevel.Probable, ConfirmationLevel.Probable], after.Records().Select(r => r.Level));
        Assert.Equal(one.Id, Assert.Single(RegisterComparison.Compare(before, after)).Record.Id);
    }

    [Fact]
    public void Two_reviewers_confirm_and_one_does_not()
    {
        var (one, other) = (Mention("a", Daily), Mention("b", Grave));
        RegisterEvent[] events = [Added(one), Added(other), Linked([one.Id, other.Id])];
        Assert.Equal(ConfirmationLevel.Probable, Register(events).Records().Single().Level);
        Assert.Equal(ConfirmationLevel.Probable, Register([.. events, Reviewed("a", "Ann", ReviewVerdict.Confirm), Reviewed("b", "ann", ReviewVerdict.Confirm)]).Records().Single().Level);
        Assert.Equal(ConfirmationLevel.Confirmed, Register([.. events, Reviewed("a", "Ann", ReviewVerdict.Confirm), Reviewed("b", "Bo", ReviewVerdict.Confirm)]).Records().Single().Level);
        Assert.Empty(Register([.. events, Reviewed("a", "Ann", ReviewVerdict.Reject), Reviewed("b", "Bo", ReviewVerdict.Reject)]).Records());
    }

    [Fact]
    public void A_removed_record_can_be_put_back_and_its_history_stays()
    {
        var mention = Mention("a", Daily);
        var register = Register(Added(mention));
        var removed = Register(Added(mention), new RegisterEditor(register, "Ann", Then).Remove(mention.Id[..4], "found alive"));
        Assert.Empty(removed.Records());
        var gone = Assert.Single(removed.Records(new RegisterFilter { Level = ConfirmationLevel.Withdrawn }));
        Assert.Equal(2, removed.HistoryOf(gone).Count());
        Assert.Single(Register([.. removed.Events, new RegisterEditor(removed, "Ann", Then).Restore(mention.Id, "namesake")]).Records());
    }

    [Theory]
    [InlineData("colour", "red", "no field")]
    [InlineData("birth_date", "1990-02-30", "no date")]
    [InlineData("age", "200", "no age")]
    public void A_correction_that_makes_no_sense_is_refused(string field, string value, string problem)
    {
        var editor = new RegisterEditor(Register(Added(Mention("a", Daily))), "Ann", Then);
        Assert.Contains(problem, Assert.Throws<FormatException>(() => editor.Correct(IdOf("a", Daily), field, value, "seen")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_needs_a_name_and_a_reason()
    {
        var register = Register(Added(Mention("a", Daily)));
        Assert.Throws<FormatException>(() => new RegisterEditor(register, " ", Then));
        Assert.Throws<FormatException>(() => new RegisterEditor(register, "Ann", Then).Remove(IdOf("a", Daily), ""));
    }

    [Fact]
    public void The_ledger_keeps_the_register_and_verifies_it()
    {
        using var file = new TemporaryLedger();
        RegisterEvent[] events =
        [
            Added(Mention("a", Daily)), Added(Mention("b", Grave)), Linked([IdOf("a", Daily), IdOf("b", Grave)]), Corrected("a", RegisterField.Rank, "сержант"),
            Reviewed("a", "Ann", ReviewVerdict.Confirm), Policy("name = v2"), Decided("a", "b", true),
            new ArticlesGathered { When = Then, Who = "parley", Maker = "gather 1", Articles = [new ArticleId(ContentHash.Of("x"u8), 3)] },
            new MentionRetracted { When = Then, Who = "Ann", Reason = "x", Mention = IdOf("b", Grave) },
            new RecordRemoved { When = Then, Who = "Ann", Reason = "x", Record = IdOf("a", Daily) },
        ];
        using (var writer = LedgerWriter.Open(file.Path))
        {
            Assert.Equal(events.Length, RegisterHistory.Append(writer, events).Sequence);
        }

        using (var reader = LedgerReader.Open(file.Path))
        {
            Assert.Equal(Export(CasualtyRegister.Of(events)), Export(CasualtyRegister.Read(reader)));
            Assert.Equal(4, CasualtyRegister.Read(reader, upTo: 4).Events.Count);
            Assert.Equal(3, Assert.IsType<ArticlesGathered>(RegisterHistory.Read(reader).ElementAt(7)).Articles.Single().Index);
        }

        Assert.Empty(LedgerVerifier.Verify(file.Path));
        using (var writer = LedgerWriter.Open(file.Path))
        {
            writer.Rebuild();
        }

        Assert.Empty(LedgerVerifier.Verify(file.Path));
    }

    [Fact]
    public void Csv_cannot_become_a_formula()
    {
        var register = Register(Added(Mention("a", Daily, ("unit", "=HYPERLINK(\"x\")"))));
        using var stream = new MemoryStream();
        RegisterExport.WriteCsv(register.Records(), PublicationProfile.Internal, stream);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static CasualtyRegister Register(params RegisterEvent[] events) => CasualtyRegister.Of(events.Select((e, i) => e with { Sequence = i + 1 }));

    private static MentionAdded Added(CasualtyMention mention) => new() { When = Then, Who = "import", Mention = mention };

    private static MentionsLinked Linked(params string[][] groups) => new() { When = Then, Who = "parley", Groups = [.. groups.Select(g => (System.Collections.Immutable.ImmutableArray<string>)[.. g])] };

    private static PolicySet Policy(string text) => new() { When = Then, Who = "Ann", Reason = "x", Origin = "p.txt", Text = text };

    private static PairDecided Decided(string first, string second, bool? same) =>
        new() { When = Then, Who = "Ann", Reason = "x", First = Named(first), Second = Named(second), Same = same };

    private static FieldCorrected Corrected(string record, RegisterField field, string value) =>
        new() { When = Then, Who = "Ann", Reason = "x", Record = Named(record), Field = field, New = value };

    private static RecordReviewed Reviewed(string record, string who, ReviewVerdict verdict) => new() { When = Then, Who = who, Record = Named(record), Verdict = verdict };

    private static string Named(string key) => key == "a" ? IdOf("a", Daily) : IdOf("b", Grave);

    private static string IdOf(string key, CasualtySource source, params (string, string)[] values) => Mention(key, source, values).Id;

    private static CasualtyMention Mention(string key, CasualtySource source, params (string Field, string Value)[] values) => new()
    {
        Key = key,
        Source = source,
        Citation = "list, " + key,
        Maker = "test 1",
        Values =
        [
            .. new[] { ("surname", "Цветаев"), ("given_name", "Сергей"), ("home", "Тверь"), ("status", "killed") }.ExceptBy(values.Select(v => v.Field), v => v.Item1)
                .Concat(values).Select(v => new MentionValue(RegisterFields.Named(v.Item1), v.Item2)).OrderBy(v => v.Field),
        ],
    };

    private static string Export(CasualtyRegister register)
    {
        using var stream = new MemoryStream();
        RegisterExport.Write(register.Records(), PublicationProfile.Internal, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
