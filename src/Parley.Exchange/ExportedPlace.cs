using Parley.Ledger;
using Parley.Records;

namespace Parley.Exchange;

/// <summary>
/// An article as exports see it. Offsets count Unicode code points of the document's decoded text, or of the article's text where the
/// document has none of its own (<see cref="CountsFromArticle"/>).
/// </summary>
internal sealed class ExportedPlace(RecordedPlace place)
{
    private readonly CodePointMap _map = CodePointMap.Of(place.Article.Text);
    private readonly int _origin = place.Article.DocumentCodePointOffset ?? 0;

    public Article Article => place.Article;

    public RecordedDocument Document => place.Document;

    public RecordedPlace Recorded => place;

    public bool CountsFromArticle => place.Article.DocumentCodePointOffset is null;

    public int Start => _origin;

    public int End => _origin + _map.Length;

    public ExportedSpan At(TextSpan span) =>
        new(span.In(place.Article.Text).ToString(), _origin + _map.ToCodePoints(span.Start), _origin + _map.ToCodePoints(span.End));

    /// <summary>The run from the first piece to the last; null if there is none.</summary>
    public ExportedSpan? Around(ReadOnlySpan<TextSpan> pieces)
    {
        if (pieces.IsEmpty)
        {
            return null;
        }

        var cover = pieces[0];
        foreach (var piece in pieces[1..])
        {
            cover = cover.Cover(piece);
        }

        return At(cover);
    }
}

/// <summary>Words and where they stand, in code points, half-open.</summary>
internal readonly record struct ExportedSpan(string Text, int Start, int End);
