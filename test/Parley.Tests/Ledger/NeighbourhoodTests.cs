using Parley.Ledger;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class NeighbourhoodTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    [Fact]
    public void The_articles_with_the_same_rare_words_are_found_among_many_others()
    {
        for (var i = 0; i < 30; i++)
        {
            Append($"other-{i}.txt", $"<Ada Novak|said|that the weather in village {i} is fine>.");
        }

        Append("near.txt", "<Jon Berg|said|that the dam at Kestelmar is open>.");
        var before = _ledger.Read(l => l.Head.Sequence);
        Append("new.txt", "<Li Wen|denied|that the dam of Kestelmar was opened>.");

        var near = _ledger.Read(l => l.Near([.. l.NewSince(before).Select(a => a.Article.Reading)], before + 1, 3).Select(a => a.DocumentName).ToList());

        Assert.Contains("near.txt", near);
        Assert.DoesNotContain("new.txt", near);
        Assert.True(near.Count <= 3);
    }

    [Fact]
    public void The_stances_of_the_same_actor_on_the_same_issue_are_found_whatever_their_words()
    {
        Append("stance.txt", "<Jon Berg|said|that guns speak>.", s => s with { Stance = Stance.Oppose });
        Append("unrelated.txt", "<Ada Novak|said|that grain ships sail>.");
        var before = _ledger.Read(l => l.Head.Sequence);
        Append("new.txt", "<Jon Berg|said|a truce might come>.", s => s with { Stance = Stance.Support });
        Assert.Equal(["stance.txt"], _ledger.Read(l => l.Near([.. l.NewSince(before).Select(a => a.Article.Reading)], before + 1, 10).Select(a => a.DocumentName).ToList()));
    }

    [Fact]
    public void Of_a_page_that_changed_only_the_statements_that_it_did_not_have_are_new()
    {
        Append("page.txt", "<Jon Berg|said|that the dam is open>.");
        var before = _ledger.Read(l => l.Head.Sequence);
        Append("page.txt", "<Jon Berg|said|that the dam is open>. <Li Wen|denied|every word of the governor>.");
        var article = Assert.Single(_ledger.Read(l => l.NewSince(before).ToList()));
        Assert.Equal("Li Wen", article.Article.Reading.Statements.Single(s => article.NewStatementIds.Contains(s.Id)).Actor!.Name);
        Assert.Empty(_ledger.Read(l => l.NewSince(l.Head.Sequence).ToList()));
    }

    [Fact]
    public void A_sample_is_taken_from_the_whole_history()
    {
        for (var i = 0; i < 20; i++)
        {
            Append($"page-{i}.txt", $"<Ada Novak|said|that number {i} is drawn>.");
        }

        var names = _ledger.Read(l => l.Sample(5).Select(a => a.DocumentName).ToList());
        Assert.InRange(names.Count, 4, 6);
        Assert.Contains(names, n => n is "page-16.txt" or "page-17.txt" or "page-18.txt" or "page-19.txt");
    }

    [Fact]
    public void Of_a_large_ledger_a_question_about_some_days_is_compared_with_what_is_near_to_them()
    {
        for (var i = 0; i < 400; i++)
        {
            Append($"other-{i}.txt", $"<Ada Novak|said|that the weather in village {i} is fine>.");
        }

        Append("near.txt", "<Jon Berg|said|that the dam at Kestelmar is open>.");
        Append("new.txt", "<Li Wen|denied|that the dam of Kestelmar was opened>.", published: "2024-05-09");
        var asked = new ArticleFilter { PublishedFrom = new DateOnly(2024, 5, 9) };

        var compared = _ledger.Read(l => new ComparisonRecords(l) { WholeUpTo = 100 }.For(asked).Select(a => a.DocumentName).ToList());
        Assert.Contains("near.txt", compared);
        Assert.Contains("new.txt", compared);
        Assert.True(compared.Count < 300, $"{compared.Count} articles");
        Assert.Equal(compared.Count, compared.Distinct().Count());
        Assert.Equal(402, _ledger.Read(l => new ComparisonRecords(l).For(asked).Count()));
        Assert.Equal(402, _ledger.Read(l => new ComparisonRecords(l) { WholeUpTo = 100 }.For(new ArticleFilter()).Count()));
        Assert.Equal(402, _ledger.Read(l => new ComparisonRecords(l) { WholeUpTo = 100, MostAsked = 0 }.For(asked).Count()));
    }

    public void Dispose() => _ledger.Dispose();

    private void Append(string name, string marked, Func<Statement, Statement>? shape = null, string published = "2024-05-01") =>
        _ledger.Append(new ReadingBuilder { Name = name, Published = published, Shape = shape ?? (s => s) }.Build(marked));
}
