using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>What a paragraph may be, judged by itself.</summary>
[Flags]
internal enum Traits
{
    None = 0,

    /// <summary>***, ---, ### and the like.</summary>
    Separator = 1,

    /// <summary>Button, note or menu.</summary>
    Boilerplate = 2,

    /// <summary>Author, outlet or date and nothing else.</summary>
    Meta = 4,

    /// <summary>May be a headline.</summary>
    Heading = 8,

    /// <summary>Leads to the full report elsewhere.</summary>
    FullReport = 16,

    /// <summary>Nothing but an organisation's name, or "About X".</summary>
    Organisation = 32,
}

/// <summary>A text cut into paragraphs, each judged by itself.</summary>
internal sealed class Page
{
    private readonly Dictionary<int, Byline> _bylines = [];
    private readonly Traits[] _traits;

    public Page(SourceText source)
    {
        Text = source.Text;
        Paragraphs = ParagraphScanner.Scan(Text);
        _traits = new Traits[Paragraphs.Count];
        var order = DateOrder();
        for (var i = 0; i < Paragraphs.Count; i++)
        {
            _traits[i] = Judge(i, order);
        }

        MarkHeadlineLists();
        foreach (var (span, kind) in source.Markup)
        {
            if (kind == BlockKind.Heading && At(span.Start) is var i and >= 0 && Paragraphs[i].Span.Contains(span) && (_traits[i] & (Traits.Meta | Traits.Boilerplate)) == 0)
            {
                _traits[i] |= Traits.Heading;
            }
            else if (kind == BlockKind.Boilerplate && At(span.Start) is var b and >= 0)
            {
                _traits[b] = Traits.Boilerplate;
            }
        }
    }

    public string Text { get; }

    public List<Paragraph> Paragraphs { get; }

    public int Count => Paragraphs.Count;

    public ReadOnlySpan<char> Words(int i) => Paragraphs[i].In(Text);

    public bool Is(int i, Traits traits) => i >= 0 && i < Count && (_traits[i] & traits) != 0;

    public Byline Byline(int i) => _bylines.GetValueOrDefault(i);

    /// <summary>True for running text: long, or ending as a sentence does.</summary>
    public bool IsBody(int i) => i >= 0 && i < Count && (_traits[i] & (Traits.Separator | Traits.Boilerplate | Traits.Meta | Traits.Heading)) == 0;

    /// <summary>The paragraph that holds <paramref name="offset"/>, or -1.</summary>
    public int At(int offset)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (offset < Paragraphs[middle].Start)
            {
                high = middle - 1;
            }
            else if (offset >= Paragraphs[middle].End)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    private Traits Judge(int i, DayMonthOrder order)
    {
        var words = Words(i);
        if (words.Length > 300)
        {
            return Traits.None;
        }

        if (IsSeparator(words))
        {
            return Traits.Separator;
        }

        if (BoilerplateText.IsBoilerplate(words))
        {
            return Traits.Boilerplate;
        }

        if (BylineText.TryParse(words, order, out var byline))
        {
            _bylines.Add(i, byline);
            return Traits.Meta;
        }

        var traits = BoilerplateText.LeadsToFullReport(words) ? Traits.FullReport : HeadingText.MayHead(words) && !IsQuestionOfATurn(words) ? Traits.Heading : Traits.None;
        return BlurbText.IsOrganisationHeading(words) ? traits | Traits.Organisation : traits;
    }

    private static bool IsQuestionOfATurn(ReadOnlySpan<char> words) =>
        words[^1] is '?' or '!' or '？' && TranscriptSpeakers.TryReadLabel(words, out _) && !HeadingText.IsTitleCase(words);

    private DayMonthOrder DateOrder()
    {
        int dayFirst = 0, monthFirst = 0;
        for (var i = 0; i < Count; i++)
        {
            var found = Paragraphs[i].Length <= 200 ? DateText.OrderIn(Words(i)) : null;
            dayFirst += found == DayMonthOrder.DayFirst ? 1 : 0;
            monthFirst += found == DayMonthOrder.MonthFirst ? 1 : 0;
        }

        return dayFirst > monthFirst ? DayMonthOrder.DayFirst : DayMonthOrder.MonthFirst;
    }

    /// <summary>Under "Related articles" the headlines of other pages follow, up to the first running text.</summary>
    private void MarkHeadlineLists()
    {
        for (var i = 0; i < Count; i++)
        {
            if (!BoilerplateText.OpensHeadlineList(Words(i)))
            {
                continue;
            }

            var at = i + 1;
            while (at < Count && at - i <= 15 && Paragraphs[at].Length <= 200 && (Is(at, Traits.Heading | Traits.Boilerplate) || IsListedHeadline(Words(at))) && !Is(at + 1, Traits.Meta))
            {
                at++;
            }

            // A heading right before running text belongs to that text.
            if (at < Count && at > i + 1 && IsBody(at) && Paragraphs[at].Length > 200)
            {
                at--;
            }

            if (at > i + 1 || i + 1 == Count)
            {
                _traits.AsSpan(i..at).Fill(Traits.Boilerplate);
            }

            i = Math.Max(i, at - 1);
        }
    }

    private static bool IsListedHeadline(ReadOnlySpan<char> words) => ListMarker.TryRead(words, out var marker) && HeadingText.MayHead(words[marker.Length..]);

    private static bool IsSeparator(ReadOnlySpan<char> words)
    {
        var marks = 0;
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
            {
                return false;
            }

            marks += c is '*' or '-' or '_' or '#' or '=' or '~' or '—' or '–' or '•' or '⁂' or '─' or '━' or '+' or '·' or '◆' or '■' or '●' ? 1 : 0;
        }

        return marks > 0 && (marks >= 3 || words[0] is '⁂' or '—' or '◆' or '■' or '●' or '*' or '#');
    }
}
