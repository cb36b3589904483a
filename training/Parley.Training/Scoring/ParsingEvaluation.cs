using System.Globalization;
using Parley.Training.Data;

namespace Parley.Training.Scoring;

/// <summary>
/// Compares a parse with a treebank, both in CoNLL-U, word forms written together being the same: F1 of tokens, sentences, tags, and of trees over the tokens that
/// both have, as in the CoNLL 2018 shared task (relations without subtypes; Zeman et al. 2018). Where words and sentences were given, these are accuracies.
/// </summary>
internal static class ParsingEvaluation
{
    /// <summary>Prints the measures.</summary>
    /// <exception cref="InvalidDataException">The two files do not have the same characters.</exception>
    public static void Run(string gold, string system, TextWriter output)
    {
        var (wanted, found) = (Parse.Read(gold), Parse.Read(system));
        if (wanted.Length != found.Length)
        {
            throw new InvalidDataException($"{gold} has {wanted.Length} characters in words, {system} has {found.Length}.");
        }

        Tell("tokens", wanted.Words.Keys.Count(found.Words.ContainsKey), found.Words.Count, wanted.Words.Count);
        Tell("sentences", wanted.Sentences.Count(found.Sentences.Contains), found.Sentences.Count, wanted.Sentences.Count);
        foreach (var (name, same) in (ReadOnlySpan<(string, Func<ParsedWord, ParsedWord, bool>)>)
            [
                ("UPOS", (a, b) => a.Universal == b.Universal), ("XPOS", (a, b) => a.Penn == b.Penn), ("lemmas", (a, b) => a.Lemma == b.Lemma),
                ("UAS", (a, b) => a.Head == b.Head), ("LAS", (a, b) => a.Head == b.Head && a.Relation == b.Relation),
            ])
        {
            Tell(name, wanted.Words.Count(w => found.Words.TryGetValue(w.Key, out var other) && same(w.Value, other)), found.Words.Count, wanted.Words.Count);
        }

        void Tell(string what, int right, int all, int goldAll) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-10} F1 {Score.F1(right, all, goldAll):0.0}"));
    }

    private readonly record struct ParsedWord(string Lemma, string Universal, string Penn, (int Start, int End) Head, string Relation);

    /// <summary>Words and sentences by where they stand in the characters of all words written together.</summary>
    private sealed class Parse
    {
        public Dictionary<(int Start, int End), ParsedWord> Words { get; } = [];

        public HashSet<(int Start, int End)> Sentences { get; } = [];

        public int Length { get; private set; }

        public static Parse Read(string path)
        {
            var parse = new Parse();
            var sentence = new List<string[]>();
            foreach (var line in AttributionCorpus.Lines(path).Append(""))
            {
                if (line.Length == 0)
                {
                    parse.Add(sentence);
                    sentence.Clear();
                }
                else if (char.IsAsciiDigit(line[0]) && line.Split('\t') is var cells && int.TryParse(cells[0], out _))
                {
                    sentence.Add(cells);
                }
            }

            return parse;
        }

        private void Add(List<string[]> sentence)
        {
            if (sentence.Count == 0)
            {
                return;
            }

            var start = Length;
            var places = new (int Start, int End)[sentence.Count];
            for (var i = 0; i < places.Length; i++)
            {
                var before = Length;
                Length += sentence[i][1].Count(c => !char.IsWhiteSpace(c));
                places[i] = (before, Length);
            }

            for (var i = 0; i < places.Length; i++)
            {
                var cells = sentence[i];
                var head = int.Parse(cells[6]);
                Words[places[i]] = new ParsedWord(cells[2], cells[3], cells[4], head == 0 ? (-1, -1) : places[head - 1], cells[7].Split(':')[0]);
            }

            Sentences.Add((start, Length));
        }
    }
}
