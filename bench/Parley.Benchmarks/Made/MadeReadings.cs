using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Records;

namespace Parley.Benchmarks.Made;

/// <summary>
/// Readings made from templates by a seeded generator, one after another, as many as wanted: events told by several outlets in different
/// wordings and repeated by later articles, denials, figures and stances. Ten statements an article, dates in order.
/// </summary>
internal sealed class MadeReadings(int seed)
{
    /// <summary>Statements of an article.</summary>
    public const int StatementsEach = 10;

    private const int RecentEvents = 400;
    private const int ArticlesADay = 90;

    private static readonly string[] Syllables = ["dor", "kes", "mar", "il", "tav", "os", "bel", "quin", "ra", "vel", "nor", "su", "um", "yar", "zem", "had", "lo", "pen", "gri", "tal"];
    private static readonly string[] Given = ["Ada", "Ivo", "Marta", "Jan", "Lena", "Piet", "Olga", "Radu", "Tamar", "Henrik", "Lucia", "Samir", "Noor", "Emil"];
    private static readonly string[] Outlets = [.. Enumerable.Range(0, 60).Select(i => $"{Name(i * 7)} {(i % 3 == 0 ? "Courier" : i % 3 == 1 ? "Herald" : "Post")}")];
    private static readonly string[] Issues = ["ceasefire", "prisoners", "territory", "sanctions", "humanitarian", "military-situation"];
    private static readonly MakerId Maker = new("benchmark", "made", "1");

    // Each row is one event in three wordings; {p} a place, {s} a side, {n} a number, {q} another place.
    private static readonly string[][] Events =
    [
        ["{s} released {n} prisoners in {p} near {q}", "{n} detainees were freed by {s} in {p} near {q}", "in {p} near {q} {s} set free {n} prisoners"],
        ["{s} captured the bridge between {p} and {q} with {n} men", "with {n} men {s} seized the bridge between {p} and {q}", "the bridge between {p} and {q} was taken by {n} men of {s}"],
        ["shelling by {s} from {q} killed {n} civilians in {p}", "{n} civilians died in {p} under shells of {s} from {q}", "in {p} {n} civilians were killed when {s} shelled them from {q}"],
        ["{s} opened the road from {q} to {p} for {n} aid lorries", "{n} lorries with aid were let through from {q} to {p} by {s}", "the road from {q} to {p} was opened by {s} for {n} aid trucks"],
        ["{s} withdrew {n} tanks from {p} to {q}", "{n} tanks of {s} were pulled out of {p} to {q}", "from {p} {s} has withdrawn {n} tanks to {q}"],
        ["{s} would accept a truce in {p} if {q} returned {n} hostages", "a truce in {p} would be accepted by {s} if {n} captives were given back by {q}", "{s} would agree to a ceasefire in {p} if {q} handed over {n} hostages"],
    ];

    private readonly Random _random = new(seed);
    private readonly List<Event> _recent = [];
    private int _article;

