using System.Runtime.InteropServices;

namespace Parley.Training.Data;

/// <summary>What teachers say of articles that they did not learn from: probabilities of labels, and dependency trees.</summary>
internal static class Teaching
{
    /// <summary>Writes what has been set on the paragraphs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="articles">All articles to learn from, in their order.</param>
    public static void Write(string path, IReadOnlyList<ArticleParagraphs> articles)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var paragraph in articles.SelectMany(a => a.Paragraphs))
        {
            writer.Write(paragraph.Count);
            writer.Write(MemoryMarshal.AsBytes<Half>(paragraph.Teaching));
            writer.Write(paragraph.Heads.Length);
            writer.Write(MemoryMarshal.AsBytes<short>(paragraph.Heads));
            writer.Write(paragraph.Relations);
        }
    }

    /// <summary>Reads a file that <see cref="Write"/> made for the same articles.</summary>
    /// <exception cref="InvalidDataException">It was made for others.</exception>
    public static void Read(string path, IReadOnlyList<ArticleParagraphs> articles, int labels)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        foreach (var paragraph in articles.SelectMany(a => a.Paragraphs))
        {
            if (reader.ReadInt32() != paragraph.Count)
            {
                throw new InvalidDataException($"{path} was made for other articles.");
            }

            paragraph.Teaching = new Half[paragraph.Count * labels];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(paragraph.Teaching.AsSpan()));
            paragraph.Heads = new short[reader.ReadInt32()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(paragraph.Heads.AsSpan()));
            paragraph.Relations = reader.ReadBytes(paragraph.Heads.Length);
        }
    }
}
