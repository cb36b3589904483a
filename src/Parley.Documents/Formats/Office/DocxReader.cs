using System.IO.Compression;
using System.Xml;
using Parley.Documents.Gathering;
using Parley.Records;

namespace Parley.Documents.Formats.Office;

/// <summary>Office Open XML text (ISO/IEC 29500): paragraphs with headings, list items and quotations as their styles tell.</summary>
internal static class DocxReader
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const int MarkupPerCharacter = 8;
    private const int MaxPartCharacters = 8 << 20;

    internal static void Read(Document document, TextSink sink, CancellationToken cancellation)
    {
        try
        {
            using var archive = new ZipArchive(BoundedRead.AsStream(document.Bytes), ZipArchiveMode.Read);
            var styles = Part(archive, "word/styles.xml", MaxPartCharacters, DocxStyles.Read) ?? DocxStyles.None;
            var core = Part(archive, "docProps/core.xml", MaxPartCharacters, DocxCore.Read) ?? new DocxCore(null, null, null);
            var text = Part(archive, "word/document.xml", (long)sink.Options.MaxTextLength * MarkupPerCharacter, xml => Body(xml, styles, sink, cancellation));
            if (text is null)
            {
                sink.Fault("word/document.xml", "is missing", "save the document again");
                return;
            }

            var (words, _, markup) = text.Finish();
            sink.Add(new SourceText { Text = words, Offsets = [], Markup = markup, Title = core.Title, Byline = core.Creator, Published = core.Created });
        }
        catch (XmlException e)
        {
            var (place, problem, remedy) = XmlText.Explain(e);
            sink.Fault(place, problem, remedy);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            sink.Fault(null, "is a broken or cut-off DOCX", "save or copy it again");
        }
    }

    private static T? Part<T>(ZipArchive archive, string name, long maxCharacters, Func<XmlReader, T> read)
        where T : class
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var xml = XmlText.Open(stream, maxCharacters);
        return read(xml);
    }

    private static ExtractedText Body(XmlReader xml, DocxStyles styles, TextSink sink, CancellationToken cancellation)
    {
        var text = new ExtractedText();
        var paragraph = new ParagraphState();
        while (xml.Read() && text.Length <= sink.Options.MaxTextLength)
        {
            if (xml.NamespaceURI is not (Word or StrictWord))
            {
                // Text boxes are there twice, once for old programs.
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Fallback")
                {
                    xml.Skip();
                }
                else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && paragraph.InText)
                {
                    paragraph.Begin(text);
                    text.Verbatim(xml.Value, ExtractedText.NowhereInDocument);
                }

                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.Element)
            {
                Element(xml, styles, text, ref paragraph);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                paragraph.InText &= xml.LocalName != "t";
                if (xml.LocalName == "p")
                {
                    text.EndBlock();
                    paragraph = default;
                }
            }
        }

        return text;
    }

    private static void Element(XmlReader xml, DocxStyles styles, ExtractedText text, ref ParagraphState paragraph)
    {
        switch (xml.LocalName)
        {
            case "p":
                text.EndBlock();
                paragraph = default;
                break;
            case "pStyle":
                paragraph.Kind = styles.KindOf(xml.GetAttribute("val", xml.NamespaceURI)) ?? paragraph.Kind;
                break;
            case "numPr":
                paragraph.Kind ??= BlockKind.ListItem;
                break;
            case "outlineLvl":
                paragraph.Kind = BlockKind.Heading;
                break;
            case "t":
                paragraph.InText = !xml.IsEmptyElement;
                break;
            case "tab":
                text.Add(" ");
                break;
            case "br" or "cr":
                text.LineBreak();
                break;
            case "noBreakHyphen":
                paragraph.Begin(text);
                text.Verbatim("‑", ExtractedText.NowhereInDocument);
                break;
        }
    }

    private record struct ParagraphState
    {
        private bool _begun;

        internal BlockKind? Kind { get; set; }

        internal bool InText { get; set; }

        // The block begins with its first words, when the paragraph's properties have been read.
        internal void Begin(ExtractedText text)
        {
            if (!_begun)
            {
                _begun = true;
                text.BeginBlock(Kind);
            }
        }
    }
}
