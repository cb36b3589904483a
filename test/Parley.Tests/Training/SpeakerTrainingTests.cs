using Parley.Resolution.Antecedents;
using Parley.Training.Speakers;
using Xunit;

namespace Parley.Tests.Training;

public sealed class SpeakerTrainingTests
{
    private const string Document = """
        # newdoc id = GUM_news_harbour
        # meta::dateCreated = 2019-04-02
        # newpar
        1	Professor	Professor	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person-new-n-cf1-1,2,3-coref
        2	Lena	Lena	PROPN	NNP	_	4	nsubj	_	_
        3	Fors	Fors	PROPN	NNP	_	2	flat	_	Entity=1)
        4	left	leave	VERB	VBD	_	0	root	_	_
        5-6	Oslo's	_	_	_	_	_	_	_	_
        5	Oslo	Oslo	PROPN	NNP	_	7	nmod:poss	_	Entity=(2-object-new-n-cf2-3-sgl(3-place-new-n-cf3-1-sgl)
        6	's	's	PART	POS	_	5	case	_	_
        7	port	port	NOUN	NN	_	4	obj	_	Entity=2)|SpaceAfter=No
        8	.	.	PUNCT	.	_	4	punct	_	_

        1	She	she	PRON	PRP	Person=3|PronType=Prs	2	nsubj	_	Entity=(1-person-giv-n-cf1-1-ana)
        2	slept	sleep	VERB	VBD	_	0	root	_	SpaceAfter=No
        3	.	.	PUNCT	.	_	2	punct	_	_

        """;

    [Fact]
    public void Entities_are_read_with_their_words_head_and_form_in_the_text_as_written()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Document.ReplaceLineEndings("\n"));
            var text = Assert.Single(GumMentions.Read(path));

            Assert.Equal("Professor Lena Fors left Oslo's port. She slept.", text.Text.Trim());
            Assert.Equal(("news", true, "2019-04-02"), (text.Genre, text.IsOpen, text.Published));
            Assert.Equal(["Professor Lena Fors", "Oslo", "Oslo's port", "She"], text.Mentions.Select(m => m.Span.In(text.Text).ToString()));
            Assert.Equal(["Lena", "Oslo", "port", "She"], text.Mentions.Select(m => m.Head.In(text.Text).ToString()));
            Assert.Equal([MentionForm.Name, MentionForm.Name, MentionForm.Nominal, MentionForm.Pronoun], text.Mentions.Select(m => m.Form));
            Assert.Equal(text.Mentions[0].Entity, text.Mentions[3].Entity);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Gradients_of_the_choice_agree_with_finite_differences()
    {
        var trainer = new AntecedentTrainer(units: 5, seed: 3, dropout: 0);
        var example = new AntecedentExample([[0, 4, 20], [1, 4], [2, 7, 20], [9]], [false, true, true, false], 1);
        _ = trainer.Back(example, 1);
        var gradient = trainer.Parameter.Gradients[0].Span(0, (int)trainer.Parameter.Length).ToArray();
        var weights = trainer.Parameter.Value;
        var moved = 0;
        for (var i = 0; i < gradient.Length; i++)
        {
            var weight = weights.Span(i, 1)[0];
            weights.Span(i, 1)[0] = weight + 1e-3f;
            var above = trainer.Back(example, 1);
            weights.Span(i, 1)[0] = weight - 1e-3f;
            var below = trainer.Back(example, 1);
            weights.Span(i, 1)[0] = weight;
            var numeric = (above - below) / 2e-3;
            Assert.True(Math.Abs(numeric - gradient[i]) < 2e-3, $"weight {i}: {gradient[i]} by propagation, {numeric} by differences");
            moved += Math.Abs(numeric) > 1e-2 ? 1 : 0;
        }

        Assert.True(moved > 10);
    }

    [Fact]
    public void The_choice_is_learned_and_the_same_seed_gives_the_same_weights()
    {
        List<AntecedentExample> examples = [.. Enumerable.Range(0, 64).Select(i => new AntecedentExample([[0, 1], [0, 2], [3]], [i % 8 == 0, i % 8 != 0, false], 1))];
        var (one, losses) = Learned(examples);
        var (two, _) = Learned(examples);

        Assert.True(losses[^1] < losses[0] * 0.6, string.Join(' ', losses));
        Assert.Equal(one, two);
    }

    private static (string Table, List<double> Losses) Learned(List<AntecedentExample> examples)
    {
        var losses = new List<double>();
        var trainer = new AntecedentTrainer(units: 4, seed: 1, dropout: 0);
        trainer.Learn(examples, epochs: 150, rate: 0.02f, (_, loss) => losses.Add(loss));
        using var table = new StringWriter();
        trainer.Model().Write(table);
        Assert.Equal(AntecedentModel.Features + 3, table.ToString().Count(c => c == '\n'));
        return (table.ToString(), losses);
    }
}
