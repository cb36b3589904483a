using System.Collections.Immutable;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Publication;

/// <summary>Makes an earlier release again and says what differs from it.</summary>
public static class ReleaseVerification
{
    private const int ExtraFilesTold = 20;

    /// <summary>What differs, a line for each; empty if every byte is the same.</summary>
    /// <param name="builder">The builder over the ledger's events.</param>
    /// <param name="release">The release as the ledger has it.</param>
    /// <param name="folder">The folder that it was written to; null to compare with the ledger alone.</param>
    public static ImmutableArray<string> Differences(ReleaseBuilder builder, ReleaseMade release, string? folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(release);
        var differences = ImmutableArray.CreateBuilder<string>();
        if (release.Program != ReleaseBuilder.Program)
        {
            differences.Add($"made by {release.Program}, and this is {ReleaseBuilder.Program}: files may differ for that alone; rebuild with the version that made it");
        }

        var rebuilt = builder.Rebuild(release);
        if (differences.Count == 0 && !rebuilt.Select(f => (f.Name, Hash: ContentHash.Of(f.Bytes))).SequenceEqual(release.Files.Select(f => (f.Name, f.Hash))))
        {
            differences.Add($"{ReleaseBuilder.Program} gives other files than it gave then: it is another build of that version, or the ledger was changed, which 'parley verify' tells");
        }

        var recorded = release.Files.ToDictionary(f => f.Name, f => f.Hash, StringComparer.Ordinal);
        foreach (var (name, bytes) in rebuilt)
        {
            var hash = ContentHash.Of(bytes);
            if (!recorded.Remove(name, out var was))
            {
                differences.Add($"{name}: the ledger does not know it");
            }
            else if (was != hash)
            {
                differences.Add($"{name}: rebuilt from the ledger it is not what was published ({was.Hex[..12]}… then, {hash.Hex[..12]}… now)");
            }

            if (folder is not null && InFolder(folder, name, bytes) is { } difference)
            {
                differences.Add(difference);
            }
        }

        differences.AddRange(recorded.Keys.Select(name => $"{name}: was published and is not made any more"));
        if (folder is not null && Directory.Exists(folder))
        {
            var known = rebuilt.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            differences.AddRange(Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Where(f => !known.Contains(f)).Order(StringComparer.Ordinal)
                .Take(ExtraFilesTold).Select(f => $"{Path.Combine(folder, f)}: no file of the release"));
        }

        return differences.ToImmutable();
    }

    private static string? InFolder(string folder, string name, byte[] bytes)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        return !file.Exists ? $"{file}: is missing"
            : file.Length != bytes.Length || !File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(bytes) ? $"{file}: differs from what the ledger gives"
            : null;
    }
}
