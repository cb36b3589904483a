using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Puts a statement into a sentence: who, what he did, when, the words, and by which way they came.</summary>
internal sealed class StatementWording(int quotationLength, int mostCited)
{
    /// <summary>Most records cited for what many reports tell.</summary>
    public int MostCited => mostCited;

    /// <summary>Most UTF-16 units of a quotation.</summary>
    public int QuotationLength => quotationLength;

    /// <summary>"Actor, role, denied on 26 January 2024: ‘words’ — by which way".</summary>
    public Sentence Of(ReportedStatement statement)
    {
        var sentence = Sentence.On(Citation.Of(statement));
        AddClause(sentence, statement, capital: true);
        return sentence.Provenance(Way(statement)).Build();
    }

    /// <summary>What is cited for a claim beside the statement by which it is told: a report of each origin first, then the others, as many as the length allows.</summary>
    public IEnumerable<Citation> Others(Claim claim, ReportedStatement told) => claim.Origins.Select(o => o.Statements[0]).Concat(claim.Statements)
        .Where(s => s.Id != told.Id).DistinctBy(s => s.Id).Take(mostCited - 1).Select(Citation.Of);

    /// <summary>A claim told by one of its statements, with its reports cited and its origins counted.</summary>
    public Sentence Of(Claim claim, ReportedStatement told)
    {
        var sentence = Sentence.On(Citation.Of(told), Others(claim, told));
        AddClause(sentence, told, capital: true);
        var others = claim.Statements.Select(s => s.In.Outlet).Where(o => !Same(o, told.In.Outlet)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var also = others.Count switch { 0 => "", <= 3 => $"; also {string.Join(", ", others)}", _ => $"; also {others.Count} other outlets" };
        var origins = others.Count == 0 && claim.Origins.Length < 2 ? "" : claim.Origins.Length == 1 ? "; one origin" : $"; {claim.Origins.Length} independent origins";
        var withdrew = claim.WithdrawnBy.IsEmpty ? "" : $"; {string.Join(", ", claim.WithdrawnBy.Select(a => a.Actor).Distinct(StringComparer.Ordinal))} withdrew it";
        return sentence.Provenance(Way(told) + also + origins + withdrew).Build();
    }

    /// <summary>Adds the statement as a clause to a sentence begun: "Actor denied: ‘words’".</summary>
    public void AddClause(Sentence.SentenceWriter sentence, ReportedStatement statement, bool capital)
    {
        Name(sentence, statement, capital);
        var (verb, when) = (Verb(statement), When(statement));
        if (CueWording.GoesOn(verb, statement))
        {
            sentence.Text($" {verb} ").Quote(Citation.Of(statement), IsOwnWords(statement), quotationLength).Text(when.Length == 0 ? "" : $" ({when})");
            return;
        }

        sentence.Text($" {verb}{(when.Length == 0 ? "" : $" {when}")}: ").Quote(Citation.Of(statement), IsOwnWords(statement), quotationLength);
    }

    /// <summary>True if the words are the source's and not those of whoever reports him.</summary>
    public static bool IsOwnWords(ReportedStatement statement) =>
        statement.Statement.Attribution.Kind is AttributionKind.Direct or AttributionKind.Turn or AttributionKind.Dash or AttributionKind.Block;

    /// <summary>The name to show: the actor's, else what the sourcing tells.</summary>
    public static string NameOf(ReportedStatement statement) => statement.Statement.Actor?.Name is { Length: > 0 } name ? name
        : statement.Statement.Sourcing switch
        {
            Sourcing.Collective => "an unnamed group",
            Sourcing.Document => "a document not named",
            _ => "an unnamed source",
        };

    /// <summary>By which way the words came: "The Daily, citing Agency".</summary>
    public static string Way(ReportedStatement statement)
    {
        var article = statement.Article;
        var outlet = statement.In.Outlet;
        var links = statement.Statement.Via.Select(v => v.Actor).Where(a => !Same(a, outlet) && !Same(a, article.Byline)).ToList();
        var reporter = article.Byline is { Length: > 0 } byline && !Same(byline, outlet) ? $"{byline}, {outlet}" : outlet;
        return links.Count == 0 ? $" — {reporter}" : $" — {reporter}, citing {string.Join(", citing ", links)}";
    }

    private static void Name(Sentence.SentenceWriter sentence, ReportedStatement statement, bool capital)
    {
        var name = NameOf(statement);
        sentence.Name(capital ? Capital(name) : name);
        if (statement.Statement.Actor?.Role is { Length: > 0 } role && !name.Contains(role, StringComparison.OrdinalIgnoreCase))
        {
            sentence.Text($", {role},");
        }
    }

    /// <summary>What a source does: the report's own words for it where they can be told, else a verb in the past.</summary>
    public static string Verb(ReportedStatement statement) => CueWording.Of(statement) ?? Verb(statement.Statement.Polarity);

    private static string Verb(Polarity polarity) => polarity switch
    {
        Polarity.Denies => "denied",
        Polarity.Confirms => "confirmed",
        Polarity.Rejects => "rejected",
        Polarity.Demands => "demanded",
        Polarity.Offers => "offered",
        Polarity.Pledges => "pledged",
        Polarity.Threatens => "threatened",
        Polarity.Accuses => "charged",
        Polarity.Predicts => "predicted",
        Polarity.Asks => "asked",
        Polarity.Concedes => "conceded",
        _ => "said",
    };

    /// <summary>The date said, unless it is the day of publication.</summary>
    private static string When(ReportedStatement statement)
    {
        if (statement.Statement.Said is not { } said || statement.SaidDay is { } day && day == statement.In.PublicationDay)
        {
            return "";
        }

        return said.Grain == Grain.Day ? $"on {DateWording.Of(said)}" : $"in {DateWording.Of(said)}";
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
