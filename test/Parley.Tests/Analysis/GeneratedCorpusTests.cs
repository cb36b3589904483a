using Parley.Analysis;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Analysis;

public sealed class GeneratedCorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Claims_origins_and_denials_of_a_made_corpus_are_found(int seed)
    {
        var corpus = GeneratedCorpus.Make(seed, stories: 60);
        var findings = Analyst.Analyse(corpus.Records);
        var claimOf = findings.Claims.SelectMany(c => c.Statements.Select(s => (s.Id, c))).ToDictionary(p => p.Id, p => p.c);

        var ids = corpus.StoryOf.Keys.ToList();
        int right = 0, wrong = 0, missed = 0;
        for (var i = 0; i < ids.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var same = corpus.StoryOf[ids[i]] == corpus.StoryOf[ids[j]];
                var joined = claimOf[ids[i]].Id == claimOf[ids[j]].Id;
                right += same && joined ? 1 : 0;
                wrong += !same && joined ? 1 : 0;
                missed += same && !joined ? 1 : 0;
            }
        }

        var f1 = 2.0 * right / ((2.0 * right) + wrong + missed);
        var whole = findings.Claims.Where(c => c.Statements.All(s => corpus.StoryOf.ContainsKey(s.Id)) &&
            c.Statements.Length == corpus.StoryOf.Values.Count(v => v == corpus.StoryOf[c.Statements[0].Id])).ToList();
        var counted = whole.Count(c => c.Origins.Length == corpus.Origins[corpus.StoryOf[c.Statements[0].Id]]);
        var deniedFound = findings.Claims.Where(c => !c.DeniedBy.IsEmpty).SelectMany(c => c.Statements).Where(s => corpus.StoryOf.ContainsKey(s.Id)).Select(s => corpus.StoryOf[s.Id]).ToHashSet();
        var hits = deniedFound.Count(corpus.Denied.Contains);
        output.WriteLine(FormattableString.Invariant($"claims: precision {(double)right / (right + wrong):0.000}, recall {(double)right / (right + missed):0.000}, F1 {f1:0.000}"));
        output.WriteLine(FormattableString.Invariant($"origins: {counted} of {whole.Count} whole claims exact"));
        output.WriteLine(FormattableString.Invariant($"denials: precision {(double)hits / deniedFound.Count:0.000}, recall {(double)hits / corpus.Denied.Count:0.000}"));
        Assert.True(f1 >= 0.80, FormattableString.Invariant($"F1 {f1:0.000}"));
        Assert.Equal(whole.Count, counted);
        Assert.True(hits >= 0.8 * corpus.Denied.Count && hits >= 0.8 * deniedFound.Count, $"{hits} of {corpus.Denied.Count}, {deniedFound.Count} found");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Conflicts_of_a_made_corpus_are_found_and_no_others(int seed)
    {
        var corpus = GeneratedCorpus.Make(seed, stories: 60);
        var conflicts = Analyst.Analyse(corpus.Records).Conflicts;
        var denied = conflicts.Where(c => c.Kind == ConflictKind.Denial).ToList();
        var rightDenials = denied.Where(c => c.Disputed.Select(id => corpus.StoryOf.GetValueOrDefault(id, -1)).Distinct().ToList() is [var story] && corpus.Denied.Contains(story)).ToList();
        var toldDenials = rightDenials.Select(c => corpus.StoryOf[c.Disputed[0]]).Distinct().Count();
        var competing = conflicts.Where(c => c.Kind == ConflictKind.CompetingFigures).ToList();
        var rightFigures = competing.Where(c => c.StatementIds.Select(id => corpus.FigureOf.GetValueOrDefault(id, -1)).Distinct().ToList() is [var story] && corpus.Counted.Contains(story)).ToList();
        var toldFigures = rightFigures.Select(c => corpus.FigureOf[c.Disputed[0]]).Distinct().Count();
        output.WriteLine(FormattableString.Invariant($"denials: precision {(double)rightDenials.Count / denied.Count:0.000}, recall {(double)toldDenials / corpus.Denied.Count:0.000}"));
        output.WriteLine(FormattableString.Invariant($"competing figures: precision {(double)rightFigures.Count / competing.Count:0.000}, recall {(double)toldFigures / corpus.Counted.Count:0.000}"));
        output.WriteLine(FormattableString.Invariant($"other conflicts: {conflicts.Length - denied.Count - competing.Count}"));
        Assert.True(rightDenials.Count >= 0.9 * denied.Count && toldDenials >= 0.9 * corpus.Denied.Count, $"{rightDenials.Count} of {denied.Count}, {toldDenials} of {corpus.Denied.Count}");
        Assert.Equal(competing.Count, rightFigures.Count);
        Assert.Equal(corpus.Counted.Count, toldFigures);
    }
}
