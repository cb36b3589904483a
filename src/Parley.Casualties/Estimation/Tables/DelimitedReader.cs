using System.Text;

namespace Parley.Casualties.Estimation.Tables;

/// <summary>Takes delimited text apart, with quoted cells; the delimiter is the one of comma, semicolon and tab that the first line has most of.</summary>
internal sealed class DelimitedReader
{
    private readonly string _name;
    private readonly string _text;
    private readonly int _longestCell;
    private readonly int _mostColumns;
    private readonly char _delimiter;
    private int _at;
    private int _nextLine = 1;

    public DelimitedReader(string name, string text, int longestCell, int mostColumns)
    {
        (_name, _text, _longestCell, _mostColumns) = (name, text, longestCell, mostColumns);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = text.AsSpan(0, end < 0 ? text.Length : end);
        var (commas, semicolons, tabs) = (first.Count(','), first.Count(';'), first.Count('\t'));
        _delimiter = tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    /// <summary>The line the last row began on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next row, or null at the end.</summary>
    public List<string>? Next()
    {
        if (_at >= _text.Length)
        {
            return null;
        }

        Line = _nextLine;
        var cells = new List<string>();
        while (true)
        {
            cells.Add(Cell());
            if (cells.Count > _mostColumns)
            {
                throw new EstimateInputException($"{_name}: line {Line}: more than {_mostColumns} columns");
            }

            if (_at < _text.Length && _text[_at] == _delimiter)
            {
                _at++;
                continue;
            }

            EndLine();
            return cells;
        }
    }

    private string Cell()
    {
        if (_at < _text.Length && _text[_at] == '"')
        {
            return Quoted();
        }

        var rest = _text.AsSpan(_at);
        var end = rest.IndexOfAny(_delimiter, '\r', '\n');
        end = end < 0 ? rest.Length : end;
        _at += Bounded(end);
        return rest[..end].Trim().ToString();
    }

    private string Quoted()
    {
        var cell = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c != '"')
            {
                _nextLine += c == '\n' ? 1 : 0;
                cell.Append(c);
                Bounded(cell.Length);
                continue;
            }

            if (_at + 1 >= _text.Length || _text[_at + 1] != '"')
            {
                _at++;
                return cell.ToString().Trim();
            }

            cell.Append('"');
            _at++;
        }

        throw new EstimateInputException($"{_name}: line {Line}: a quoted cell has no end");
    }

    private int Bounded(int length) => length <= _longestCell
        ? length
        : throw new EstimateInputException($"{_name}: line {Line}: a cell of more than {_longestCell} characters");

    private void EndLine()
    {
        if (_at < _text.Length && _text[_at] is not ('\r' or '\n'))
        {
            throw new EstimateInputException($"{_name}: line {Line}: text after the end of a quoted cell");
        }

        if (_at < _text.Length && _text[_at] == '\r')
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] == '\n')
        {
            _at++;
        }

        _nextLine++;
    }
}
