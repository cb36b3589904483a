using System.Text.Json;
using Parley.Records;
using Parley.Training.Data;

namespace Parley.Training.Speakers;

/// <summary>Reads news articles with the coreference that CoreNLP gave them: machine output, errors included.</summary>
internal static class SilverMentions
{
    /// <summary>The articles of a part of the corpus.</summary>
    /// <param name="folder">Folder with polnear-docs-PART.jsonl.gz and corenlp-PART.conll.xz.</param>
    /// <param name="part">train or dev.</param>
    public static List<MarkedText> Read(string folder, string part)
    {
        var texts = new Dictionary<string, (string Text, string? Published)>();
        foreach (var line in AttributionCorpus.Lines(Path.Combine(folder, $"polnear-docs-{part}.jsonl.gz")))
        {
            using var json = JsonDocument.Parse(line);
            texts[json.RootElement.GetProperty("id").GetString()!] = (json.RootElement.GetProperty("text").GetString()!, json.RootElement.GetProperty("published").GetString());
        }

        var articles = new List<MarkedText>();
        var (id, sentence) = ("", new List<string[]>());
        List<GoldMention> mentions = [];
        HashSet<int> persons = [];
        int[] units = [];
        void Close()
        {
            if (texts.TryGetValue(id, out var article))
            {
                var (text, published) = article;
                articles.Add(new MarkedText(id, "news", true, published, text, Paragraphs(text), [.. mentions.Select(m => m with { IsPerson = persons.Contains(m.Entity) })]));
            }

            mentions = [];
            persons = [];
        }

        foreach (var line in AttributionCorpus.Lines(Path.Combine(folder, $"corenlp-{part}.conll.xz")))
        {
            if (line.StartsWith("# doc = ", StringComparison.Ordinal))
            {
                Close();
                id = line[8..];
                units = CodePoints.Units(texts.GetValueOrDefault(id).Text ?? "");
            }
            else if (line.Length > 0)
            {
                sentence.Add(line.Split('\t'));
            }
            else if (sentence.Count > 0)
            {
                if (texts.ContainsKey(id))
                {
                    ReadSentence(sentence, units, mentions, persons);
                }

                sentence = [];
            }
        }

        Close();
        return articles;
    }

    private static void ReadSentence(List<string[]> words, int[] units, List<GoldMention> mentions, HashSet<int> persons)
    {
        var open = new List<(int Entity, int Word)>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var mark in words[i][9].Split('|'))
            {
                if (mark == "_")
                {
                    continue;
                }

                var entity = int.Parse(mark.AsSpan().Trim("()"));
                if (mark[0] == '(')
                {
                    open.Add((entity, i));
                }

                if (mark[^1] == ')' && open.FindLastIndex(o => o.Entity == entity) is >= 0 and var index)
                {
                    Add(words, units, entity, open[index].Word, i, mentions, persons);
                    open.RemoveAt(index);
                }
            }
        }
    }

    private static void Add(List<string[]> words, int[] units, int entity, int first, int last, List<GoldMention> mentions, HashSet<int> persons)
    {
        var head = Enumerable.Range(first, last - first + 1).FirstOrDefault(w => int.Parse(words[w][5]) is var h && (h - 1 < first || h - 1 > last), last);
        var (tag, lemma) = (words[head][3], words[head][2].ToLowerInvariant());
        var form = tag switch
        {
            "NNP" or "NNPS" => MentionForm.Name,
            "NN" or "NNS" => MentionForm.Nominal,
            "PRP" or "PRP$" when lemma is "he" or "she" or "it" or "they" or "himself" or "herself" or "itself" or "themselves" or "his" or "her" or "its" or "their" or "theirs" or "hers" => MentionForm.Pronoun,
            _ => MentionForm.Other,
        };
        if (words[head][4] == "PERSON" || (form == MentionForm.Pronoun && lemma is "he" or "she" or "himself" or "herself") || (tag is "PRP" or "PRP$" && lemma is "I" or "i" or "we" or "you"))
        {
            persons.Add(entity);
        }

        mentions.Add(new GoldMention(Span(first).Cover(Span(last)), Span(head), entity, false, form, words[head][6] == "appos"));

        TextSpan Span(int word) => TextSpan.FromBounds(units[int.Parse(words[word][7])], units[int.Parse(words[word][8])]);
    }

    private static List<TextSpan> Paragraphs(string text)
    {
        var paragraphs = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                paragraphs.Add(TextSpan.FromBounds(from, to));
            }

            start = end + 2;
        }

        return paragraphs;
    }
}
