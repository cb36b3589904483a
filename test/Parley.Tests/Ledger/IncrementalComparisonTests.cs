using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Analysis;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class IncrementalComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public void In_whatever_order_and_portions_articles_were_added_the_answer_is_that_of_all_at_once()
    {
        var corpus = GeneratedCorpus.Make(3, stories: 30).Records;
        var answer = Answer(corpus, new DateOnly(2024, 5, 1));
        var portions = from order in Gen.Shuffle(corpus) from sizes in Gen.Choose(1, 60).ListOf() select (order, sizes);
        Prop.ForAll(portions.ToArbitrary(), added =>
        {
            using var ledger = new TemporaryLedger();
            var left = added.order.Select(ReadingOf).ToList();
            foreach (var size in added.sizes.Append(left.Count))
            {
                ledger.Append([.. left.Take(size)]);
                left.RemoveRange(0, Math.Min(size, left.Count));
            }

            Assert.Equal(answer, ledger.Read(l => Answer(new ComparisonRecords(l).For(new ArticleFilter()), new DateOnly(2024, 5, 1))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact]
    public void What_a_day_brings_to_a_large_ledger_is_nearly_the_same_compared_with_what_is_near_as_compared_with_everything()
    {
        var (all, both) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var seed in Enumerable.Range(1, 8))
        {
            using var ledger = new TemporaryLedger();
            ledger.Append([.. GeneratedCorpus.Make(seed, stories: 300).Records.Select(ReadingOf)]);
            var since = new DateOnly(2024, 5, 20 + seed);
            var asked = new ArticleFilter { PublishedFrom = since };
            var (near, whole) = ledger.Read(l => (new ComparisonRecords(l) { WholeUpTo = 0 }.For(asked).ToList(), new ComparisonRecords(l).For(asked).ToList()));
            Assert.True(near.Count < 0.75 * whole.Count, $"{near.Count} of {whole.Count} articles");
            var found = Answer(near, since).ToHashSet(StringComparer.Ordinal);
            foreach (var finding in Answer(whole, since))
            {
                var kind = finding.Split(' ')[0];
                all[kind] = all.GetValueOrDefault(kind) + 1;
                both[kind] = both.GetValueOrDefault(kind) + (found.Contains(finding) ? 1 : 0);
            }
        }

        foreach (var (kind, count) in all)
        {
            output.WriteLine($"{kind}: {both[kind]} of {count}");
        }

        Assert.True(both["claim"] >= 0.98 * all["claim"]);
        Assert.True(both["Denial"] >= 0.98 * all["Denial"]);
        Assert.True(both["CompetingFigures"] >= 0.98 * all["CompetingFigures"]);
        Assert.True(both["contradicted"] >= 0.9 * all["contradicted"]);
    }

    /// <summary>Which statements and figures stand together in claims and conflicts; of contradictions, which may have many pairs, only who is contradicted.</summary>
    private static List<string> Answer(IEnumerable<RecordedArticle> records, DateOnly since)
    {
        var findings = Analyst.Analyse(records).Narrow(new StatementMatch { Since = since });
        var contradictions = findings.Conflicts.Where(c => c.Kind == ConflictKind.Contradiction).ToList();
        var contradicted = contradictions.SelectMany(c => c.StatementIds).Where(id => findings.Records.Find(id)!.In.PublicationDay >= since).Distinct(StringComparer.Ordinal);
        return [.. findings.Claims.Select(c => Key("claim", c.Statements.Select(s => s.Id)))
            .Concat(findings.Conflicts.Except(contradictions).Select(c => Key($"{c.Kind}", c.StatementIds)))
            .Concat(contradicted.Select(id => Key("contradicted", [id]))).Order(StringComparer.Ordinal)];
    }

    private static string Key(string kind, IEnumerable<string> ids) => $"{kind} {string.Join(' ', ids.Order(StringComparer.Ordinal))}";

    private static Reading ReadingOf(RecordedArticle record)
    {
        var article = record.Reading.Article;
        var bytes = Encoding.UTF8.GetBytes($"{record.DocumentName}\n{article.Outlet}\n{article.Published}\n{article.Text}");
        return new Reading(
            new Document
            {
                Name = record.DocumentName, Origin = $"/reports/{article.Id.Document.Hex}", Bytes = bytes, Sha256 = ContentHash.Of(bytes),
                GatheredAt = record.GatheredAt, Format = record.DocumentFormat, Charset = "utf-8",
            },
            [record.Reading]);
    }
}
