using Parley.Language.Model;

namespace Parley.Training.Data;

/// <summary>Reads dependency treebanks in CoNLL-U (Universal Dependencies, version 2), with GUM's names where there are any.</summary>
internal static class Treebank
{
    /// <summary>Genres of GUM whose texts have no open licence, or a non-commercial one.</summary>
    private static readonly string[] s_closed = ["whow", "fiction", "court", "essay", "letter", "podcast"];

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
                skip = s_closed.Any(g => id.StartsWith($"GUM_{g}_", StringComparison.Ordinal));
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
        var (starts, ends, ranges) = (new int[n], new int[n], new (int, int)[sentences.Count]);
        var (heads, relations, groups) = (new short[n], new byte[n], new short[n * AuxiliaryTags.Groups]);
        Array.Fill(groups, (short)-1);
        for (int i = 0, at = 0; i < n; at = ends[i++] + 1)
        {
            (starts[i], ends[i]) = (at, at + words[i][1].Length);
        }

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
            Text = string.Join(' ', words.Select(w => w[1])), Starts = starts, Ends = ends, Gold = new byte[n], Tags = groups, Spans = [],
            Sentences = ranges, Heads = heads, Relations = relations, HasLabels = false,
        };
    }
}

/// <summary>
/// Names in GUM's entity annotation: mentions of persons, places, organisations and the rest whose head is a proper noun; the name is the
/// run of proper nouns around the head.
/// </summary>
internal static class GumNames
{
    /// <summary>Begin, inside, outside for each word (see <see cref="NameTags"/>); null without annotation.</summary>
    public static short[]? Read(List<string[]> words)
    {
        if (!words.Any(w => w[9].Contains("Entity=", StringComparison.Ordinal)))
        {
            return null;
        }

        var names = new short[words.Count];
        var open = new List<(string Id, string Kind, int Start, int Head)>();
        for (var i = 0; i < words.Count; i++)
        {
            var value = words[i][9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..] ?? "";
            for (var at = 0; at < value.Length;)
            {
                if (value[at] == '(')
                {
                    var end = value.AsSpan(at + 1).IndexOfAny('(', ')');
                    end = end < 0 ? value.Length : at + 1 + end;
                    var fields = value[(at + 1)..end].Split('-');
                    var head = fields.Length > 5 && int.TryParse(fields[5].Split(',')[0], out var offset) ? offset - 1 : 0;
                    open.Add((fields[0], fields.Length > 1 ? fields[1] : "", i, i + head));
                    at = end;
                    if (at < value.Length && value[at] == ')')
                    {
                        Close(open.Count - 1);
                        at++;
                    }
                }
                else
                {
                    var end = value.IndexOf(')', at);
                    var id = end < 0 ? "" : value[at..end];
                    var index = open.FindLastIndex(o => o.Id == id);
                    if (index >= 0)
                    {
                        Close(index);
                    }

                    at = end < 0 ? value.Length : end + 1;
                }
            }

            void Close(int index)
            {
                Mark(words, names, open[index].Kind, open[index].Start, i, open[index].Head);
                open.RemoveAt(index);
            }
        }

        return names;
    }

    private static void Mark(List<string[]> words, short[] names, string kind, int first, int last, int head)
    {
        if (head > last || words[head][3] != "PROPN")
        {
            return;
        }

        var (start, end) = (head, head + 1);
        while (start > first && words[start - 1][3] == "PROPN")
        {
            start--;
        }

        while (end <= last && words[end][3] == "PROPN")
        {
            end++;
        }

        for (var i = start; i < end; i++)
        {
            names[i] = NameTags.Number(kind switch { "person" => 0, "place" => 1, "organization" => 2, _ => 3 }, i > start);
        }
    }
}

/// <summary>Kinds of name as begin, inside, outside.</summary>
internal static class NameTags
{
    /// <summary>The names of the tags by number.</summary>
    public static readonly string[] Names = ["O", "B-person", "I-person", "B-place", "I-place", "B-organisation", "I-organisation", "B-other", "I-other"];

    /// <summary>The number of the tag of a kind: 0 person, 1 place, 2 organisation, 3 other.</summary>
    public static short Number(int kind, bool inside) => (short)(1 + (2 * kind) + (inside ? 1 : 0));
}
