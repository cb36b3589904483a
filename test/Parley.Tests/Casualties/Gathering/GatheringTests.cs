using FsCheck;
using FsCheck.Fluent;
using Parley.Casualties.Gathering;
using Parley.Casualties.Register;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Casualties.Gathering;

public sealed class GatheringTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Then = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("reports.md", 0.95, true)]
    [InlineData("more-reports.md", 0.5, true)]
    [InlineData("unread-reports.md", 0.5, false)]
    [InlineData("other-wars-reports.md", 0.5, true)]
    public void Casualties_are_gathered_from_reports_with_few_errors(string file, double floor, bool showsErrors)
    {
        var score = new GatheringScore();
        foreach (var report in AnnotatedReport.ReadAll(Reports(file)))
        {
            score.Add(report);
        }

        output.WriteLine(score.ToString());
        if (showsErrors)
        {
            output.WriteLine(string.Join('\n', score.Errors));
        }

        foreach (var field in new[] { "person", "status", "death_date" })
        {
            Assert.True(Math.Min(score.Of(field).Precision, score.Of(field).Recall) >= floor, score.ToString());
        }
    }

    [Fact]
    public void Every_value_is_cited_by_words_of_the_report()
    {
        foreach (var report in AnnotatedReport.ReadAll(Reports("reports.md")))
        {
            Assert.All(CasualtyFinder.Find(report.Article).SelectMany(v => v), v =>
                Assert.Equal(VisibleText.OneLine(v.Span!.Value.In(report.Article.Text).ToString()), v.Words ?? v.Value));
        }
    }

    [Fact]
    public void A_report_can_hold_anything()
    {
        string[] pieces = ["Сергей", "Иванов", "Петрович", "погиб", "killed", "John", "Carter", ",", ".", "12", "03.02.2023", "–", "«", "\n\n", "из", "под", "near", "58-й", "бригады", "sergeant", "24", "лет", "\uD83D", "(", "was"];
        var texts = Gen.ArrayOf(Gen.Elements(pieces)).Select(p => string.Join(' ', p)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts, text =>
        {
            var article = AnnotatedReport.ArticleOf(text, new PartialDate(2024));
            return CasualtyFinder.Find(article).SelectMany(v => v).All(v => v.Value.Length > 0 && v.Span!.Value.End <= text.Length);
        }));
    }

    [Theory]
    [InlineData("The soldier John Smith was ", "killed in Marfa on 3 May, ", "")]
    [InlineData("", "Ivan Petrov was killed and Oleg Sidorov was captured, ", "")]
    [InlineData("", "Погиб Иван Петров и Олег Сидоров под Бахмутом, ", "")]
    [InlineData("The soldier John Smith was killed ", "on 3 May 2023, ", "")]
    [InlineData("The soldier John Smith was killed ", "in Marfa, from Leeds, aged 25, ", "")]
    [InlineData("The killed were ", "John Smith, Oleg Petrov, ", "")]
    [InlineData("Killed: ", "John Smith; killed: ", "")]
    [InlineData("", "John Smith said that ", "Oleg Petrov was killed")]
    [InlineData("", "list of the killed John Smith\n", "")]
    [InlineData("", "Xar Yum, ", "killed")]
    [InlineData("", "He denied it, ", "killed")]
    [InlineData("John ", "\"Mac\" ", "Smith was killed")]
    [InlineData("John Smith was killed ", "somewhere ", "in Leeds")]
    public async Task A_long_text_without_an_end_is_read_to_its_end(string first, string repeated, string last)
    {
        // Work that grows with the square of the length would take hours; what grows with the length takes seconds.
        var text = first + string.Concat(Enumerable.Repeat(repeated, 250_000 / repeated.Length)) + last;
        var reading = Task.Run(() => CasualtyFinder.Find(AnnotatedReport.ArticleOf(text, new PartialDate(2024))), TestContext.Current.CancellationToken);
        await reading.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(2100, true)]
    public void A_report_with_more_casualties_than_are_read_says_so(int count, bool cut)
    {
        const string consonants = "bdgklmnprst";
        var lines = Enumerable.Range(0, count).Select(i =>
            $"Ivan {char.ToUpperInvariant(consonants[i % 11])}o{consonants[i / 11 % 11]}a{consonants[i / 121 % 11]}u{consonants[i / 1331 % 11]}enko, 34, was killed in Marfa on 3 May 2023.");
        CasualtyFinder.Find(new MarkedReport(AnnotatedReport.ArticleOf(string.Join("\n\n", lines), new PartialDate(2024))), out var isCut);
        Assert.Equal(cut, isCut);
    }

    [Fact]
    public void A_row_of_names_is_read_to_its_end_however_long()
    {
        var names = Enumerable.Range(0, 900).Select(i => $"John Z{"bcdfg"[i % 5]}a{"klmnprstvz"[i / 5 % 10]}u{"bcdfgklmnp"[i / 50 % 10]}{(i >= 500 ? "ar" : "er")}").Distinct().ToList();
        var text = $"Killed were {string.Join(", ", names)} and Oleg Petrov.";
        Assert.Equal(names.Count + 1, CasualtyFinder.Find(AnnotatedReport.ArticleOf(text, null)).Length);
    }

    [Fact]
    public void A_page_that_no_longer_names_somebody_takes_the_mention_back()
    {
        using var file = new TemporaryLedger();
        const string One = "Погиб Сергей Петрович Цветаев из Твери.", Other = "Сержант Олег Белов погиб под Бахмутом.";
        file.Append(Reading(One + " " + Other));
        var register = Gather(file);
        Assert.Equal(["Белов", "Цветаев"], register.Records().Select(r => r.Person.FamilyName).Order());
        Assert.Equal(0, Gathered(file).Articles);

        file.Append(Reading(Other));
        register = Gather(file);
        Assert.Equal("Белов", Assert.Single(register.Records()).Person.FamilyName);
        Assert.Equal(ConfirmationLevel.Withdrawn, register.Records(new RegisterFilter { Level = ConfirmationLevel.Withdrawn }).Single(r => r.Person.FamilyName == "Цветаев").Level);
    }

    [Fact]
    public void Sources_are_graded_by_a_table()
    {
        var grades = SourceGrades.Read(new StringReader("source,kind,reliability,group\nTver Daily,local-media,B,tver\n"), "s.csv");
        var article = AnnotatedReport.ArticleOf("x", null);
        Assert.Equal(new CasualtySource("Tver Daily", SourceKind.LocalMedia, 'B', "tver"), grades.Of(new MarkedReport(article with { Outlet = "tver daily" }), "a.html"));
        Assert.Equal((SourceKind.SocialMedia, 'F'), (grades.Of(new MarkedReport(article), "https://vk.com/wall1").Kind, grades.Of(new MarkedReport(article), "https://vk.com/wall1").Reliability));
        Assert.Contains("line 2, column reliability", Assert.Throws<FormatException>(() => SourceGrades.Read(new StringReader("source,kind,reliability\nX,other,Z\n"), "s.csv")).Message, StringComparison.Ordinal);
    }

    private static string Reports(string file) => Path.Combine(AppContext.BaseDirectory, "specs", "casualties", file);

    private static CasualtyRegister Gather(TemporaryLedger file)
    {
        var result = Gathered(file);
        using var writer = LedgerWriter.Open(file.Path);
        RegisterHistory.Append(writer, result.Events);
        return file.Read(r => CasualtyRegister.Read(r));
    }

    private static GatheringResult Gathered(TemporaryLedger file) =>
        file.Read(r => new CasualtyGatherer(SourceGrades.None, Then).Gather(r, CasualtyRegister.Read(r)));

    private static Reading Reading(string text)
    {
        var article = AnnotatedReport.ArticleOf(text, new PartialDate(2024, 3, 1));
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new Reading(
            new Document { Bytes = bytes, Sha256 = article.Id.Document, Name = "list.txt", Origin = "/texts/list.txt", GatheredAt = Then, Format = DocumentFormat.PlainText, Charset = "utf-8" },
            [new ArticleReading { Article = article with { Offsets = [new OffsetRun(0, 0, text.Length)], DocumentCodePointOffset = 0 } }]);
    }
}
