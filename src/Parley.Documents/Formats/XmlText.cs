using System.Xml;

namespace Parley.Documents.Formats;

/// <summary>Opens XML from strangers: no document types, so no entities of their own, nothing outside, no more than allowed.</summary>
internal static class XmlText
{
    internal const int MaxDepth = 200;

    internal static XmlReader Open(string xml) => XmlReader.Create(new StringReader(xml), Settings(xml.Length));

    internal static XmlReader Open(Stream xml, long maxCharacters) => XmlReader.Create(xml, Settings(maxCharacters));

    /// <summary>What is wrong, where, and what to do, in the words of a fault.</summary>
    internal static (string? Place, string Problem, string Remedy) Explain(XmlException e) =>
        e.Message.Contains("DTD", StringComparison.Ordinal)
            ? (null, "has a document type, by which entity bombs and requests to other files come in; it was not read", "take the DOCTYPE out if you trust the file")
            : ($"line {e.LineNumber}", $"is not well-formed XML (column {e.LinePosition})", "have it corrected where it is made");

    private static XmlReaderSettings Settings(long maxCharacters) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Math.Max(1, maxCharacters),
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        Async = false,
    };
}
