using System.Text;
using Parley.Language;

namespace Parley.Training.Data;

/// <summary>Given tokens laid out as a text, as the language model wants them.</summary>
internal sealed record TokenLayout(string Text, TokenTable Tokens, TokenRange[] Paragraphs)
{
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
