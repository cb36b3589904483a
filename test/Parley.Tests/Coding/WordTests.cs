using Parley.Coding.Words;
using Parley.Language;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class WordTests
{
    [Theory]
    [InlineData("say", "says said saying")]
    [InlineData("deny", "denies denied denying")]
    [InlineData("ban", "bans banned banning")]
    [InlineData("pledge", "pledges pledged pledging")]
    [InlineData("signal", "signals signalled signaled signalling signaling")]
    [InlineData("admit", "admits admitted admitting")]
    [InlineData("agree", "agrees agreed agreeing")]
    [InlineData("withdraw", "withdraws withdrew withdrawn withdrawing")]
    [InlineData("press", "presses pressed pressing")]
    public void A_verb_of_a_table_stands_for_its_forms(string verb, string forms) =>
        Assert.Superset(forms.Split(' ').ToHashSet(), WordForms.OfVerb(verb).ToHashSet());

    [Fact]
    public void A_phrase_table_finds_the_longest_phrase_that_begins_first()
    {
        var (table, vocabulary) = Table("call~ for", "call~", "ready|willing to talk+", "negotiat*", "under .. control", "(very) likely", "resolution #");
        string[] Find(string text)
        {
            var words = ArticleWords.Of(text, vocabulary);
            return [.. table.FindAll(words, new TokenRange(0, words.Count)).Select(m => m.Value)];
        }

        Assert.Equal(["call~ for"], Find("He called for calm"));
        Assert.Equal(["call~"], Find("He calls home"));
        Assert.Equal(["ready|willing to talk+"], Find("They are willing to talk"));
        Assert.Equal(["negotiat*", "negotiat*"], Find("Negotiators renegotiate negotiations"));
        Assert.Equal(["under .. control"], Find("under the full army control"));
        Assert.Empty(Find("under a b c d control"));
        Assert.Equal(["(very) likely", "(very) likely"], Find("likely or very likely"));
        Assert.Equal(["resolution #"], Find("Resolution 242"));
    }

    [Fact]
    public void Words_split_contractions_and_hyphens_and_keep_initials_and_numbers_whole()
    {
        var words = ArticleWords.Of("The U.S. didn’t accept Kyiv’s cease-fire at 1,200.5 m.", Table("x").Vocabulary);

        Assert.Equal(["The", "U.S.", "did", "n’t", "accept", "Kyiv", "’s", "cease", "fire", "at", "1,200.5", "m", "."],
            Enumerable.Range(0, words.Count).Select(i => words.Word(i).ToString()));
    }

    [Theory]
    [InlineData("they did not attack", true)]
    [InlineData("they attack", false)]
    [InlineData("not now, but they attack", false)]
    [InlineData("he did not say that they attack", false)]
    [InlineData("they did not refuse to attack", false)]
    [InlineData("they refuse to attack", true)]
    public void Negation_reaches_to_the_end_of_its_clause_and_two_negations_cancel(string text, bool negated)
    {
        var tables = Parley.Coding.CodingTables.Default;
        var words = ArticleWords.Of(text, tables.Vocabulary);

        Assert.Equal(negated, new NegationScope(tables.Negators).Before(words, words.Count - 1, 0) is not null);
    }

    private static (PhraseTable<string> Table, Vocabulary Vocabulary) Table(params string[] phrases)
    {
        var vocabulary = new Vocabulary.Builder();
        var builder = new PhraseTable<string>.Builder(vocabulary);
        var file = TableFile.Read("test", new StringReader(string.Join('\n', phrases)), 1);
        foreach (var row in file.Rows)
        {
            builder.Add(row, row.Cells[0], row.Cells[0]);
        }

        var built = vocabulary.Build();
        return (builder.Build(built), built);
    }
}
