using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Antecedents;

/// <summary>Gives the referents of an article their sentence, paragraph and attributions, and the gender that any mention of a name tells.</summary>
internal static class ReferentPlacement
{
    /// <summary>The referents, in text order, each with its place.</summary>
    public static List<Referent> Of(List<Referent> found, AttributedArticle attributed, Cast cast)
    {
        var contents = attributed.Attributions.SelectMany((attribution, index) => attribution.Content.Select(piece => (Piece: piece, Index: index))).OrderBy(c => c.Piece).ToList();
        var sources = attributed.Attributions.SelectMany((attribution, index) => attribution.Cue.IsEmpty ? [] : attribution.Source.Select(piece => (Piece: piece, Index: index))).OrderBy(s => s.Piece).ToList();
        var taken = new HashSet<int>();
        // Any form of address tells the gender for all mentions of a name.
        var genders = found.Where(referent => referent.NameId is not null && referent.Gender != Gender.Unknown).DistinctBy(referent => referent.NameId).ToDictionary(referent => referent.NameId!, referent => referent.Gender);
        var open = new Stack<(TextSpan Piece, int Index)>();
        var placed = new List<Referent>(found.Count);
        var blocks = attributed.Article.Blocks;
        var (content, source, block, sentence) = (0, 0, 0, -1);
        foreach (var referent in found)
        {
            for (; content < contents.Count && contents[content].Piece.Start <= referent.Span.Start; content++)
            {
                Close(contents[content].Piece.Start);
                open.Push(contents[content]);
            }

            Close(referent.Span.Start);
            while (source < sources.Count && sources[source].Piece.End <= referent.Span.Start)
            {
                source++;
            }

            while (block + 1 < blocks.Length && blocks[block + 1].Span.Start <= referent.Span.Start)
            {
                block++;
            }

            // The first of the source's referents that is not there to possess another.
            var sourceOf = source < sources.Count && sources[source].Piece.Contains(referent.Head) && (referent.Role != GrammaticalRole.Possessor || sources[source].Piece.Length <= referent.Span.Length + 2) && taken.Add(sources[source].Index) ? sources[source].Index : -1;
            var own = cast.SentenceAt(referent.Span.Start);
            placed.Add(referent with { Gender = referent.NameId is { } id ? genders.GetValueOrDefault(id) : referent.Gender, Sentence = own, Paragraph = block, OpensSentence = own != sentence, SourceOf = sourceOf, Inside = open.Count > 0 ? open.Peek().Index : -1 });
            sentence = own;
        }

        return placed;

        void Close(int at)
        {
            while (open.Count > 0 && open.Peek().Piece.End <= at)
            {
                open.Pop();
            }
        }
    }
}
