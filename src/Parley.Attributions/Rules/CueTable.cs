using System.Collections.Frozen;

namespace Parley.Attributions;

/// <summary>The table of cues with the forms of their words, read once from data/attribution/cues.tsv.</summary>
internal static class CueTable
{
    private static readonly (FrozenDictionary<string, VerbCue> Verbs, FrozenDictionary<string, Cue> Nouns, FrozenDictionary<string, Cue> Adjectives) Tables = Load();

    private const int LongestWord = 32;
    private static readonly FrozenDictionary<string, VerbCue>.AlternateLookup<ReadOnlySpan<char>> s_verbs = Tables.Verbs.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Cue>.AlternateLookup<ReadOnlySpan<char>> s_nouns = Tables.Nouns.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Cue>.AlternateLookup<ReadOnlySpan<char>> s_adjectives = Tables.Adjectives.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A form of a verb that attributes.</summary>
    internal readonly record struct VerbCue(Cue Cue, VerbForm Form);

    /// <summary>Verbs by their lower-case forms.</summary>
    public static FrozenDictionary<string, VerbCue> Verbs => Tables.Verbs;

    /// <summary>Nouns by singular and plural.</summary>
    public static FrozenDictionary<string, Cue> Nouns => Tables.Nouns;

    /// <summary>Adjectives with the word that follows them ("willing to").</summary>
    public static FrozenDictionary<string, Cue> Adjectives => Tables.Adjectives;

    /// <summary>True for a form of any word of the table, and "according".</summary>
    public static bool MayAttribute(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return false;
        }

        Span<char> lower = stackalloc char[LongestWord];
        var form = lower[..word.ToLowerInvariant(lower)];
        return form is "according" || s_verbs.ContainsKey(form) || s_nouns.ContainsKey(form) || s_adjectives.ContainsKey(form);
    }

    private static (FrozenDictionary<string, VerbCue>, FrozenDictionary<string, Cue>, FrozenDictionary<string, Cue>) Load()
    {
        var verbs = new Dictionary<string, VerbCue>();
        var nouns = new Dictionary<string, Cue>();
        var adjectives = new Dictionary<string, Cue>();
        using var stream = typeof(CueTable).Assembly.GetManifestResourceStream("cues.tsv")
            ?? throw new InvalidOperationException("the assembly lacks its table of cues");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.StartsWith("lemma\t", StringComparison.Ordinal))
            {
                continue;
            }

            var cells = line.Split('\t');
            var cue = Read(cells);
            switch (cue.Class)
            {
                case CueClass.Verb:
                    foreach (var (form, kind) in VerbForms.Of(cue.Lemma, cells[5].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                    {
                        verbs.TryAdd(form, new VerbCue(cue, kind));
                    }

                    break;
                case CueClass.Noun:
                    nouns[cue.Lemma] = cue;
                    nouns[VerbForms.WithS(cue.Lemma)] = cue;
                    break;
                default:
                    adjectives[cue.Lemma] = cue;
                    break;
            }
        }

        return (verbs.ToFrozenDictionary(), nouns.ToFrozenDictionary(), adjectives.ToFrozenDictionary());
    }

    private static Cue Read(string[] cells)
    {
        var frames = CueFrames.None;
        var prepositions = new List<string>();
        foreach (var frame in cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var known = frame switch
            {
                "quote" => CueFrames.Quote,
                "that" => CueFrames.That,
                "bare" => CueFrames.Bare,
                "wh" => CueFrames.Wh,
                "to" or "infinitive" => CueFrames.To,
                "object" => CueFrames.Object,
                "as" => CueFrames.As,
                "label" => CueFrames.Label,
                "copula" => CueFrames.Copula,
                "number" => CueFrames.Number,
                "that-to" => CueFrames.ThatTo,
                "to-to" => CueFrames.ToTo,
                "bare-to" => CueFrames.BareTo,
                "wh-to" => CueFrames.WhTo,
                _ => CueFrames.Preposition,
            };
            frames |= known;
            if (known == CueFrames.Preposition)
            {
                prepositions.Add(frame == "to-object" ? "to" : frame);
            }
        }

        return new Cue(cells[0], Enum.Parse<CueClass>(cells[1], ignoreCase: true), frames, [.. prepositions], cells[6] == "noun");
    }
}
