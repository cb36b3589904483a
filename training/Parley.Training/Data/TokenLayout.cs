using System.Text;
using Parley.Language;

namespace Parley.Training.Data;

/// <summary>Given tokens laid out as a text, as the language model wants them.</summary>
internal sealed record TokenLayout(string Text, TokenTable Tokens, TokenRange[] Paragraphs)
{
    /// <summary>Where words start and end when they are written one after the other with a blank between.</summary>
    public static (int[] Starts, int[] Ends) Places(IReadOnlyList<string> words)
    {
        var (starts, ends) = (new int[words.Count], new int[words.Count]);
        for (int i = 0, at = 0; i < words.Count; at = ends[i++] + 1)
        {
            (starts[i], ends[i]) = (at, at + words[i].Length);
        }

        return (starts, ends);
    }

    /// <summary>Paragraphs one after the other.</summary>
    public static TokenLayout Of(IReadOnlyList<Paragraph> paragraphs)
    {
        var text = new StringBuilder();
        List<int> starts = [], ends = [];
        var ranges = new TokenRange[paragraphs.Count];
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var paragraph = paragraphs[p];
            ranges[p] = new TokenRange(starts.Count, starts.Count + paragraph.Count);
            starts.AddRange(paragraph.Starts.Select(s => s + text.Length));
            ends.AddRange(paragraph.Ends.Select(e => e + text.Length));
            text.Append(paragraph.Text).Append("\n\n");
        }

        return new TokenLayout(text.ToString(), new TokenTable([.. starts], [.. ends]), ranges);
    }
}
