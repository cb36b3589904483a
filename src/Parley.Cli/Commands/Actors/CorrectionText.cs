using Parley.Records;

namespace Parley.Cli.Commands.Actors;

/// <summary>A correction in words.</summary>
internal static class CorrectionText
{
    /// <summary>What the correction says, on one line.</summary>
    public static string Of(ActorCorrection correction)
    {
        var names = string.Join(", ", correction.Names.Select(n => $"'{n}'"));
        var facts = string.Join(", ", new[]
        {
            correction.ActorKind is { } kind ? $"kind {EnumName.Of(kind)}" : null,
            correction.Country is { } country ? $"country {country}" : null,
        }.Where(fact => fact is not null));
        return correction.Kind switch
        {
            ActorCorrectionKind.Merge => $"{names} merged into '{correction.Name}'",
            ActorCorrectionKind.Rename => $"{names} renamed to '{correction.Name}'",
            ActorCorrectionKind.Split when correction.Words is { } words => $"{names} is '{correction.Name}' where the source has the words '{words}'",
            ActorCorrectionKind.Split => $"{names} is '{correction.Name}' in {string.Join(", ", correction.Statements.Select(id => id[..Math.Min(8, id.Length)]))}",
            _ => $"{names} has {facts}",
        };
    }
}
