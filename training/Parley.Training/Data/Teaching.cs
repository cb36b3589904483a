using System.Runtime.InteropServices;

namespace Parley.Training.Data;

/// <summary>What teachers say of the articles to learn from: probabilities of labels.</summary>
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
        }
    }
}
