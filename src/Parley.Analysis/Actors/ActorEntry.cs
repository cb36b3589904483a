using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>One actor with all that the statements tell of it.</summary>
/// <param name="Id">Name of the actor in the ledger.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What sort of actor it is.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
/// <param name="Aliases">Other names by which reports call it, the most frequent first.</param>
/// <param name="Roles">Its posts, the earliest first.</param>
/// <param name="Statements">How many statements it made.</param>
/// <param name="PassedOn">How many statements of others came through it.</param>
/// <param name="First">Day of its first statement, or null.</param>
/// <param name="Last">Day of its last statement, or null.</param>
public sealed record ActorEntry(
    string Id, string Name, ActorKind Kind, string? Country, ImmutableArray<string> Aliases, ImmutableArray<ActorRole> Roles,
    int Statements, int PassedOn, DateOnly? First, DateOnly? Last)
{
    /// <summary>Statements made and passed on.</summary>
    public int Mentions => Statements + PassedOn;
}
