using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Learning;

/// <summary>
/// Agreement of trees and tags with a treebank, given its tokens and (for trees) sentences, in percent: UAS and LAS as in the CoNLL 2018 shared task
/// (relations without subtypes), and LAS with subtypes.
/// </summary>
internal sealed class SyntaxEvaluation
{
    private readonly Ratio[] _tags = [.. Enumerable.Range(0, AuxiliaryTags.Groups).Select(_ => new Ratio())];
    private readonly Ratio _unlabelled = new();
    private readonly Ratio _labelled = new();
    private readonly Ratio _exact = new();
    private (int Hit, int Gold, int Found) _names;
    private (int Hit, int Gold, int Found) _sentences;

    public double Uas => _unlabelled.Percent;

    public double Las => _labelled.Percent;

    public static SyntaxEvaluation Of(Pass pass, Network network, IReadOnlyList<ArticleParagraphs> articles, int longest)
    {
        var result = new SyntaxEvaluation();
        var universal = network.TagNames[^1].Select(n => n.Split(':')[0]).ToArray();
        foreach (var chunks in Reading.Run(pass, articles, longest))
        {
            foreach (var tree in pass.ReadTrees(chunks))
            {
                for (var i = 0; i < tree.Heads.Length; i++)
                {
                    var gold = tree.Paragraph.Heads[tree.Start + i];
                    var right = (gold < 0 ? -1 : gold - tree.Start) == tree.Heads[i];
                    var (own, other) = (tree.Relations[i], tree.Paragraph.Relations[tree.Start + i]);
                    result._unlabelled.Add(right);
                    result._labelled.Add(right && own < universal.Length && universal[own] == universal[other]);
                    result._exact.Add(right && own == other);
                }
            }

            for (var s = 0; s < chunks.Length; s++)
            {
                result.CountTags(pass, chunks[s], s);
            }
        }

        return result;
    }

    public override string ToString() =>
        $"UAS {Uas:F2} LAS {Las:F2} with subtypes {_exact.Percent:F2} XPOS {_tags[0].Percent:F2} UPOS {_tags[2].Percent:F2} lemma {_tags[3].Percent:F2} sentences F1 {F1(_sentences):F2}"
        + (_names.Gold > 0 ? $" names F1 {F1(_names):F2}" : "");

    private static double F1((int Hit, int Gold, int Found) counts) => 200.0 * counts.Hit / Math.Max(1, counts.Gold + counts.Found);

    private void CountTags(Pass pass, Chunk chunk, int sequence)
    {
        var at = 0;
        for (var p = 0; p < chunk.Count; p++)
        {
            var paragraph = chunk.Article.Paragraphs[chunk.First + p];
            var found = new short[paragraph.Count * AuxiliaryTags.Groups];
            for (var i = 0; i < paragraph.Count; i++)
            {
                for (var g = 0; g < AuxiliaryTags.Groups; g++)
                {
                    var tag = found[(i * AuxiliaryTags.Groups) + g] = (short)pass.ReadTag(sequence, at + i, g);
                    var gold = paragraph.Tags[(i * AuxiliaryTags.Groups) + g];
                    if (gold >= 0)
                    {
                        _tags[g].Add(tag == gold);
                    }
                }
            }

            if (paragraph.Tags.Length > 0 && paragraph.Tags[1] >= 0)
            {
                Count(ref _names, Names(paragraph.Tags, paragraph.Count), Names(found, paragraph.Count));
            }

            Count(ref _sentences, Sentences(paragraph.Tags, paragraph.Count), Sentences(found, paragraph.Count));
            at += paragraph.Count + 1;
        }
    }

    private static void Count<T>(ref (int Hit, int Gold, int Found) counts, HashSet<T> gold, HashSet<T> found) =>
        counts = (counts.Hit + found.Count(gold.Contains), counts.Gold + gold.Count, counts.Found + found.Count);

    private static HashSet<(int, int, int)> Names(short[] tags, int count)
    {
        var names = new HashSet<(int, int, int)>();
        for (var i = 0; i < count;)
        {
            var kind = (tags[(i * AuxiliaryTags.Groups) + 1] + 1) / 2;
            var end = i + 1;
            while (kind > 0 && end < count && tags[(end * AuxiliaryTags.Groups) + 1] == 2 * kind)
            {
                end++;
            }

            if (kind > 0)
            {
                names.Add((kind, i, end));
            }

            i = end;
        }

        return names;
    }

    private static HashSet<(int, int)> Sentences(short[] tags, int count)
    {
        var sentences = new HashSet<(int, int)>();
        for (int i = 1, start = 0; i <= count; i++)
        {
            if (i == count || tags[((i + 1) * AuxiliaryTags.Groups) - 1] == 1)
            {
                sentences.Add((start, i));
                start = i;
            }
        }

        return sentences;
    }

    private sealed class Ratio
    {
        private int _right;
        private int _all;

        public double Percent => 100.0 * _right / Math.Max(1, _all);

        public void Add(bool right) => (_right, _all) = (_right + (right ? 1 : 0), _all + 1);
    }
}
