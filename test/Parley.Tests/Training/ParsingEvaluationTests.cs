using Parley.Training.Data;
using Parley.Training.Scoring;
using Xunit;

namespace Parley.Tests.Training;

public sealed class ParsingEvaluationTests
{
    private static readonly string[] s_gold =
    [
        "# newdoc id = a", "# newpar id = a-1",
        "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_",
        Word(1, "Do", 3, "aux"), Word(2, "n't", 3, "advmod"), Word(3, "go", 0, "root", "SpaceAfter=No"), Word(4, ".", 3, "punct"), "",
        "# newpar id = a-2",
        Word(1, "Stay", 0, "root"), Word(2, "here", 1, "advmod:lmod"), "",
    ];

    [Fact]
    public void The_text_has_blanks_where_the_treebank_notes_them_and_paragraphs_apart()
    {
        var text = RawTreebankText.Of(s_gold);
        Assert.Equal("Don't go. \n\nStay here \n\n", text.Text);
        Assert.Equal(["Don't go.", "Stay here"], text.Blocks.Select(b => b.Span.In(text.Text).ToString()));
    }

    [Fact]
    public void A_parse_equals_itself() => Assert.All(Compare(s_gold, s_gold), line => Assert.EndsWith("F1 100.0", line));

    [Fact]
    public void A_wrong_head_counts_once_and_a_subtype_not_at_all()
    {
        string[] system = [.. s_gold];
        system[3] = Word(1, "Do", 4, "aux");
        system[10] = Word(2, "here", 1, "advmod");
        Assert.Contains("UAS        F1 83.3", Compare(s_gold, system));
        Assert.Contains("LAS        F1 83.3", Compare(s_gold, system));
    }

    [Fact]
    public void Words_cut_otherwise_are_lost_and_their_neighbours_are_compared_all_the_same()
    {
        string[] system = [Word(1, "Don't", 2, "aux"), Word(2, "go", 0, "root"), Word(3, ".", 2, "punct"), "", Word(1, "Stay", 0, "root"), Word(2, "here", 1, "advmod"), ""];
        var lines = Compare(s_gold, system);
        Assert.Contains("tokens     F1 72.7", lines);
        Assert.Contains("sentences  F1 100.0", lines);
        Assert.Contains("LAS        F1 72.7", lines);
    }

    [Fact]
    public void Files_of_different_texts_are_refused() => Assert.Throws<InvalidDataException>(() => Compare(s_gold, [Word(1, "No", 0, "root"), ""]));

    private static string Word(int number, string form, int head, string relation, string note = "_") => $"{number}\t{form}\t{form}\tX\tX\t_\t{head}\t{relation}\t_\t{note}";

    private static string[] Compare(string[] gold, string[] system)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (one, other) = (Path.Combine(folder.FullName, "gold"), Path.Combine(folder.FullName, "system"));
            File.WriteAllLines(one, gold);
            File.WriteAllLines(other, system);
            using var output = new StringWriter { NewLine = "\n" };
            ParsingEvaluation.Run(one, other, output);
            return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
