using Parley.Documents.Articles;
using Parley.Records;
using Xunit;
using static Parley.Tests.Documents.Articles.Splitting;

namespace Parley.Tests.Documents.Articles;

public sealed class BlockTests
{
    [Fact]
    public void A_sentence_with_a_colon_introduces_the_items_of_a_list()
    {
        Assert.Equal(
        [
            "Paragraph: The ministry gave several reasons for the delay:",
            "ListItem<0: Fuel: the convoys had none left.",
            "ListItem<0: Weather: the pass was closed by snow.",
            "Paragraph: Nobody in the capital believed it.",
        ],
        Blocks("The ministry gave several reasons for the delay:\n\n1. Fuel: the convoys had none left.\n\n2. Weather: the pass was closed by snow.\n\nNobody in the capital believed it."));
    }

    [Theory]
    [InlineData("•")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("  •  ")]
    public void Bullets_of_many_shapes_are_left_out_of_the_body(string bullet)
    {
        Assert.Equal(["Paragraph: Key points of the draft:", "ListItem<0: troops leave the valley;", "ListItem<0: prisoners come home."],
            Blocks($"Key points of the draft:\n{bullet} troops leave the valley;\n{bullet} prisoners come home."));
    }

    [Theory]
    [InlineData("1)", "2)")]
    [InlineData("(1)", "(2)")]
    [InlineData("a)", "b)")]
    [InlineData("(i)", "(ii)")]
    public void Numbers_and_letters_open_items_if_they_go_on(string first, string second)
    {
        Assert.Equal(["Paragraph: The draft says this.", "ListItem: Troops leave the valley.", "ListItem: Prisoners come home."],
            Blocks($"The draft says this.\n\n{first} Troops leave the valley.\n\n{second} Prisoners come home."));
    }

    [Fact]
    public void A_year_at_the_start_of_a_paragraph_is_no_item()
    {
        Assert.Equal(["Paragraph: So ended the war.", "Paragraph: 1994. A truce was signed in the spring of that year and held."],
            Blocks("So ended the war.\n\n1994. A truce was signed in the spring of that year and held."));
    }

    [Fact]
    public void In_the_record_of_a_meeting_each_may_speak_once()
    {
        Assert.Equal(
        [
            "Heading: Excerpts from the meeting of 28 January",
            "Turn: Bela Oru > The road is shut.",
            "Turn: Lena Fors > We demand that it be opened.",
            "Turn: Pavel Grom > My delegation rejects this.",
        ],
        Blocks("Excerpts from the meeting of 28 January\n\nBela Oru (Special Representative of the Secretary-General for the Valley): The road is shut.\n\n" +
            "Lena Fors (Norway): We demand that it be opened.\n\nPavel Grom (Karsa): My delegation rejects this."));
    }

    [Fact]
    public void Turns_go_over_paragraphs_and_may_restart_with_the_same_name()
    {
        var text = """
            HARB: Minister, why did the talks in Nairobi fail?

            Okello: They did not fail. We were close to an agreement.

            Then the phone rang, and everything changed.

            Okello: I will not say who called.

            HARB: Was it the president?

            Okello: No.
            """;

        Assert.Equal(
        [
            "Turn: HARB > Minister, why did the talks in Nairobi fail?",
            "Turn: Okello > They did not fail. We were close to an agreement.",
            "Turn<1: Then the phone rang, and everything changed.",
            "Turn: Okello > I will not say who called.",
            "Turn: HARB > Was it the president?",
            "Turn: Okello > No.",
        ],
        Blocks(text));
        Assert.Equal(ArticleForm.Transcript, Split(text)[0].Form);
    }

