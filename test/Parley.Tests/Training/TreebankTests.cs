using Parley.Training.Data;
using Parley.Training.Learning;
using Xunit;

namespace Parley.Tests.Training;

public sealed class TreebankTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Sentences_heads_and_names_of_a_document_are_read_and_closed_genres_left_out()
    {
        File.WriteAllText(_file, string.Join('\n',
            "# newdoc id = GUM_news_made", "# newpar",
            "1\tMinister\tminister\tNOUN\tNN\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-n-1-2-sgl",
            "2\tOrlova\tOrlova\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=1)",
            "3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
            "3\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_",
            "4\tspeak\tspeak\tVERB\tVB\t_\t0\troot\t_\t_",
            "",
            "1\tVessia\tVessia\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(2-place-new-n-1-1-sgl-Vessia)",
            "2\twaits\twait\tVERB\tVBZ\t_\t0\troot\t_\t_",
            "",
            "# newdoc id = GUM_fiction_made",
            "1\tHush\thush\tINTJ\tUH\t_\t0\troot\t_\t_",
            ""));
        var tags = new TagSets();
        var document = Assert.Single(Treebank.Read(_file, tags, openOnly: true));
        var paragraph = Assert.Single(document.Paragraphs);
        Assert.Equal([(0, 4), (4, 6)], paragraph.Sentences);
        Assert.Equal(new short[] { 1, 3, 3, -1, 5, -1 }, paragraph.Heads);
        Assert.Equal("nsubj", tags.Names[^1][paragraph.Relations[1]]);
        var names = Enumerable.Range(0, 6).Select(i => NameTags.Names[paragraph.Tags[(i * 5) + 1]]);
        Assert.Equal(["O", "B-person", "O", "O", "B-place", "O"], names);
        Assert.Equal(2, Treebank.Read(_file, new TagSets(), openOnly: false).Count);
    }

    [Fact]
    public void A_full_set_of_tags_puts_the_rest_under_other()
    {
        var tags = new TagSet(3);
        Assert.Equal("0 1 2 2 0", string.Join(' ', "abcda".Select(c => tags.Find($"{c}"))));
        Assert.Equal(["a", "b", "other"], tags.Names);
    }

    [Fact]
    public void Probabilities_that_overstate_are_mapped_to_how_often_they_are_right()
    {
        var random = new Random(5);
        var cases = Enumerable.Range(0, 4000).Select(_ => random.NextDouble()).Select(p => (p, random.NextDouble() < p * p)).ToList();
        var calibration = new Calibration(cases);
        var (slope, intercept) = calibration.Fit();
        Assert.True(calibration.Error > 0.12);
        Assert.True(calibration.Mapped(slope, intercept).Error < 0.05);
    }

    public void Dispose() => File.Delete(_file);
}
