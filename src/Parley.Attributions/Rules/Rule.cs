using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// The ways to find an attribution without the model, and how often what they find is right: the one place for these numbers.
/// </summary>
/// <param name="Name">How the way is called where the records tell what found an attribution.</param>
/// <param name="Confidence">Probability that what it finds is right, 0 to 1.</param>
internal readonly record struct Rule(string Name, double Confidence)
{
    /// <summary>A verb of speech with its subject and a clause.</summary>
    public static readonly Rule Clause = new("rule: verb and clause", 0.46);

    /// <summary>A participle of speech ("saying that ...") with a clause.</summary>
    public static readonly Rule Participle = new("rule: participle and clause", 0.47);

    /// <summary>An infinitive of speech with a clause.</summary>
    public static readonly Rule Infinitive = new("rule: infinitive and clause", 0.41);

    /// <summary>A clause and then its verb: "..., a diplomat said".</summary>
    public static readonly Rule ClauseBefore = new("rule: clause before its verb", 0.52);

    /// <summary>A clause and the answer to it: "..., a figure the rebels dispute".</summary>
    public static readonly Rule Dispute = new("rule: clause and the answer to it", 0.75);

    /// <summary>A noun of speech with what it is about.</summary>
    public static readonly Rule Noun = new("rule: noun of speech", 0.52);

    /// <summary>A noun of speech and a form of "be" with a clause ("their message was that ...").</summary>
    public static readonly Rule Copula = new("rule: noun of speech and its clause", 0.55);

    /// <summary>"A promise from the government not to ...".</summary>
    public static readonly Rule Giver = new("rule: noun of speech and its giver", 0.55);

    /// <summary>"Issued a warning that ...".</summary>
    public static readonly Rule LightVerb = new("rule: verb that carries a noun of speech", 0.55);

    /// <summary>"Demands for ..." of which the text doesn't tell whose they are.</summary>
    public static readonly Rule NounOfNobody = new("rule: noun of speech without an owner", 0.30);

    /// <summary>What the author himself predicts.</summary>
    public static readonly Rule AuthorPrediction = new("rule: the author's prediction", 0.50);

    /// <summary>A headline with a colon.</summary>
    public static readonly Rule Headline = new("rule: headline", 0.50);

    /// <summary>"According to" and its like.</summary>
    public static readonly Rule Phrase = new("rule: phrase of source", 0.57);

    /// <summary>"As the minister said, ...".</summary>
    public static readonly Rule AsClause = new("rule: as-clause", 0.50);

    /// <summary>An adjective of attitude: "is ready to ...".</summary>
    public static readonly Rule Adjective = new("rule: adjective of attitude", 0.38);

    /// <summary>A verb of speech that interrupts or follows a quotation in its sentence.</summary>
    public static readonly Rule InterruptedQuotation = new("rule: verb after quoted words", 0.60);

    /// <summary>A verb of speech before a quotation.</summary>
    public static readonly Rule Quotation = new("rule: verb before a quotation", 0.64);

    /// <summary>A name and a colon before a quotation.</summary>
    public static readonly Rule NamedQuotation = new("rule: name before a quotation", 0.50);

    /// <summary>A sentence that introduces a quotation.</summary>
    public static readonly Rule IntroducedQuotation = new("rule: quotation introduced by a sentence", 0.54);

    /// <summary>A sentence that opens a list or a block quotation.</summary>
    public static readonly Rule Opener = new("rule: opener", 0.50);

    /// <summary>An item of a list that a sentence introduced.</summary>
    public static readonly Rule ListItem = new("form: item of a list", 0.75);

    /// <summary>A block quotation that a sentence introduced.</summary>
    public static readonly Rule BlockQuotation = new("form: block quotation", 0.85);

    /// <summary>A turn of a transcript with its speaker.</summary>
    public static readonly Rule Turn = new("form: turn", 0.95);

    /// <summary>A turn of a transcript whose speaker is not named.</summary>
    public static readonly Rule TurnOfUnknown = new("form: turn without a name", 0.475);

    /// <summary>A paragraph opened by a dash, with its attribution.</summary>
    public static readonly Rule Dash = new("form: dash", 0.9);

    /// <summary>A paragraph opened by a dash, without one.</summary>
    public static readonly Rule DashOfUnknown = new("form: dash without attribution", 0.5);

    /// <summary>A quotation that goes on from the paragraph before.</summary>
    public static readonly Rule HandedOn = new("conversation: continued quotation", 0.42);

    /// <summary>A quotation by itself after another in its paragraph.</summary>
    public static readonly Rule SameParagraph = new("conversation: same paragraph", 0.50);

    /// <summary>A quotation by itself after another in the paragraph before.</summary>
    public static readonly Rule ParagraphBefore = new("conversation: paragraph before", 0.40);

    /// <summary>An attribution that is found this way; empty pieces stand for what is only implied.</summary>
    public FoundAttribution Find(ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> cue, ImmutableArray<TextSpan> content) =>
        new() { Source = source, Cue = cue, Content = content, Confidence = Confidence, By = Name };
}
