using System.Text;
using System.Text.Json;
using Parley.Language.Model;

namespace Parley.Training.Data;

/// <summary>Pre-trained word vectors, most frequent words first, from JSON with the members "words" and "vectors".</summary>
internal sealed record WordVectors(string[] Words, Dictionary<string, float[]> Vectors)
{
    public static WordVectors Read(string path, int most, int dimensions)
    {
        var words = new List<string>();
        var vectors = new Dictionary<string, float[]>();
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("words"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    words.Add(reader.GetString()!);
                }
            }
            else if (reader.ValueTextEquals("vectors"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var word = reader.GetString()!;
                    var vector = new float[dimensions];
                    reader.Read();
                    for (var i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
                    {
                        if (i < dimensions)
                        {
                            vector[i] = reader.GetSingle();
                        }
                    }

                    vectors[word] = vector;
                }
            }
        }

        return new WordVectors([.. words.Take(most)], vectors);
    }

    /// <summary>
    /// The words that get a row: those of the paragraphs that have a vector or come twice, and the most frequent with a vector.
    /// </summary>
    public (WordIndex Index, float[]?[] Vectors) Choose(IEnumerable<Paragraph> paragraphs)
    {
        var counts = new Dictionary<string, int>();
        Span<char> form = stackalloc char[TokenForm.MaxLength];
        foreach (var paragraph in paragraphs)
        {
            for (var i = 0; i < paragraph.Count; i++)
            {
                var length = TokenForm.Normalize(paragraph.Text.AsSpan(paragraph.Starts[i]..paragraph.Ends[i]), form, out _);
                var word = form[..length].ToString().ToLowerInvariant();
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        var chosen = new HashSet<string>(Words);
        chosen.UnionWith(counts.Where(c => c.Value >= 2 || Vectors.ContainsKey(c.Key)).Select(c => c.Key));
        var order = chosen.Order(StringComparer.Ordinal).ToArray();
        var hashes = order.Select(w => WordIndex.Hash(w)).ToArray();
        var vectors = order.Select(w => Vectors.GetValueOrDefault(w) ?? Kin(w)).ToArray();
        return (new WordIndex(hashes), vectors);
    }

    /// <summary>The vector of a word that is written nearly so.</summary>
    private float[]? Kin(string word)
    {
        if (word == "--")
        {
            return Vectors.GetValueOrDefault("-");
        }

        var bare = new StringBuilder(word).Replace(".", "").Replace("'", "").ToString();
        return word.Length > 2 && word.EndsWith('.') ? Vectors.GetValueOrDefault(bare) : null;
    }
}
