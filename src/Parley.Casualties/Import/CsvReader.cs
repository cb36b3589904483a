namespace Parley.Casualties.Import;

/// <summary>
/// Reads CSV as RFC 4180 has it, and as programs write it: comma, semicolon or tab between fields (found from the heading line), quoted
/// fields with line breaks, a byte order mark, any line end.
/// </summary>
internal sealed class CsvReader
{
    /// <summary>Longest field that is read.</summary>
    public const int MaxFieldLength = 1 << 16;

    /// <summary>Most columns that a row may have.</summary>
    public const int MaxColumns = 1024;

    private readonly TextReader _reader;
    private readonly char[] _buffer = new char[1 << 16];
    private readonly List<(int Start, int Length)> _fields = [];
    private char[] _row = new char[1 << 12];
    private int _rowLength;
    private int _position;
    private int _filled;
    private char _separator = ',';

    /// <summary>Reads the heading line.</summary>
    /// <exception cref="FormatException">The text is empty, or a field or row is too long.</exception>
    public CsvReader(TextReader reader)
    {
        _reader = reader;
        _separator = FindSeparator();
        if (!Read())
        {
            throw new FormatException("the file is empty; a heading line is expected");
        }

        Headings = [.. Enumerable.Range(0, FieldCount).Select(i => this[i].Trim().ToString())];
    }

    /// <summary>The headings.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Number of the line at which the present row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many fields the present row has.</summary>
    public int FieldCount => _fields.Count;

    private int _nextLine = 1;

    /// <summary>A field of the present row; empty beyond its end.</summary>
    public ReadOnlySpan<char> this[int index] =>
        index < _fields.Count ? _row.AsSpan(_fields[index].Start, _fields[index].Length) : [];

    /// <summary>Goes to the next row that is not empty.</summary>
    /// <exception cref="FormatException">A field or row is too long, or a quotation mark is never closed.</exception>
    public bool Read()
    {
        do
        {
            _fields.Clear();
            _rowLength = 0;
            Line = _nextLine;
            if (Peek() < 0)
            {
                return false;
            }

            while (ReadField())
            {
                if (_fields.Count >= MaxColumns)
                {
                    throw new FormatException($"line {Line}: more than {MaxColumns} columns");
                }
            }
        }
        while (_fields.Count == 1 && _fields[0].Length == 0);
        return true;
    }

    /// <summary>Reads one field; true if another one follows in the row.</summary>
    private bool ReadField()
    {
        var start = _rowLength;
        var quoted = Peek() == '"';
        if (quoted)
        {
            _position++;
            ReadQuoted(start);
        }

        while (true)
        {
            var c = Peek();
            if (c >= 0)
            {
                _position++;
            }

            if (c < 0 || c == '\n' || c == '\r')
            {
                if (c == '\r' && Peek() == '\n')
                {
                    _position++;
                }

                _nextLine++;
                _fields.Add((start, _rowLength - start));
                return false;
            }

            if (c == _separator)
            {
                _fields.Add((start, _rowLength - start));
                return true;
            }

            Append((char)c, start);
        }
    }

    private void ReadQuoted(int start)
    {
        while (true)
        {
            var c = Peek();
            if (c < 0)
            {
                throw new FormatException($"line {Line}: a quotation mark is opened and never closed");
            }

            _position++;
            if (c == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                _position++;
            }
            else if (c == '\n')
            {
                _nextLine++;
            }

            Append((char)c, start);
        }
    }

    private void Append(char c, int start)
    {
        if (_rowLength - start >= MaxFieldLength)
        {
            throw new FormatException($"line {Line}: a field has more than {MaxFieldLength} characters");
        }

        if (_rowLength == _row.Length)
        {
            Array.Resize(ref _row, _row.Length * 2);
        }

        _row[_rowLength++] = c;
    }

    private int Peek()
    {
        if (_position == _filled)
        {
            _filled = _reader.Read(_buffer, 0, _buffer.Length);
            _position = 0;
            if (_filled == 0)
            {
                return -1;
            }
        }

        return _buffer[_position];
    }

    private char FindSeparator()
    {
        if (Peek() == '\uFEFF')
        {
            _position++;
            Peek();
        }

        var line = _buffer.AsSpan(_position, _filled - _position);
        var end = line.IndexOfAny('\n', '\r');
        line = end >= 0 ? line[..end] : line;
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }
}
