using Parley.Language.Model;

namespace Parley.Training.Data;

/// <summary>Reads dependency treebanks in CoNLL-U (Universal Dependencies, version 2), with GUM's names where there are any.</summary>
internal static class Treebank
{
    /// <summary>Genres of GUM whose texts have no open licence, or a non-commercial one.</summary>
    private static readonly string[] s_closed = ["whow", "fiction", "court", "essay", "letter", "podcast"];

    /// <summary>Whether a document may be learned from for what ships.</summary>
    public static bool IsOpen(string id) => !s_closed.Any(genre => id.StartsWith($"GUM_{genre}_", StringComparison.Ordinal));

    /// <summary>A paragraph is ended, between sentences, when it has this many words.</summary>
    private const int LongestParagraph = 200;

    /// <summary>The documents of a treebank.</summary>
    /// <param name="path">CoNLL-U, plain, gzip or xz.</param>
    /// <param name="tags">Numbers the tags.</param>
    /// <param name="openOnly">Leaves out the documents whose licence is not open.</param>
    public static List<ArticleParagraphs> Read(string path, TagSets tags, bool openOnly)
    {
        var articles = new List<ArticleParagraphs>();
        List<Paragraph> paragraphs = [];
        List<List<string[]>> sentences = [];
        var (id, sentence, skip) = ("", new List<string[]>(), false);
        void EndParagraph()
        {
            if (sentences.Count > 0)
            {
                paragraphs.Add(Make(sentences, tags));
                sentences = [];
            }
        }

        void EndArticle()
        {
            EndParagraph();
            if (paragraphs.Count > 0 && !(openOnly && skip))
            {
                articles.Add(new ArticleParagraphs(id, [.. paragraphs]));
            }

            paragraphs = [];
        }

        foreach (var line in AttributionCorpus.Lines(path))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                EndArticle();
                id = line[14..];
                skip = !IsOpen(id);
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_", StringComparison.Ordinal))
            {
                EndParagraph();
            }
            else if (line.Length == 0 && sentence.Count > 0)
            {
                sentences.Add(sentence);
                sentence = [];
                if (sentences.Sum(s => s.Count) >= LongestParagraph)
                {
                    EndParagraph();
                }
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                var cells = line.Split('\t');
                if (!cells[0].AsSpan().ContainsAny('-', '.'))
                {
                    sentence.Add(cells);
                }
            }
        }

        if (sentence.Count > 0)
        {
            sentences.Add(sentence);
        }

        EndArticle();
        return articles;
    }

    /// <summary>Numbers the rules for lemmas, the most frequent first.</summary>
    public static void CountLemmas(IEnumerable<string> paths, TagSets tags)
    {
        var counts = new Dictionary<string, int>();
        foreach (var cells in paths.SelectMany(AttributionCorpus.Lines).Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])).Select(l => l.Split('\t')))
        {
            var rule = LemmaRule.Find(cells[1], cells[2]);
            counts[rule] = counts.GetValueOrDefault(rule) + 1;
        }

        foreach (var rule in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key))
        {
            _ = tags.Lemma.Find(rule);
        }
    }

    private static Paragraph Make(List<List<string[]>> sentences, TagSets tags)
    {
        var words = sentences.SelectMany(s => s).ToList();
        var n = words.Count;
        string[] forms = [.. words.Select(w => w[1])];
        var (starts, ends) = TokenLayout.Places(forms);
        var ranges = new (int, int)[sentences.Count];
        var (heads, relations, groups) = (new short[n], new byte[n], new short[n * AuxiliaryTags.Groups]);
        Array.Fill(groups, (short)-1);
        var names = GumNames.Read(words);
        for (int s = 0, first = 0; s < sentences.Count; first += sentences[s++].Count)
        {
            ranges[s] = (first, first + sentences[s].Count);
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var cells = sentences[s][i];
                var head = int.Parse(cells[6]);
                heads[first + i] = (short)(head == 0 ? -1 : first + head - 1);
                relations[first + i] = (byte)tags.Relation.Find(cells[7]);
                var own = groups.AsSpan((first + i) * AuxiliaryTags.Groups, AuxiliaryTags.Groups);
                own[0] = (short)tags.PartOfSpeech.Find(cells[4]);
                own[1] = names is null ? (short)-1 : names[first + i];
                own[2] = (short)tags.Universal.Find(cells[3]);
                own[3] = (short)tags.Lemma.Find(LemmaRule.Find(cells[1], cells[2]));
                own[4] = (short)(i == 0 ? 1 : 0);
            }
        }

        return new Paragraph
        {
            Text = string.Join(' ', forms), Starts = starts, Ends = ends, Gold = new byte[n], Tags = groups, Spans = [],
            Sentences = ranges, Heads = heads, Relations = relations, HasLabels = false,
        };
    }
}
