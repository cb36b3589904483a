using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>
/// Answers saved questions from findings of which some records are new. What only repeats is no news: a denial that its actor has given before, a
/// figure that its claimant has given before.
/// </summary>
public sealed class AlertFinder
{
    private const int MaxWords = 300;

    private readonly Findings _findings;
    private readonly IReadOnlySet<string> _newStatements;
    private readonly Dictionary<string, Claim> _claims;
    private readonly Dictionary<string, Claim> _byId;

    private AlertFinder(Findings findings, IReadOnlySet<string> newStatements)
    {
        (_findings, _newStatements) = (findings, newStatements);
        _claims = findings.Claims.SelectMany(c => c.Statements.Concat(c.Carriers).Select(s => (s.Id, c))).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.c, StringComparer.Ordinal);
        _byId = findings.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>The alerts, by question, then in the order of the findings.</summary>
    /// <param name="findings">Findings of the new records and of everything with which they must be compared.</param>
    /// <param name="newStatements">Ids of the new statements.</param>
    /// <param name="questions">The questions.</param>
    public static ImmutableArray<Alert> Find(Findings findings, IReadOnlySet<string> newStatements, IReadOnlyList<SavedQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(newStatements);
        ArgumentNullException.ThrowIfNull(questions);
        var finder = new AlertFinder(findings, newStatements);
        return [.. questions.SelectMany(finder.Answer)];
    }

    private IEnumerable<Alert> Answer(SavedQuestion question) => question.Kind switch
    {
        QuestionKind.Denial => Answers(question, "denied", c => c.DeniedBy),
        QuestionKind.Confirmation => Answers(question, "confirmed", c => c.ConfirmedBy),
        QuestionKind.Withdrawal => Answers(question, "withdrew", c => c.WithdrawnBy),
        QuestionKind.Position => Positions(question),
        QuestionKind.Figure => Figures(question),
        QuestionKind.Conflict => Conflicts(question),
        _ => Statements(question),
    };

