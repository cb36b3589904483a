using System.Text;
using Parley.Records;
using Parley.Training.Data;

namespace Parley.Training.Speakers;

/// <summary>Reads the documents of GUM with their entities (Zeldes 2017) from CoNLL-U.</summary>
internal static class GumMentions
{
    /// <summary>The documents.</summary>
    /// <param name="path">CoNLL-U, plain, gzip or xz.</param>
    public static List<MarkedText> Read(string path)
    {
        var documents = new List<MarkedText>();
        DocumentBuilder? document = null;
        foreach (var line in AttributionCorpus.Lines(path))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                Close();
                document = new DocumentBuilder(line[14..]);
            }
            else if (line.StartsWith("# meta::dateCreated = ", StringComparison.Ordinal))
            {
                document!.Published = line[22..];
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_", StringComparison.Ordinal))
            {
                document!.EndParagraph();
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                document!.Add(line.Split('\t'));
            }
            else if (line.Length == 0)
            {
                document?.EndSentence();
            }
        }

        Close();
        return documents;

        void Close()
        {
            if (document is not null)
            {
                documents.Add(document.Build());
            }
        }
    }

    private sealed class DocumentBuilder(string id)
    {
        private readonly StringBuilder _text = new();
        private readonly List<TextSpan> _paragraphs = [];
        private readonly List<(string[] Cells, TextSpan Span)> _words = [];
        private readonly List<(string[] Fields, int Word)> _open = [];
        private readonly List<GoldMention> _mentions = [];
        private readonly Dictionary<string, int> _entities = [];
        private int _paragraph, _sentence, _surfaceLast, _surfaceAt;
        private TextSpan _surface;
        private string _surfaceForm = "";

        public string? Published { get; set; }

        public void Add(string[] cells)
        {
            if (cells[0].Contains('.', StringComparison.Ordinal))
            {
                return;
            }

            if (cells[0].IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
            {
                // The words of a written token share its letters where they make it up ("Obama" and "'s"), otherwise all of it ("don't", "du").
                (_surface, _surfaceForm, _surfaceLast, _surfaceAt) = (Write(cells), cells[1], int.Parse(cells[0].AsSpan(dash + 1)), 0);
                return;
            }

            var span = int.Parse(cells[0]) <= _surfaceLast ? Part(cells[1]) : Write(cells);
            _words.Add((cells, span));
            foreach (var field in cells[9].Split('|'))
            {
                if (field.StartsWith("Entity=", StringComparison.Ordinal))
                {
                    Brackets(field[7..]);
                }
            }
        }

        public void EndSentence()
        {
            _surfaceLast = 0;
            _sentence = _words.Count;
            if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
            {
                _text.Append(' ');
            }
        }

        public void EndParagraph()
        {
            while (_text.Length > _paragraph && _text[^1] == ' ')
            {
                _text.Length--;
            }

            if (_text.Length > _paragraph)
            {
                _paragraphs.Add(TextSpan.FromBounds(_paragraph, _text.Length));
                _text.Append("\n\n");
            }

            _paragraph = _text.Length;
        }

        public MarkedText Build()
        {
            EndParagraph();
            return new MarkedText(id, id.Split('_')[1], Treebank.IsOpen(id), Published, _text.ToString(), _paragraphs, _mentions);
        }

        private TextSpan Part(string form)
        {
            if (_surfaceForm.IndexOf(form, _surfaceAt, StringComparison.Ordinal) != _surfaceAt)
            {
                return _surface;
            }

            _surfaceAt += form.Length;
            return new TextSpan(_surface.Start + _surfaceAt - form.Length, form.Length);
        }

        private TextSpan Write(string[] cells)
        {
            var span = new TextSpan(_text.Length, cells[1].Length);
            _text.Append(cells[1]);
            if (!cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal))
            {
                _text.Append(' ');
            }

            return span;
        }

        /// <summary>Opens and closes mentions: <c>(ID-type-infstat-salience-centering-minspan-link-identity</c> and <c>ID)</c>.</summary>
        private void Brackets(string value)
        {
            for (var at = 0; at < value.Length;)
            {
                var opens = value[at] == '(';
                var end = value.AsSpan(at + 1).IndexOfAny('(', ')');
                end = end < 0 ? value.Length : at + 1 + end;
                var fields = value[(opens ? at + 1 : at)..end].Split('-');
                if (opens)
                {
                    _open.Add((fields, _words.Count - 1));
                }

                at = end;
                if (at < value.Length && value[at] == ')')
                {
                    at++;
                    if (_open.FindLastIndex(o => o.Fields[0] == fields[0]) is >= 0 and var index)
                    {
                        Close(_open[index]);
                        _open.RemoveAt(index);
                    }
                }
            }
        }

        private void Close((string[] Fields, int Word) mention)
        {
            var (fields, first) = mention;
            // The head is the word that depends on one outside.
            var head = first;
            while (head < _words.Count - 1 && _sentence + int.Parse(_words[head].Cells[6]) - 1 is var governor && governor >= first && governor < _words.Count && _words[head].Cells[6] != "0")
            {
                head++;
            }

            if (!_entities.TryGetValue(fields[0], out var entity))
            {
                _entities[fields[0]] = entity = _entities.Count;
            }

            var (cells, headSpan) = _words[head];
            var features = cells[5];
            var form = cells[3] switch
            {
                "PROPN" => MentionForm.Name,
                "NOUN" or "ADJ" or "NUM" => MentionForm.Nominal,
                "PRON" when features.Contains("Person=3", StringComparison.Ordinal) && features.Contains("PronType=Prs", StringComparison.Ordinal) && cells[2] is not "one" => MentionForm.Pronoun,
                _ => MentionForm.Other,
            };
            _mentions.Add(new GoldMention(
                _words[first].Span.Cover(_words[^1].Span), headSpan, entity, fields.Length > 1 && fields[1] == "person", form,
                fields.Length > 6 && fields[6] is "appos" or "pred"));
        }
    }
}
