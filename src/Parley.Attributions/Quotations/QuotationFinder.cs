using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Attributions;

/// <summary>
/// Pairs quotation marks. It works block by block, so that an unbalanced mark never runs away over the text: only a paragraph that
/// opens a quotation without closing it, and is followed by one that reopens or closes it, hands the quotation on.
/// </summary>
internal sealed class QuotationFinder
{
    private const int MaxDepth = 8;
    private const int MarksAhead = 16;

    private readonly ParsedArticle _article;
    private readonly List<Quotation> _found = [];
    private readonly List<Pending> _open = [];

    private QuotationFinder(ParsedArticle article) => _article = article;

    // A quotation whose closing mark has not been met; Slot is its place in _found.
    private readonly record struct Pending(int Slot, MarkFamily Family);

    /// <summary>Finds the quotations of an article.</summary>
    public static QuotationStructure Find(ParsedArticle article)
    {
        var finder = new QuotationFinder(article);
        finder.Run();
        return new QuotationStructure(article, Settle(finder._found));
    }

    private void Run()
    {
        var blocks = BlockRanges();
        var marks = blocks.ConvertAll(MarksOf);
        var continued = -1;
        for (var b = 0; b < blocks.Count; b++)
        {
            var handedOn = continued;
            continued = -1;
            PairMarks(blocks[b], marks[b], handedOn);
            for (var k = _open.Count - 1; k >= 0; k--)
            {
                var pending = _open[k];
                var goesOn = k == 0 && pending.Family != MarkFamily.Single && b + 1 < blocks.Count && TakesUp(blocks[b + 1], marks[b + 1], pending.Family);
                EndUnclosed(pending, blocks[b], goesOn);
                if (goesOn)
                {
                    continued = pending.Slot;
                }
            }

            _open.Clear();
        }
    }

    private void PairMarks(TokenRange block, List<QuotationMark> marks, int handedOn)
    {
        for (var m = 0; m < marks.Count; m++)
        {
            var mark = marks[m];
            var innermost = _open.FindLastIndex(p => p.Family == mark.Family);
            if (mark.CanClose && innermost >= 0 && !IsPossessive(block, mark, marks, m))
            {
                Close(innermost, mark.Token);
            }
            else if (mark.CanOpen && (innermost < 0 || mark.Family == MarkFamily.Single || IsNested(marks, m)))
            {
                Open(mark, handedOn >= 0 && mark.Token == block.Start ? handedOn : -1);
            }
            else if (mark.CanOpen)
            {
                // A second opening mark: the first quotation lost its closing one.
                EndUnclosedBefore(innermost, mark.Token);
                Open(mark, -1);
            }
            else if (handedOn >= 0 && mark.Family != MarkFamily.Single && m == 0)
            {
                _found.Add(Quote(new TokenRange(block.Start, mark.Token + 1), opened: false, closed: true, -1, handedOn));
            }
        }
    }

    private void Open(QuotationMark mark, int continues)
    {
        if (_open.Count == MaxDepth)
        {
            return;
        }

        _open.Add(new Pending(_found.Count, mark.Family));
        _found.Add(new Quotation(new TokenRange(mark.Token, mark.Token + 1), true, false, -1, continues, false));
    }

    private void Close(int pending, int closingToken)
    {
        // What was opened inside and not closed was an apostrophe or a stray mark.
        for (var k = _open.Count - 1; k > pending; k--)
        {
            _found[_open[k].Slot] = default;
        }

        var slot = _open[pending].Slot;
        _found[slot] = Quote(new TokenRange(_found[slot].Tokens.Start, closingToken + 1), true, true, -1, _found[slot].Continues);
        _open.RemoveRange(pending, _open.Count - pending);
    }

    // An unclosed quotation that began a sentence takes the rest of its paragraph, another one the rest of its sentence.
    private void EndUnclosed(Pending pending, TokenRange block, bool goesOn)
    {
        var start = _found[pending.Slot].Tokens.Start;
        if (pending.Family == MarkFamily.Single)
        {
            _found[pending.Slot] = default;
            return;
        }

        var sentence = SentenceOf(start);
        var end = goesOn || start == sentence.Start ? block.End : sentence.End;
        _found[pending.Slot] = Quote(new TokenRange(start, end), true, false, -1, _found[pending.Slot].Continues);
    }