    private IEnumerable<Alert> Answers(SavedQuestion question, string verb, Func<Claim, ImmutableArray<Answer>> answersOf)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in _findings.Claims.Where(c => c.Statements.Any(question.Match.Matches)))
        {
            var claimIsNew = claim.Statements.All(s => _newStatements.Contains(s.Id));
            foreach (var answer in answersOf(claim))
            {
                if (_findings.Records.Find(answer.StatementId) is { } said && (claimIsNew || IsNews(said)) && IsBy(said, question.AnsweredBy) && told.Add(said.Id))
                {
                    var made = claim.Statements.First(question.Match.Matches);
                    yield return Make(question, _newStatements.Contains(said.Id) ? said : claim.Statements[0],
                        $"{NameOf(said)} {verb}: ‘{Short(said.Words)}’ ({said.In.Outlet}). The claim: {NameOf(made)}: ‘{Short(made.Words)}’ ({made.In.Outlet})", [said.Id, made.Id]);
                }
            }
        }
    }

    private IEnumerable<Alert> Positions(SavedQuestion question) =>
        from series in _findings.Positions
        where string.Equals(series.Issue, question.Match.Issue, StringComparison.OrdinalIgnoreCase) &&
            (StatementMatch.IsActor(series.Actor, question.Match.Actor!) || series.ActorId == question.Match.Actor)
        from change in series.Changes
        where IsNews(change.After.Statement) && (question.Change is not { } wanted || change.Kind == wanted)
        select Make(question, change.After.Statement,
            string.Create(CultureInfo.InvariantCulture, $"{series.Actor} {Verb(change.Kind)} on {series.Issue}: from {Told(change.Before)} to {Told(change.After)}"), [change.After.Statement.Id, change.Before.Statement.Id]);

    private IEnumerable<Alert> Figures(SavedQuestion question)
    {
        var seen = _findings.Records.Figures.Where(f => !IsNew(f)).Select(KeyOf).ToHashSet();
        foreach (var figure in _findings.Records.Figures.Where(f => IsNew(f) && f.Statement?.Statement.Polarity is not Polarity.Denies && (question.Measure is null || f.Figure.Measure.Equals(question.Measure, StringComparison.OrdinalIgnoreCase)) && question.Match.Matches(f)))
        {
            if (seen.Add(KeyOf(figure)))
            {
                yield return new Alert(question.Name, question.Kind, figure.In.PublicationDay ?? figure.Statement?.Day,
                    $"{figure.Claimant ?? "somebody not named"} gives {figure.Figure.Measure.Replace('-', ' ')}: ‘{Short(figure.Words)}’{(figure.Counted is { } counted ? $" ({counted})" : "")}{(figure.Figure.AsOf is { } asOf ? $", {asOf}" : "")} ({figure.In.Outlet})",
                    [figure.Figure.Id], figure.In.DocumentName, figure.In.Outlet, figure.Article.Url);
            }
        }
    }

    private IEnumerable<Alert> Conflicts(SavedQuestion question)
    {
        var figures = _findings.Records.Figures.ToDictionary(f => f.Figure.Id, StringComparer.Ordinal);
        foreach (var conflict in _findings.Conflicts)
        {
            var statements = conflict.StatementIds.Select(_findings.Records.Find).OfType<ReportedStatement>().ToList();
            var competing = conflict.StatementIds.Select(figures.GetValueOrDefault).OfType<ReportedFigure>().ToList();
            if ((!statements.Any(question.Match.Matches) && !competing.Any(question.Match.Matches)) || !IsNews(conflict, statements, competing))
            {
                continue;
            }

            if (statements.Find(s => _newStatements.Contains(s.Id)) is { } fresh)
            {
                yield return Make(question, fresh, $"{conflict.Why}: {string.Join(" | ", statements.Take(4).Select(s => $"{NameOf(s)}: ‘{Short(s.Words)}’ ({s.In.Outlet})"))}", [.. conflict.StatementIds]);
            }
            else if (competing.Find(IsNew) is { } number)
            {
                yield return new Alert(question.Name, question.Kind, number.In.PublicationDay,
                    $"{conflict.Why}: {string.Join(" | ", competing.Take(6).Select(f => $"{f.Claimant ?? "somebody not named"} ‘{Short(f.Words)}’ ({f.In.Outlet})"))}",
                    [.. conflict.StatementIds], number.In.DocumentName, number.In.Outlet, number.Article.Url);
            }
        }
    }

    private IEnumerable<Alert> Statements(SavedQuestion question) => _findings.Records.Statements.Where(s => question.Match.Matches(s) && IsNews(s))
        .Select(s => Make(question, s, $"{NameOf(s)} {EnumName.Of(s.Statement.Polarity)}: ‘{Short(s.Words)}’ ({s.In.Outlet})", [s.Id]));

    /// <summary>True if the statement is new and its actor has not said the same in an earlier record, or in one that comes first among the new.</summary>
    private bool IsNews(ReportedStatement statement) => _newStatements.Contains(statement.Id) &&
        (!_claims.TryGetValue(statement.Id, out var claim) ||
            claim.Statements.Concat(claim.Carriers).Where(s => s.Statement.Actor?.Id == statement.Statement.Actor?.Id)
                .OrderBy(s => _newStatements.Contains(s.Id)).First().Id == statement.Id);

    /// <summary>A conflict is news unless it stood already between earlier records.</summary>
    private bool IsNews(Conflict conflict, List<ReportedStatement> statements, List<ReportedFigure> figures) => conflict.Kind switch
    {
        ConflictKind.CompetingFigures => figures.Exists(IsNew),
        ConflictKind.Denial => statements.Exists(IsNews),
        ConflictKind.BrokenPledge => statements.Exists(s => _newStatements.Contains(s.Id)),
        _ => conflict.ClaimIds.Any(id => _byId.TryGetValue(id, out var claim) && claim.Statements.All(s => _newStatements.Contains(s.Id))),
    };

    private bool IsNew(ReportedFigure figure) => figure.Statement is { } holder
        ? _newStatements.Contains(holder.Id)
        : figure.In.Reading.Statements is { Length: > 0 } others && others.All(s => _newStatements.Contains(s.Id));

    private static (string, string?, decimal?, decimal?, decimal?, string?) KeyOf(ReportedFigure f) =>
        (f.Figure.Measure, f.Claimant, f.Figure.Value, f.Figure.Low, f.Figure.High, f.Figure.AsOf);

    private static bool IsBy(ReportedStatement statement, string? actor) =>
        actor is null || StatementMatch.IsActor(statement.Statement.Actor?.Name, actor) || statement.Statement.Actor?.Id == actor;

    private static Alert Make(SavedQuestion question, ReportedStatement fresh, string words, ImmutableArray<string> ids) =>
        new(question.Name, question.Kind, fresh.Day, words, ids, fresh.In.DocumentName, fresh.In.Outlet, fresh.Article.Url);

    private static string NameOf(ReportedStatement statement) => statement.Statement.Actor?.Name ?? "somebody not named";

    private static string Told(PositionPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{EnumName.Of(point.Stance)} ({point.Day:yyyy-MM-dd}: ‘{Short(point.Condition ?? point.Statement.Words)}’)");

    private static string Verb(PositionChangeKind kind) => kind switch
    {
        PositionChangeKind.Hardened => "hardened",
        PositionChangeKind.Softened => "softened",
        _ => "changed the condition",
    };

    private static string Short(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxWords ? line : line[..(char.IsHighSurrogate(line[MaxWords - 1]) ? MaxWords - 1 : MaxWords)] + "…";
    }
}
