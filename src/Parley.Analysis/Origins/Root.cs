using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>
/// On whose word a statement rests: its actor, unless somebody unnamed stands between him and the reader ("two sources said that the president
/// signalled …" rests on the two sources and not on the president).
/// </summary>
/// <param name="Name">Name or description; empty if nobody is given.</param>
/// <param name="Key">The actor's id, or the description's content words.</param>
/// <param name="IsIdentified">True if it is known who it is.</param>
/// <param name="Chain">Those between the root and the reader, outermost first.</param>
internal sealed record Root(string Name, string Key, bool IsIdentified, ImmutableArray<Via> Chain)
{
    private static readonly HashSet<string> s_empty = ["unnam", "unspecifi", "unidentifi", "sourc", "sever", "anonym", "on", "one", "offic", "group", "unnamed", "insid"];

    public static Root Of(ReportedStatement statement)
    {
        var via = statement.WholeChain;
        for (var i = via.Length - 1; i >= 0; i--)
        {
            if (IsDescription(via[i].Actor))
            {
                return new Root(via[i].Actor, Description(via[i].Actor), IsIdentified: false, via[..i]);
            }
        }

        var actor = statement.Statement.Actor;
        var identified = actor is { Kind: not ActorKind.Group } && statement.Statement.Sourcing is not (Sourcing.Anonymous or Sourcing.Collective);
        return new Root(actor?.Name ?? "", identified ? actor!.Id : Description(actor?.Name ?? ""), identified, via);
    }

    /// <summary>True if somebody unnamed stands between the actor and the reader.</summary>
    public static bool IsToldByUnnamed(ReportedStatement statement) => statement.WholeChain.Any(v => IsDescription(v.Actor));

    /// <summary>True if the words describe and do not name: "two officials", "an intermediary", "sources".</summary>
    private static bool IsDescription(string actor) => actor.Length > 0 && (char.IsLower(actor[0]) || char.IsAsciiDigit(actor[0])) &&
        (actor.Contains(' ', StringComparison.Ordinal) || actor.EndsWith('s') || actor is "official" or "source" or "aide" or "diplomat" or "insider");

    private static string Description(string words) => string.Join(' ', ContentWords.Of(words)
        .Where(w => !s_empty.Contains(w) && !NumberWords.TryRead(w, out _)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
