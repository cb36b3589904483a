using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Lays the corrections that hold over records as they are read out, in the order in which they were made: who was merged into somebody
/// that is renamed later bears the new name.
/// </summary>
internal sealed class CorrectedActors(ImmutableArray<ActorCorrection> corrections)
{
    /// <summary>The corrections that hold, or held at some moment of gathering.</summary>
    public static CorrectedActors Of(IEnumerable<RecordedCorrection> corrections, AsOf asOf)
    {
        var moment = asOf.Gathered ?? DateTimeOffset.MaxValue;
        return new([.. corrections.Where(c => c.Correction.At <= moment && !(c.Revert?.At <= moment)).Select(c => c.Correction)]);
    }

    /// <summary>True if nothing is corrected.</summary>
    public bool IsEmpty => corrections.IsEmpty;

    /// <summary>Keys of the names that a correction concerns, as derived tables have them.</summary>
    public ImmutableArray<string> Keys { get; } = [.. corrections.SelectMany(c => c.Names).Select(n => Derivation.Key(n)!).Distinct()];

    /// <summary>A statement with actor, chain and addressee corrected; each correction is among its evidence.</summary>
    public Statement Apply(Statement statement, Article article)
    {
        var actor = statement.Actor;
        var why = statement.Why;
        foreach (var correction in corrections)
        {
            if (actor is null || !Concerns(correction, actor.Name) || !Concerns(correction, statement, article))
            {
                continue;
            }

            why = why.Add(new Evidence("actor", string.Create(
                CultureInfo.InvariantCulture,
                $"{EnumName.Of(correction.Kind)} by {correction.Author} on {correction.At:yyyy-MM-dd} ({correction.Reason}); read as {actor.Name}"), null));
            actor = actor with
            {
                Id = correction.ActorId,
                Name = correction.Name ?? actor.Name,
                Kind = correction.ActorKind ?? actor.Kind,
                Country = correction.Country ?? actor.Country,
            };
        }

        return statement with
        {
            Actor = actor,
            Why = why,
            Via = [.. statement.Via.Select(via => via with { Actor = Apply(via.Actor, via.StatementId)! })],
            Addressee = Apply(statement.Addressee, null),
        };
    }

    /// <summary>A figure with its claimant corrected.</summary>
    public Figure Apply(Figure figure) => figure with { Claimant = Apply(figure.Claimant, figure.StatementId) };

    /// <summary>An agreement with claimant and parties corrected.</summary>
    public Agreement Apply(Agreement agreement) => agreement with
    {
        Claimant = Apply(agreement.Claimant, agreement.StatementId),
        Parties = [.. agreement.Parties.Select(party => Apply(party, null)!)],
    };

    /// <summary>A forecast with its maker corrected.</summary>
    public Forecast Apply(Forecast forecast) => forecast with { Actor = Apply(forecast.Actor, forecast.StatementId) };

    /// <summary>Everything that an article yielded, corrected.</summary>
    public ArticleReading Apply(ArticleReading reading) => IsEmpty ? reading : reading with
    {
        Statements = [.. reading.Statements.Select(statement => Apply(statement, reading.Article))],
        Figures = [.. reading.Figures.Select(Apply)],
        Agreements = [.. reading.Agreements.Select(Apply)],
        Forecasts = [.. reading.Forecasts.Select(Apply)],
    };

    /// <summary>A name elsewhere than at a source: where only words of a source tell two actors apart, it stays.</summary>
    private string? Apply(string? name, string? statementId)
    {
        foreach (var correction in corrections)
        {
            if (name is not null && correction.Name is { } other && Concerns(correction, name) && correction.Words is null &&
                (correction.Statements.IsEmpty || (statementId is not null && correction.Statements.Contains(statementId))))
            {
                name = other;
            }
        }

        return name;
    }

    private static bool Concerns(ActorCorrection correction, string name) => correction.Names.Any(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    private static bool Concerns(ActorCorrection correction, Statement statement, Article article) =>
        (correction.Statements.IsEmpty || correction.Statements.Contains(statement.Id)) &&
        (correction.Words is not { } words ||
            statement.Attribution.Source.Any(span => span.In(article.Text).Contains(words, StringComparison.OrdinalIgnoreCase)));
}
