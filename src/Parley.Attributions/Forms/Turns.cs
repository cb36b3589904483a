using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Turns of a transcript: each paragraph is said by the speaker who opened the turn.</summary>
internal static class Turns
{
    /// <summary>Adds the paragraph of a turn at <paramref name="index"/>.</summary>
    public static void Add(ImmutableArray<Block> blocks, int index, List<FoundAttribution> all)
    {
        var block = blocks[index];
        var speaker = block.Speaker ?? (block.Introducer is { } opener && opener < index ? blocks[opener].Speaker : null);
        if (!block.Body.IsEmpty)
        {
            var rule = speaker is null ? Rule.TurnOfUnknown : Rule.Turn;
            all.Add(rule.Find(speaker is { } name ? [name] : [], [], [block.Body]));
        }
    }
}