    [Theory]
    [InlineData("Q: Will you sign?\n\nA: We will see.\n\nQ: When?\n\nA: Soon.", "Q", "A")]
    [InlineData("Q. Will you sign?\n\nA. We will see.\n\nQ. When?\n\nA. Soon.", "Q", "A")]
    [InlineData("Question: Will you sign?\n\nAnswer: We will see.", "Question", "Answer")]
    [InlineData("Вопрос: Вы подпишете?\n\nОтвет: Посмотрим.", "Вопрос", "Ответ")]
    [InlineData("**Mona Harb:** Will you sign?\n\n**Tom Okello:** We will see.\n\n**Mona Harb:** When?", "Mona Harb", "Tom Okello")]
    [InlineData("[00:10] Mona Harb: Will you sign?\n\n[00:14] Tom Okello (via interpreter): We will see.\n\n[00:20] Mona Harb: When?", "Mona Harb", "Tom Okello")]
    [InlineData("MS HARB:\nWill you sign?\n\nMR OKELLO:\nWe will see.\n\nMS HARB:\nWhen?", "MS HARB", "MR OKELLO")]
    [InlineData("记者：你会签字吗？\n\n部长：我们再看。\n\n记者：什么时候？\n\n部长：很快。", "记者", "部长")]
    public void Speakers_are_labelled_in_many_ways(string text, string first, string second)
    {
        var article = Split(text)[0];

        Assert.Equal(ArticleForm.Transcript, article.Form);
        Assert.Equal([first, second], article.Blocks.Take(2).Select(b => b.Speaker!.Value.In(article.Text).ToString()));
    }

    [Theory]
    [InlineData("Note: the names were changed.\n\nThe convoy left at dawn and came back at night.\n\nNote: the dates were changed too.")]
    [InlineData("Washington: the envoy met senators for an hour.\n\nThe convoy left at dawn.\n\nLondon: ministers met behind closed doors.")]
    [InlineData("Fuel: none.\n\nThe convoy left at dawn and came back at night.\n\nFood: little.")]
    public void Labels_without_evidence_open_no_turns(string text)
    {
        Assert.All(Split(text)[0].Blocks, b => Assert.Equal(BlockKind.Paragraph, b.Kind));
    }

    [Fact]
    public void An_aside_and_the_closing_note_are_not_the_speakers_words()
    {
        var blocks = Blocks("Harb: Will you sign?\n\nOkello: We will see.\n\n(Laughter.)\n\nHarb: When?\n\nOkello: Soon.\n\nThis interview has been edited for length.");

        Assert.Equal("Paragraph: (Laughter.)", blocks[2]);
        Assert.Equal("Paragraph: This interview has been edited for length.", blocks[^1]);
    }

    [Fact]
    public void A_dash_at_the_start_of_a_line_opens_speech()
    {
        Assert.Equal(
        [
            "Paragraph: Министр вышел к журналистам поздно вечером и ответил на вопросы.",
            "Dash: Мы ждем ответа, — сказал министр. — Он придет завтра.",
            "Dash: А если нет?",
            "Dash: Тогда поедем домой!",
        ],
        Blocks("Министр вышел к журналистам поздно вечером и ответил на вопросы.\n\n— Мы ждем ответа, — сказал министр. — Он придет завтра.\n\n— А если нет?\n\n— Тогда поедем домой!"));
    }

    [Theory]
    [InlineData("— We wait for the answer, — the minister said. — It comes tomorrow.", "We wait for the answer, — the minister said. — It comes tomorrow.")]
    [InlineData("– Nous attendons, – dit le ministre.", "Nous attendons, – dit le ministre.")]
    [InlineData("- «We wait for the answer! - he said.", "«We wait for the answer! - he said.")]
    [InlineData("—Esperamos la respuesta —dijo el ministro a los periodistas que estaban en la puerta.", "Esperamos la respuesta —dijo el ministro a los periodistas que estaban en la puerta.")]
    public void Dash_speech_comes_with_many_dashes(string line, string body)
    {
        Assert.Equal($"Dash: {body}", Blocks($"The hall was empty by then, as the guards had been told to clear it.\n\n{line}")[1]);
    }

    [Fact]
    public void Dashes_after_a_colon_without_speech_are_bullets()
    {
        Assert.Equal(["Paragraph: The winners of the prize are:", "ListItem<0: Lea Roth of the Alpine Times, for reporting.", "ListItem<0: Tom Okello, for pictures."],
            Blocks("The winners of the prize are:\n\n— Lea Roth of the Alpine Times, for reporting.\n\n— Tom Okello, for pictures."));
    }

