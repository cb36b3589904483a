using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Whom or what a figure counts, as a set of content words, some of them names.</summary>
internal sealed record Population(ImmutableHashSet<string> Words, ImmutableHashSet<string> Names)
{
    private const double Agreement = 0.5;
    private const double AgreementOfDiffering = 2.0 / 3;

    private static readonly ImmutableHashSet<string> Anybody =
        [.. ContentWords.Of("people persons men women lives deaths total number numbers figure figures first second third fourth quarter half year years month months week weeks period same start beginning January February March April May June July August September October November December")];

    // How the dead were found, and how they died, does not tell whose they are.
    private static readonly ImmutableHashSet<string> HowCounted =
        [.. ContentWords.Of("confirmed names name list listed documented verified identified registered recorded estimated combat action battlefield")];

    // Of "the Defence Ministry of Norland" only Norland has soldiers.
    private static readonly ImmutableHashSet<string> Offices =
        [.. ContentWords.Of("ministry defence defense foreign interior government presidency president office staff general army armed forces department command navy service")];

    private static readonly ImmutableHashSet<string> Suffering = ["suffer", "suffered", "suffers", "suffering", "lost", "loses", "lose", "losses", "sustained", "sustains"];

    /// <summary>
    /// The population of a figure. The words of its measure ("killed"), words for anybody and for how it was counted say nothing about whom it
    /// counts. A share, or a loss that is suffered, of which nothing is said is of the only state that its sentence names.
    /// </summary>
    public static Population Of(ReportedFigure figure)
    {
        var own = figure.CountedWords;
        var words = figure.IsOfClaimant ? own[own.IndexOf(' ', StringComparison.Ordinal)..] : own;
        ImmutableHashSet<string> claimant = figure.IsOfClaimant ? [.. ContentWords.NamesOf(figure.Claimant!).Except(Offices).Select(State)] : [];
        ImmutableHashSet<string> counted =
            [.. ContentWords.Of(words).Where(w => !char.IsAsciiDigit(w[0])).Except(Anybody).Except(HowCounted).Except(ContentWords.Of(figure.Figure.Measure)).Select(State), .. claimant];
        return counted.IsEmpty && OnlyState(figure) is { } state
            ? new Population([state], [state])
            : new Population(counted, [.. ContentWords.NamesOf(words).Select(State).Intersect(counted), .. claimant]);
    }

    /// <summary>Karsian is of Karsia: the one ending by which most lands that no table knows are turned into an adjective.</summary>
    private static string State(string word) => word.Length > 5 && word.EndsWith("ian", StringComparison.Ordinal) ? word[..^1] : word;

    private static string? OnlyState(ReportedFigure figure)
    {
        var words = ContentWords.Words(SentenceOf(figure)).ToList();
        if (figure.Figure.Unit != "percent" && !words.Exists(Suffering.Contains))
        {
            return null;
        }

        var states = words.Where(Wordings.NamesState).SelectMany(ContentWords.Of).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return states.Count == 1 ? states[0] : null;
    }

    private static string SentenceOf(ReportedFigure figure)
    {
        var text = figure.Article.Text;
        var (start, end) = (figure.Figure.Span.Start, Math.Min(figure.Figure.Span.End, text.Length));
        while (start > 0 && !IsEnd(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && !IsEnd(text, end))
        {
            end++;
        }

        return text[start..end];
    }

    private static bool IsEnd(string text, int i) => text[i] == '\n' || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));

    /// <summary>True if the figure says whom or what it counts.</summary>
    public bool IsStated => !Words.IsEmpty;

    /// <summary>
    /// True when at least half of the words of the longer are in the other, two thirds if each has words of its own ("civilians in Dorva",
    /// "soldiers in Dorva"), and no name stands against another name; a figure that does not say whom it counts agrees only with another such.
    /// </summary>
    public bool Agrees(Population other)
    {
        if (Words.IsEmpty || other.Words.IsEmpty)
        {
            return Words.IsEmpty && other.Words.IsEmpty;
        }

        var shared = Words.Intersect(other.Words).Count;
        var needed = shared < Words.Count && shared < other.Words.Count ? AgreementOfDiffering : Agreement;
        return shared >= needed * Math.Max(Words.Count, other.Words.Count) &&
            (Names.Except(other.Words).IsEmpty || other.Names.Except(Words).IsEmpty);
    }
}
