using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Figures;

/// <summary>Reads ranks: "fourth-largest", "third most populous". Other ordinals count nothing.</summary>
internal static class RankReader
{
    private static readonly string[] s_ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly string[] s_superlatives =
        ["largest", "biggest", "highest", "lowest", "longest", "strongest", "richest", "poorest", "deadliest", "smallest", "most", "least", "fastest", "worst"];

    public static Quantity? ReadAt(ArticleWords words, int start, TokenRange sentence)
    {
        if (start + 1 >= sentence.End)
        {
            return null;
        }

        for (var n = 0; n < s_ordinals.Length; n++)
        {
            if (words.Is(start, s_ordinals[n]))
            {
                foreach (var superlative in s_superlatives)
                {
                    if (words.Is(start + 1, superlative))
                    {
                        return new Quantity { Words = new TokenRange(start, start + 2), Value = n + 2, Unit = "rank", Kind = "rank", Opening = start };
                    }
                }
            }
        }

        return null;
    }
}
