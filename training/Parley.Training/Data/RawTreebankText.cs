using System.Collections.Immutable;
using System.Text;
using Parley.Records;

namespace Parley.Training.Data;

/// <summary>The text of a treebank's document as it was before it was cut into words and sentences: blanks where the treebank notes them, paragraphs apart.</summary>
/// <param name="Text">The text.</param>
/// <param name="Blocks">Its paragraphs.</param>
internal sealed record RawTreebankText(string Text, ImmutableArray<Block> Blocks)
{
    /// <summary>Puts the text of a document together from its lines of CoNLL-U.</summary>
    public static RawTreebankText Of(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        var (lastOfRange, blankAfterRange) = (0, true);
        foreach (var line in lines)
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_", StringComparison.Ordinal))
            {
                EndBlock();
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                var cells = line.Split('\t');
                var blank = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                if (cells[0].Split('-') is [_, var last])
                {
                    (lastOfRange, blankAfterRange) = (int.Parse(last), blank);
                }
                else if (int.TryParse(cells[0], out var number))
                {
                    text.Append(cells[1]);
                    if (number < lastOfRange ? false : number == lastOfRange ? blankAfterRange : blank)
                    {
                        text.Append(' ');
                    }
                }
            }
            else if (line.Length == 0)
            {
                lastOfRange = 0;
            }
        }

        EndBlock();
        return new RawTreebankText(text.ToString(), blocks.ToImmutable());

        void EndBlock()
        {
            var end = text.Length;
            while (end > start && text[end - 1] == ' ')
            {
                end--;
            }

            if (end > start)
            {
                var span = TextSpan.FromBounds(start, end);
                blocks.Add(new Block { Span = span, Body = span, Kind = BlockKind.Paragraph });
                text.Append("\n\n");
            }

            start = text.Length;
        }
    }
}