    private void EndUnclosedBefore(int pending, int token)
    {
        for (var k = _open.Count - 1; k >= pending; k--)
        {
            var slot = _open[k].Slot;
            var start = _found[slot].Tokens.Start;
            _found[slot] = _open[k].Family == MarkFamily.Single || token - start < 2
                ? default
                : Quote(new TokenRange(start, Math.Min(token, SentenceOf(start).End)), true, false, -1, _found[slot].Continues);
        }

        _open.RemoveRange(pending, _open.Count - pending);
    }

    private Quotation Quote(TokenRange tokens, bool opened, bool closed, int parent, int continues) =>
        new(tokens, opened, closed, parent, continues, SpeechTest.ReadsLikeSpeech(_article, new TokenRange(tokens.Start + (opened ? 1 : 0), tokens.End - (closed ? 1 : 0))));

    // The next block takes up an open quotation if it reopens it, or closes it before it opens another.
    private static bool TakesUp(TokenRange block, List<QuotationMark> marks, MarkFamily family)
    {
        var first = marks.FindIndex(m => m.Family == family);
        return first >= 0 && ((marks[first].CanOpen && marks[first].Token == block.Start) || (marks[first].CanClose && !marks[first].CanOpen));
    }

    // "“ ... “ ... ” ... ”": the next two marks of the family both close.
    private static bool IsNested(List<QuotationMark> marks, int m)
    {
        var closers = 0;
        for (var k = m + 1; k < Math.Min(marks.Count, m + MarksAhead) && closers < 2; k++)
        {
            if (marks[k].Family != marks[m].Family)
            {
                continue;
            }

            if (marks[k].CanOpen)
            {
                return false;
            }

            closers++;
        }

        return closers == 2;
    }

    // "workers’ rights": after an s, before a word, and a better closing mark follows.
    private bool IsPossessive(TokenRange block, QuotationMark mark, List<QuotationMark> marks, int m)
    {
        if (mark.Family != MarkFamily.Single || mark.Token + 1 >= block.End
            || _article.Word(mark.Token - 1)[^1] is not ('s' or 'S') || !char.IsLetter(_article.Word(mark.Token + 1)[0]))
        {
            return false;
        }

        var next = marks.FindIndex(m + 1, Math.Min(marks.Count - m - 1, 4), k => k.Family == MarkFamily.Single);
        return next >= 0 && marks[next].CanClose && !marks[next].CanOpen;
    }

    private List<QuotationMark> MarksOf(TokenRange block)
    {
        var marks = new List<QuotationMark>();
        for (var i = block.Start; i < block.End; i++)
        {
            if (QuotationMark.TryRead(_article, block, i, out var mark))
            {
                marks.Add(mark);
            }
        }

        return marks;
    }

    // The words of each block that has sentences; markers such as "1." or "Name:" are left out.
    private List<TokenRange> BlockRanges()
    {
        var ranges = new List<TokenRange>();
        for (var s = 0; s < _article.Sentences.Length;)
        {
            var block = _article.SentenceBlocks[s];
            while (s < _article.Sentences.Length && _article.SentenceBlocks[s] == block)
            {
                s++;
            }

            ranges.Add(_article.Tokens.Within(_article.Article.Blocks[block].Body));
        }

        return ranges;
    }

    private TokenRange SentenceOf(int token) => _article.Sentences[_article.SentenceAt(token)];

    // Drops what turned out to be no quotation, and sets parents.
    private static ImmutableArray<Quotation> Settle(List<Quotation> found)
    {
        var kept = ImmutableArray.CreateBuilder<Quotation>(found.Count);
        var place = new int[found.Count];
        var around = new Stack<int>();
        for (var f = 0; f < found.Count; f++)
        {
            place[f] = -1;
            var quotation = found[f];
            if (quotation.Tokens.IsEmpty)
            {
                continue;
            }

            while (around.TryPeek(out var top) && kept[top].Tokens.End <= quotation.Tokens.Start)
            {
                around.Pop();
            }

            place[f] = kept.Count;
            around.TryPeek(out var parent);
            kept.Add(quotation with
            {
                Parent = around.Count > 0 ? parent : -1,
                Continues = quotation.Continues >= 0 ? place[quotation.Continues] : -1,
            });
            around.Push(place[f]);
        }

        return kept.ToImmutable();
    }
}
