namespace Parley.Documents.Articles;

/// <summary>What opens a list item or a line of dash dialogue.</summary>
internal enum MarkerKind
{
    /// <summary>•, ▪, * and the like: never dialogue.</summary>
    Bullet,

    /// <summary>A hyphen: mostly a bullet.</summary>
    Hyphen,

    /// <summary>— or –: mostly dialogue.</summary>
    Dash,

    /// <summary>1. or 1) or (1).</summary>
    Number,

    /// <summary>a) or (a) or (iv).</summary>
    Letter,
}

/// <summary>A marker at the start of a paragraph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Units up to the first word after it.</param>
/// <param name="Ordinal">The number, or the place of the letter in the alphabet; 0 for bullets and dashes.</param>
internal readonly record struct ListMarker(MarkerKind Kind, int Length, int Ordinal)
{
    public static bool TryRead(ReadOnlySpan<char> line, out ListMarker marker)
    {
        marker = default;
        if (line.Length < 3)
        {
            return false;
        }

        switch (line[0])
        {
            case '•' or '▪' or '●' or '◦' or '■' or '►' or '▶' or '‣' or '⁃' or '∙' or '➤' or '✓':
                return Finish(line, 1, MarkerKind.Bullet, 0, needsSpace: false, out marker);
            case '*' or '+' or '·':
                return Finish(line, 1, MarkerKind.Bullet, 0, needsSpace: true, out marker);
            case '-':
                return Finish(line, 1, MarkerKind.Hyphen, 0, needsSpace: true, out marker);
            case '—' or '–' or '―':
                // Spanish and Portuguese print the dash close to the word.
                var close = char.IsLetter(line[1]) || line[1] is '¿' or '¡' or '«' or '“';
                return Finish(line, 1, MarkerKind.Dash, 0, needsSpace: !close || line[0] == '–', out marker);
        }

        var at = line[0] == '(' ? 1 : 0;
        var digits = at;
        var number = 0;
        while (digits < line.Length && digits - at < 3 && char.IsAsciiDigit(line[digits]))
        {
            number = (number * 10) + (line[digits++] - '0');
        }

        if (digits > at)
        {
            return digits < line.Length && (line[digits] == ')' || (at == 0 && line[digits] == '.')) &&
                Finish(line, digits + 1, MarkerKind.Number, number, needsSpace: true, out marker);
        }

        var letters = at;
        while (letters < line.Length && letters - at < 4 && char.IsLower(line[letters]))
        {
            letters++;
        }

        var name = line[at..letters];
        var ordinal = name.Length == 1 && name[0] != 'i' ? Place(name[0]) : Roman(name);
        return ordinal > 0 && letters < line.Length && line[letters] == ')' &&
            Finish(line, letters + 1, MarkerKind.Letter, ordinal, needsSpace: true, out marker);
    }

    private static bool Finish(ReadOnlySpan<char> line, int end, MarkerKind kind, int ordinal, bool needsSpace, out ListMarker marker)
    {
        marker = default;
        var at = end;
        while (at < line.Length && char.IsWhiteSpace(line[at]))
        {
            at++;
        }

        if (at == line.Length || (needsSpace && at == end))
        {
            return false;
        }

        marker = new ListMarker(kind, at, ordinal);
        return true;
    }

    private static int Place(char letter) => letter switch
    {
        >= 'a' and <= 'z' => letter - 'a' + 1,
        >= 'а' and <= 'я' => letter - 'а' + 1,
        _ => 0,
    };

    private static int Roman(ReadOnlySpan<char> name) => name switch
    {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
        "x" => 10,
        _ => 0,
    };
}
