using System.Text;

namespace Parley.Casualties.Import;

/// <summary>Files of text that must be UTF-8: other encodings would become wrong names without a word.</summary>
internal static class Utf8File
{
    /// <summary>UTF-8 that refuses what is none.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads its text, given the file's name for messages.</param>
    /// <exception cref="FormatException">The file is not UTF-8, or <paramref name="read"/> says so of its contents.</exception>
    public static T Read<T>(string path, Func<TextReader, string, T> read)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var reader = new StreamReader(path, Strict);
            return read(reader, name);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException($"{name}: its text is not UTF-8; save it as UTF-8", e);
        }
    }
}
