using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Antecedents;

/// <summary>How words refer to somebody.</summary>
internal enum ReferentForm
{
    Name,
    Description,
    Pronoun,
}

/// <summary>What sort of being it is.</summary>
internal enum Animacy
{
    Unknown,
    Person,

    /// <summary>A state, an organisation, a medium, a text.</summary>
    Body,
}

/// <summary>One or several.</summary>
internal enum GrammaticalNumber
{
    Unknown,
    Singular,
    Plural,
}

/// <summary>What stands first in a description.</summary>
internal enum Determiner
{
    None,
    Definite,
    Demonstrative,

    /// <summary>A possessive pronoun or a noun with 's.</summary>
    Possessive,
    Indefinite,
}

/// <summary>The part of the sentence that it plays, as far as the words beside it tell.</summary>
internal enum GrammaticalRole
{
    Unknown,
    Subject,
    Object,
    Possessor,
    Oblique,
}

/// <summary>Words of an article that refer to a person or a body: a name, a description, a pronoun of the third person.</summary>
internal sealed record Referent
{
    public required TextSpan Span { get; init; }

    /// <summary>The noun of a description; otherwise all of it.</summary>
    public required TextSpan Head { get; init; }

    public required ReferentForm Form { get; init; }

    /// <summary>Index of its first word in the article.</summary>
    public required int FirstWord { get; init; }

    /// <summary>Index of the word that its head ends with.</summary>
    public required int LastWord { get; init; }

    /// <summary>Who it is, of a name that the article's cast has; null for other names.</summary>
    public Mention? Name { get; init; }

    public Gender Gender { get; init; }

    public GrammaticalNumber Number { get; init; }

    public Animacy Animacy { get; init; }

    public Determiner Determiner { get; init; }

    public GrammaticalRole Role { get; init; }

    public bool IsReflexive { get; init; }

    /// <summary>The noun of a description in lower case, without the ending of the plural; the pronoun's first form ("he" for "him"); the last word of a name that the cast has not.</summary>
    public string Noun { get; init; } = "";

    /// <summary>Index of the sentence.</summary>
    public int Sentence { get; init; }

    /// <summary>Index of the block.</summary>
    public int Paragraph { get; init; }

    /// <summary>No other stands before it in its sentence.</summary>
    public bool OpensSentence { get; init; }

    /// <summary>The attribution with a cue whose source it is, or -1.</summary>
    public int SourceOf { get; init; }

    /// <summary>The innermost attribution in whose content it stands, or -1.</summary>
    public int Inside { get; init; }

    /// <summary>The same for all names of one bearer; null for what is no name.</summary>
    public string? NameId => Name?.Actor.Id ?? (Form == ReferentForm.Name ? Noun : null);

    /// <summary>True for words of which an earlier mention may tell who it is.</summary>
    public bool PointsBack => Form != ReferentForm.Name;
}
