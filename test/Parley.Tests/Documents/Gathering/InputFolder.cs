using System.IO.Compression;
using System.Text;
using Parley.Documents.Formats;
using Parley.Documents.Gathering;
using Parley.Documents.Gathering.Fetching;
using Xunit;

namespace Parley.Tests.Documents.Gathering;

/// <summary>A folder of inputs that is there for one test.</summary>
internal sealed class InputFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("parley-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    internal string Add(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal Task<List<Gathered>> GatherAsync(GatherOptions? options = null) => GatherAsync([Path], options);

    internal static async Task<List<Gathered>> GatherAsync(string[] inputs, GatherOptions? options = null, Func<Stream>? standardInput = null)
    {
        using var gatherer = new Gatherer(options ?? new GatherOptions(), TimeProvider.System, standardInput);
        var all = new List<Gathered>();
        await foreach (var gathered in gatherer.GatherAsync(inputs, TestContext.Current.CancellationToken))
        {
            all.Add(gathered);
        }

        return all;
    }

    /// <summary>Gathers one file and reads it.</summary>
    internal static async Task<DocumentTexts> ReadAsync(string name, byte[] bytes, ReadOptions? options = null)
    {
        using var folder = new InputFolder();
        var gathered = await GatherAsync([folder.Add(name, bytes)]);
        var document = gathered[0].Document;
        Assert.True(document is not null, gathered[0].Fault?.ToString());
        return await new DocumentReader(options ?? new ReadOptions(), TimeProvider.System).ReadAsync(document, TestContext.Current.CancellationToken);
    }

    internal static Task<DocumentTexts> ReadAsync(string name, string text) => ReadAsync(name, Encoding.UTF8.GetBytes(text));

    internal static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return packed.ToArray();
    }

    internal static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    internal static GatherOptions Fetching(FetchOptions fetching) => new() { Fetching = fetching };
}
