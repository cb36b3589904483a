using Parley.Records;

namespace Parley.Documents.Gathering;

/// <summary>Bytes with their name, before it is known what they are; or the fault that stands for them.</summary>
internal sealed record RawItem
{
    internal required string Name { get; init; }

    internal required string Origin { get; init; }

    internal ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>When the bytes were gathered, where they say so themselves (WARC); null for now.</summary>
    internal DateTimeOffset? GatheredAt { get; init; }

    /// <summary>Encoding claimed from outside (HTTP or MIME header), or null.</summary>
    internal string? ClaimedCharset { get; init; }

    /// <summary>True if the user named it, false if it was found in a folder or container.</summary>
    internal bool IsNamed { get; init; }

    internal Fault? Fault { get; init; }

    internal static RawItem Failed(string name, string? place, string problem, string remedy) =>
        new() { Name = name, Origin = name, Fault = new Fault(name, place, problem, remedy) };
}