    [Theory]
    [InlineData("The envoy concluded that the treaty had been dead for years:", "It died the day it was signed. Nobody meant a word of it.[6]")]
    [InlineData("A former ambassador wrote that, in his view", "It died the day it was signed. Nobody meant a word of it.")]
    [InlineData("Okello agreed with the envoy’s analysis:", "It died the day it was signed. Nobody meant a word of it. [12]")]
    [InlineData("She declared, in a piece called “The Dead Treaty,” that", "it died the day it was signed. Nobody meant a word of it.")]
    public void A_paragraph_without_marks_after_an_introduction_is_a_block_quotation(string introduction, string quotation)
    {
        var body = quotation.Split('[')[0].TrimEnd();

        Assert.Equal(["Paragraph: The war had lasted for nine years.", $"Paragraph: {introduction}", $"BlockQuotation<1: {body}", "Paragraph: Others disagree."],
            Blocks($"The war had lasted for nine years.\n\n{introduction}\n\n{quotation}\n\nOthers disagree."));
    }

    [Theory]
    [InlineData("The envoy said:", "“It died the day it was signed. Nobody meant a word of it.”")]
    [InlineData("There is one good source for this:", "The institute has counted the dead for nine years.")]
    [InlineData("The United States has many interests there:", "The institute has counted the dead for nine years.")]
    [InlineData("What the Envoy Said in Public", "The institute has counted the dead for nine years.")]
    public void Paragraphs_with_marks_or_without_a_cue_before_them_are_no_block_quotations(string before, string after)
    {
        Assert.StartsWith("Paragraph", Blocks($"The war had lasted for nine years.\n\n{before}\n\n{after}\n\nOthers disagree.")[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_set_in_from_the_margin_go_on_with_the_quotation()
    {
        Assert.Equal(["BlockQuotation<0: We were promised peace.", "BlockQuotation<0: We got a wall.", "Paragraph: Others disagree with her."],
            Blocks("The governor wrote:\n\n    We were promised peace.\n\n    We got a wall.\n\nOthers disagree with her.")[1..]);
    }

    [Fact]
    public void Angle_marks_quote()
    {
        Assert.Equal(["Paragraph: The governor answered the letter.", "BlockQuotation<0: We were promised peace."],
            Blocks("The governor answered the letter.\n\n> We were promised peace."));
    }

    [Fact]
    public void Hard_wrapped_lines_make_one_paragraph()
    {
        var text = """
            The mediators met both delegations on Tuesday and said that the talks
            would go on for as long as anybody was willing to sit at the table and
            to listen to the other side, which few of them had expected.

            A second round is planned for the spring, according to two people who
            were in the room and who asked not to be named because they had not
            been told what they were allowed to say about it.
            """;

        Assert.Equal(2, Split(text)[0].Blocks.Length);
    }

    [Fact]
    public void A_line_break_ends_a_paragraph_in_texts_with_a_paragraph_a_line()
    {
        Assert.Equal(3, Split("The mediators met both delegations.\nA second round is planned.\nNobody left the hall.")[0].Blocks.Length);
    }

    [Fact]
    public void A_stray_line_break_within_a_sentence_does_not()
    {
        Assert.Single(Split("Yet despite clear legal frameworks and many promises, compliance remains\ninconsistent. That is all.")[0].Blocks);
    }

    [Fact]
    public void Headline_byline_and_subheading_are_told_apart()
    {
        Assert.Equal(["Heading", "Byline", "Paragraph", "Heading", "Paragraph"],
            Blocks("Port Reopens After Long Siege\n\nBy Lea Roth, Alpine Times, 2/3/23\n\nThe first ships came in at dawn.\n\nWho Pays for It\n\nNobody knows that yet.").Select(b => b.Split(':')[0]));
    }

    [Fact]
    public void What_the_markup_says_is_taken_over()
    {
        var text = "the port\n\nThe first ships came in.\n\nPeople had waited for this.\n\nfirst point\n\nsecond point";
        TextSpan Of(string words) => new(text.IndexOf(words, StringComparison.Ordinal), words.Length);
        var source = Plain(text) with
        {
            Markup = [new(Of("the port"), BlockKind.Heading), new(Of("People had waited for this."), BlockKind.BlockQuotation), new(Of("first point"), BlockKind.ListItem), new(Of("second point"), BlockKind.ListItem)],
        };

        var article = Assert.Single(new ArticleSplitter().Split(default, 0, source));

        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.BlockQuotation, BlockKind.ListItem, BlockKind.ListItem], article.Blocks.Select(b => b.Kind));
    }
}
