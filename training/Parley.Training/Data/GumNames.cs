namespace Parley.Training.Data;

/// <summary>
/// Names in GUM's entity annotation: mentions of persons, places, organisations and the rest whose head is a proper noun; the name is the
/// run of proper nouns around the head.
/// </summary>
internal static class GumNames
{
    /// <summary>Begin, inside, outside for each word (see <see cref="NameTags"/>); null without annotation.</summary>
    public static short[]? Read(List<string[]> words)
    {
        if (!words.Any(w => w[9].Contains("Entity=", StringComparison.Ordinal)))
        {
            return null;
        }

        var names = new short[words.Count];
        var open = new List<(string Id, string Kind, int Start, int Head)>();
        for (var i = 0; i < words.Count; i++)
        {
            var value = words[i][9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..] ?? "";
            for (var at = 0; at < value.Length;)
            {
                if (value[at] == '(')
                {
                    var end = value.AsSpan(at + 1).IndexOfAny('(', ')');
                    end = end < 0 ? value.Length : at + 1 + end;
                    var fields = value[(at + 1)..end].Split('-');
                    var head = fields.Length > 5 && int.TryParse(fields[5].Split(',')[0], out var offset) ? offset - 1 : 0;
                    open.Add((fields[0], fields.Length > 1 ? fields[1] : "", i, i + head));
                    at = end;
                    if (at < value.Length && value[at] == ')')
                    {
                        Close(open.Count - 1);
                        at++;
                    }
                }
                else
                {
                    var end = value.IndexOf(')', at);
                    var id = end < 0 ? "" : value[at..end];
                    var index = open.FindLastIndex(o => o.Id == id);
                    if (index >= 0)
                    {
                        Close(index);
                    }

                    at = end < 0 ? value.Length : end + 1;
                }
            }

            void Close(int index)
            {
                Mark(words, names, open[index].Kind, open[index].Start, i, open[index].Head);
                open.RemoveAt(index);
            }
        }

        return names;
    }

    private static void Mark(List<string[]> words, short[] names, string kind, int first, int last, int head)
    {
        if (head > last || words[head][3] != "PROPN")
        {
            return;
        }

        var (start, end) = (head, head + 1);
        while (start > first && words[start - 1][3] == "PROPN")
        {
            start--;
        }

        while (end <= last && words[end][3] == "PROPN")
        {
            end++;
        }

        for (var i = start; i < end; i++)
        {
            names[i] = NameTags.Number(kind switch { "person" => 0, "place" => 1, "organization" => 2, _ => 3 }, i > start);
        }
    }
}

/// <summary>Kinds of name as begin, inside, outside.</summary>
internal static class NameTags
{
    /// <summary>The names of the tags by number.</summary>
    public static readonly string[] Names = ["O", "B-person", "I-person", "B-place", "I-place", "B-organisation", "I-organisation", "B-other", "I-other"];

    /// <summary>The number of the tag of a kind: 0 person, 1 place, 2 organisation, 3 other.</summary>
    public static short Number(int kind, bool inside) => (short)(1 + (2 * kind) + (inside ? 1 : 0));
}
