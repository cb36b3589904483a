using System.Collections.Immutable;
using System.Text;
using Parley.Records;

namespace Parley.Tests.Ledger;

/// <summary>
/// Readings made by hand. A text is written with its statements marked: <c>&lt;Ada Novak|said|that the bridge is open&gt;</c> is a
/// statement with source, cue and content; the marks are not part of the text.
/// </summary>
internal sealed class ReadingBuilder
{
    public static readonly DateTimeOffset Morning = new(2025, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly MakerId Maker = new("test", "by hand", "1");

    public string Name { get; init; } = "page.txt";

    public string? Origin { get; init; }

    public DateTimeOffset GatheredAt { get; init; } = Morning;

    public DocumentFormat Format { get; init; } = DocumentFormat.PlainText;

    public string? Outlet { get; init; } = "Harbour Courier";

    public string? Published { get; init; } = "2025-03-01";

    public string? Title { get; init; } = "Talks at the harbour";

    public Func<Statement, Statement> Shape { get; init; } = s => s;

    public static Reading Read(string marked) => new ReadingBuilder().Build(marked);

    /// <summary>A document whose articles are the marked texts, each on lines of its own.</summary>
    public Reading Build(params string[] marked)
    {
        var pieces = marked.Select(Unmark).ToList();
        var whole = string.Join("\n\n", pieces.Select(p => p.Text));
        var bytes = Encoding.UTF8.GetBytes(whole);
        var document = new Document
        {
            Name = Name,
            Origin = Origin ?? "/press/" + Name,
            Bytes = bytes,
            Sha256 = ContentHash.Of(bytes),
            GatheredAt = GatheredAt,
            Format = Format,
            Charset = "utf-8",
        };
        var articles = ImmutableArray.CreateBuilder<ArticleReading>();
        var start = 0;
        foreach (var (text, statements) in pieces)
        {
            var id = new ArticleId(document.Sha256, articles.Count);
            articles.Add(new ArticleReading
            {
                Article = new Article
                {
                    Id = id,
                    Text = text,
                    Offsets = [new OffsetRun(0, start, text.Length)],
                    DocumentCodePointOffset = Format is DocumentFormat.PlainText ? whole[..start].EnumerateRunes().Count() : null,
                    Title = Title,
                    Outlet = Outlet,
                    Published = Published is not null && PartialDate.TryParse(Published, out var date) ? date : null,
                    Form = ArticleForm.Article,
                    Language = "en",
                    Blocks = [new Block { Span = new(0, text.Length), Kind = BlockKind.Paragraph, Body = new(0, text.Length) }],
                },
                Statements = [.. statements.Select(s => Shape(StatementOf(id, text, s)))],
                Figures = [.. statements.Take(1).Select(s => FigureOf(id, s))],
                Agreements = [.. statements.Take(1).Select(s => AgreementOf(id, s))],
                Forecasts = [.. statements.Take(1).Select(s => ForecastOf(id, text, s))],
            });
            start += text.Length + 2;
        }

        return new Reading(document, articles.DrainToImmutable());
    }

    private static (string Text, List<Attribution> Statements) Unmark(string marked)
    {
        var text = new StringBuilder();
        var attributions = new List<Attribution>();
        foreach (var part in marked.Split('<'))
        {
            var close = part.IndexOf('>', StringComparison.Ordinal);
            if (close < 0)
            {
                text.Append(part);
                continue;
            }

            var spans = new List<ImmutableArray<TextSpan>>();
            foreach (var role in part[..close].Split('|'))
            {
                spans.Add(role.Length == 0 ? [] : [new TextSpan(text.Length, role.Length)]);
                text.Append(role).Append(' ');
            }

            text.Length--;
            attributions.Add(new Attribution
            {
                Kind = AttributionKind.Indirect,
                Source = spans[0],
                Cue = spans[1],
                Content = spans[2],
                Confidence = 0.9,
            });
            text.Append(part.AsSpan(close + 1));
        }

        return (text.ToString(), attributions);
    }

    private static Statement StatementOf(ArticleId article, string text, Attribution attribution)
    {
        var source = attribution.Source.IsEmpty ? null : attribution.Source[0].In(text).ToString();
        return new Statement
        {
            Id = RecordId.ForStatement(article, attribution),
            Article = article,
            Attribution = attribution,
            Actor = source is null ? null : new ActorReference("actor-" + source.ToLowerInvariant().Replace(' ', '-'), source, ActorKind.Person),
            Via = [new Via("Harbour Courier", null, null)],
            Sourcing = Sourcing.Named,
            Said = new TimeExpression("2025-02-28", Grain.Day, null),
            Polarity = Polarity.Asserts,
            Issues = ["ceasefire"],
            Confidence = 0.9,
            Maker = Maker,
        };
    }

    private static Figure FigureOf(ArticleId article, Attribution attribution) => new()
    {
        Id = RecordId.For("figure", article, attribution.Content[0]),
        Article = article,
        StatementId = RecordId.ForStatement(article, attribution),
        Span = attribution.Content[0],
        Measure = "killed",
        Value = 12m,
        Unit = "persons",
        Claimant = "Ada Novak",
    };

    private static Agreement AgreementOf(ArticleId article, Attribution attribution) => new()
    {
        Id = RecordId.For("agreement", article, attribution.Content[0]),
        Article = article,
        Span = attribution.Content[0],
        Name = "Harbour Accord",
        Parties = ["North", "South"],
        Claim = AgreementClaim.NotImplemented,
    };

    private static Forecast ForecastOf(ArticleId article, string text, Attribution attribution) => new()
    {
        Id = RecordId.For("forecast", article, attribution.Content[0]),
        Article = article,
        Span = attribution.Content[0],
        Actor = "Ada Novak",
        Proposition = attribution.Content[0].In(text).ToString(),
        Outcome = ForecastOutcome.CameTrue,
    };
}
