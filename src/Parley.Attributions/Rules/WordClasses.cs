using System.Collections.Frozen;

namespace Parley.Attributions;

/// <summary>The closed classes of English words, as far as the rules ask for them; a word may be in several.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Be = 1 << 0,
    Have = 1 << 1,
    Modal = 1 << 2,
    Do = 1 << 3,
    Adverb = 1 << 4,
    Pronoun = 1 << 5,
    Possessive = 1 << 6,
    Determiner = 1 << 7,
    Preposition = 1 << 8,
    Coordinator = 1 << 9,
    Subordinator = 1 << 10,
    Relative = 1 << 11,
    Time = 1 << 12,
    Wh = 1 << 13,
    Stop = 1 << 14,
    Comma = 1 << 15,
    Dash = 1 << 16,
    Mark = 1 << 17,
    Object = 1 << 18,
    Auxiliary = Be | Have | Modal | Do,
}

/// <summary>Looks words up in the closed classes.</summary>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, WordClass> Table = Build();

    /// <summary>The classes of a word given in lower case.</summary>
    public static WordClass Of(ReadOnlySpan<char> lower)
    {
        if (Table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var known))
        {
            return known;
        }

        return lower.Length > 4 && lower.EndsWith("ly") ? WordClass.Adverb : WordClass.None;
    }

    private static FrozenDictionary<string, WordClass> Build()
    {
        var table = new Dictionary<string, WordClass>();
        Add(WordClass.Be, "is are was were be been being am 's ’s 're ’re 'm ’m");
        Add(WordClass.Have, "has have had having 've ’ve");
        Add(WordClass.Modal, "will would shall should can could may might must 'll ’ll 'd ’d wo ca");
        Add(WordClass.Do, "do does did");
        Add(WordClass.Adverb, "not n't n’t also later earlier now again still already never ever then previously recently once further long often even just soon too since first simply only openly always however meanwhile moreover indeed instead nevertheless nonetheless thus therefore additionally separately similarly today yesterday tomorrow tonight");
        Add(WordClass.Pronoun, "he she they it we i you who");
        Add(WordClass.Object, "him her them us me it you");
        Add(WordClass.Possessive, "his her its their our my your 's ’s");
        Add(WordClass.Determiner, "the a an this that these those some any every each no both all several many few two three four five six seven eight nine ten another one other most");
        Add(WordClass.Preposition, "in on at during after before of for to from with by about against over under between among amid through into as within without toward towards since until despite like than via per near upon alongside including outside inside around following across");
        Add(WordClass.Coordinator, "and but or nor yet");
        Add(WordClass.Subordinator, "that because although though while whereas when if whether unless as after before until once where so");
        Add(WordClass.Relative, "who which that whom whose");
        Add(WordClass.Wh, "how what why when where whether if who which");
        Add(WordClass.Time, "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight recently january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. mon. tue. tues. wed. thu. thurs. fri. sat. sun. earlier later");
        Add(WordClass.Stop, ". ! ? … ... ; 。");
        Add(WordClass.Comma, ",");
        Add(WordClass.Dash, "— – -- -");
        Add(WordClass.Mark, ": ( ) [ ]");
        return table.ToFrozenDictionary();

        void Add(WordClass wordClass, string words)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = table.GetValueOrDefault(word) | wordClass;
            }
        }
    }
}
