using System.Buffers;
using System.Text;

namespace Parley.Casualties.Linkage;

/// <summary>
/// Folds places, units and addresses: words as name skeletons, numbers kept, without the words that only say what kind of place it is.
/// </summary>
internal static class TextSkeleton
{
    private static readonly SearchValues<string> NoEvidence = SearchValues.Create(
        ["г", "гор", "город", "обл", "область", "області", "область", "край", "респ", "республика", "р-н", "район", "с", "село", "пос", "д", "oblast", "krai", "kray", "region", "respublika", "republic", "city"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The skeleton of <paramref name="text"/>.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().SplitAny(" \t,;()\"«»/"))
        {
            var word = text.AsSpan()[range].Trim("-.'’");
            if (word.IsEmpty || (NoEvidence.Contains(word.ToString()) && range.End.Value - range.Start.Value < text.Length))
            {
                continue;
            }

            foreach (var c in word)
            {
                if (char.IsAsciiDigit(c))
                {
                    folded.Append(c);
                }
            }

            folded.Append(NameFold.Fold(word));
        }

        return folded.ToString();
    }
}
