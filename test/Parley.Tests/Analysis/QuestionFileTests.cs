using Parley.Analysis;
using Xunit;

namespace Parley.Tests.Analysis;

public class QuestionFileTests
{
    [Fact]
    public void Each_form_of_question_is_read()
    {
        var (questions, faults) = QuestionFile.Read("q.txt",
            """
            # saved questions

            talks: a denial of a claim about "prisoner exchange" by Orlic
            position of Marta Vrana on peace talks hardened
            New figure of killed about soldiers
            conflict about ceasefire
            statements by Kolchek on sanctions
            """);
        Assert.Empty(faults);
        SavedQuestion[] wanted =
        [
            new("talks", QuestionKind.Denial) { Match = new() { About = "prisoner exchange" }, AnsweredBy = "Orlic" },
            new("position of Marta Vrana on peace talks hardened", QuestionKind.Position) { Match = new() { Actor = "Marta Vrana", Issue = "peace-talks" }, Change = PositionChangeKind.Hardened },
            new("New figure of killed about soldiers", QuestionKind.Figure) { Measure = "killed", Match = new() { About = "soldiers" } },
            new("conflict about ceasefire", QuestionKind.Conflict) { Match = new() { About = "ceasefire" } },
            new("statements by Kolchek on sanctions", QuestionKind.Statement) { Match = new() { Actor = "Kolchek", Issue = "sanctions" } },
        ];
        Assert.Equal(wanted.Select(q => q.ToString()), questions.Select(q => q.ToString()));
    }

    [Theory]
    [InlineData("what about the ceasefire", "asks for 'what'")]
    [InlineData("position of Vrana changed", "which issue")]
    [InlineData("position on ceasefire", "whose position")]
    [InlineData("denial", "what the claim is about")]
    [InlineData("denial of a rumour about talks", "'a rumour'")]
    [InlineData("denial about \"talks", "not closed")]
    [InlineData("conflict about the", "no word to look for")]
    [InlineData("figure killed", "has 'killed'")]
    [InlineData("conflict about ceasefire about talks", "twice")]
    [InlineData("statement", "whose statements")]
    [InlineData("position of A on ceasefire by B", "'by B'")]
    [InlineData("name:", "asks for 'name:'")]
    [InlineData("denial about", "nothing after 'about'")]
    public void A_line_that_cannot_be_understood_is_named_with_what_to_write(string line, string problem)
    {
        var (questions, faults) = QuestionFile.Read("q.txt", "new conflict\n\n" + line);
        Assert.Single(questions);
        var fault = Assert.Single(faults);
        Assert.Equal("line 3", fault.Place);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.Contains("write", fault.Remedy, StringComparison.Ordinal);
    }
}
