namespace Parley.Casualties.Teams;

/// <summary>The lines of a package as bytes, none longer than is reasonable.</summary>
internal sealed class PackageLines(Stream input, int maxBytes, string origin)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Number of the line read last, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end; null after the last.</summary>
    /// <exception cref="FormatException">It is too long.</exception>
    public byte[]? Next()
    {
        using var line = new MemoryStream();
        Number++;
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, input.Read(_buffer));
                if (_end == 0)
                {
                    return line.Length > 0 ? line.ToArray() : null;
                }
            }

            var rest = _buffer.AsSpan(_start.._end);
            var length = rest.IndexOf((byte)'\n');
            line.Write(length < 0 ? rest : rest[..length]);
            if (line.Length > maxBytes)
            {
                throw new FormatException($"{origin}: line {Number}: more than {maxBytes} bytes; this is no package, nothing was merged");
            }

            _start += length < 0 ? rest.Length : length + 1;
            if (length >= 0)
            {
                return line.ToArray();
            }
        }
    }
}