    /// <summary>The next article.</summary>
    public Reading Next()
    {
        var number = _article++;
        var day = new DateOnly(2022, 3, 1).AddDays(number / ArticlesADay);
        var outlet = Outlets[_random.Next(Outlets.Length)];
        var text = new StringBuilder();
        var said = Enumerable.Range(0, StatementsEach).Select(_ => Say(text)).ToList();
        text.Append(CultureInfo.InvariantCulture, $"Report {number} of {outlet}.");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var document = new Document
        {
            Name = $"made-{number}.txt",
            Origin = $"/made/{number}",
            Bytes = bytes,
            Sha256 = ContentHash.Of(bytes),
            GatheredAt = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
            Format = DocumentFormat.PlainText,
            Charset = "utf-8",
        };
        var id = new ArticleId(document.Sha256, 0);
        var article = new Article
        {
            Id = id, Text = text.ToString(), Offsets = [new OffsetRun(0, 0, text.Length)], DocumentCodePointOffset = 0, Title = $"Report {number}", Outlet = outlet,
            Published = PartialDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date) ? date : null,
            Form = ArticleForm.Article, Language = "en", Blocks = [],
        };
        var statements = said.Select(s => StatementOf(id, s)).ToImmutableArray();
        var figures = said.Zip(statements).Where(p => p.First.Figure is not null).Select(p => FigureOf(id, p.First, p.Second)).ToImmutableArray();
        return new Reading(document, [new ArticleReading { Article = article, Statements = statements, Figures = figures }]);
    }

    private Said Say(StringBuilder text)
    {
        var told = _recent.Count > 20 && _random.Next(2) == 0 ? _recent[_random.Next(_recent.Count)] : NewEvent();
        var wording = Events[told.Template][_random.Next(3)]
            .Replace("{p}", told.Place, StringComparison.Ordinal).Replace("{q}", told.Other, StringComparison.Ordinal)
            .Replace("{s}", told.Side, StringComparison.Ordinal).Replace("{n}", told.Number, StringComparison.Ordinal);
        var actor = $"{Given[_random.Next(Given.Length)]} {Name(_random.Next(3000))}";
        var polarity = _random.Next(25) == 0 ? Polarity.Denies : Polarity.Asserts;
        var source = TextSpan.FromBounds(text.Length, text.Length + actor.Length);
        text.Append(actor).Append(polarity == Polarity.Denies ? " denied that " : " said that ");
        var content = TextSpan.FromBounds(text.Length, text.Length + wording.Length);
        var at = wording.IndexOf(told.Number, StringComparison.Ordinal);
        var figure = told.Template == 2 ? TextSpan.FromBounds(content.Start + at, content.Start + at + told.Number.Length) : (TextSpan?)null;
        text.Append(wording).Append(".\n");
        return new Said(actor, source, content, polarity, told, figure);
    }

    private Event NewEvent()
    {
        var made = new Event(_random.Next(Events.Length), Name(_random.Next(8000)), Name(_random.Next(8000)), $"the {Name(_random.Next(400))} brigade",
            _random.Next(11, 990).ToString(CultureInfo.InvariantCulture));
        _recent.Add(made);
        if (_recent.Count > RecentEvents)
        {
            _recent.RemoveAt(0);
        }

        return made;
    }

    private static Statement StatementOf(ArticleId article, Said said)
    {
        var attribution = new Attribution { Kind = AttributionKind.Indirect, Source = [said.Source], Cue = [], Content = [said.Content], Confidence = 0.9 };
        return new Statement
        {
            Id = RecordId.ForStatement(article, attribution),
            Article = article,
            Attribution = attribution,
            Actor = new ActorReference(said.Actor.ToLowerInvariant().Replace(' ', '-'), said.Actor, ActorKind.Person),
            Sourcing = Sourcing.Named,
            Polarity = said.Polarity,
            Issues = [Issues[said.Event.Template]],
            Stance = said.Event.Template == 5 ? Stance.Conditional : null,
            Confidence = 0.9,
            Maker = Maker,
        };
    }

    private static Figure FigureOf(ArticleId article, Said said, Statement statement) => new()
    {
        Id = RecordId.For("figure", article, said.Figure!.Value),
        Article = article,
        StatementId = statement.Id,
        Span = said.Figure!.Value,
        Measure = "killed",
        Value = decimal.Parse(said.Event.Number, CultureInfo.InvariantCulture),
        Unit = "people",
        Of = $"civilians in {said.Event.Place}",
        Claimant = said.Actor,
    };

    private static string Name(int number)
    {
        var name = Syllables[number % 20] + Syllables[number / 20 % 20] + Syllables[number / 400 % 20];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private sealed record Event(int Template, string Place, string Other, string Side, string Number);

    private sealed record Said(string Actor, TextSpan Source, TextSpan Content, Polarity Polarity, Event Event, TextSpan? Figure);
}
