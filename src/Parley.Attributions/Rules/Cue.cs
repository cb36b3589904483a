namespace Parley.Attributions;

/// <summary>What part of speech a cue is.</summary>
internal enum CueClass : byte
{
    Verb,
    Noun,
    Adjective,
    Phrase,
    Adverb,
}

/// <summary>What may follow a cue as content.</summary>
[Flags]
internal enum CueFrames
{
    None = 0,
    Quote = 1 << 0,
    That = 1 << 1,
    Bare = 1 << 2,
    Wh = 1 << 3,
    To = 1 << 4,
    Object = 1 << 5,
    As = 1 << 6,

    /// <summary>A that-clause, infinitive, bare clause or question after an addressee ("told reporters that").</summary>
    ThatTo = 1 << 7,
    ToTo = 1 << 8,
    BareTo = 1 << 9,
    WhTo = 1 << 10,

    /// <summary>One of <see cref="Cue.Prepositions"/> and its object.</summary>
    Preposition = 1 << 11,

    /// <summary>An object and what it is called ("called the offer “a trap”").</summary>
    Label = 1 << 12,

    /// <summary>A that-clause behind a form of "be" only ("the deal was that").</summary>
    Copula = 1 << 13,

    /// <summary>A count and its number ("put the death toll at nine").</summary>
    Number = 1 << 14,
}

/// <summary>How a verb is inflected.</summary>
internal enum VerbForm : byte
{
    Base,
    Singular,
    Past,
    Participle,
    Ing,
}

/// <summary>A row of the cue table.</summary>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Class">Part of speech.</param>
/// <param name="Frames">What may follow as content.</param>
/// <param name="Prepositions">Prepositions that may introduce the content.</param>
/// <param name="IsAlsoNoun">True for a verb whose forms are nouns as well ("claims").</param>
internal sealed record Cue(string Lemma, CueClass Class, CueFrames Frames, string[] Prepositions, bool IsAlsoNoun);
