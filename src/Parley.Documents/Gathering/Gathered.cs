using Parley.Records;

namespace Parley.Documents.Gathering;

/// <summary>One step of gathering: a document, or what went wrong instead. Exactly one of the two is not null.</summary>
public sealed record Gathered
{
    internal Gathered(int number, Document document) => (Number, Document) = (number, document);

    internal Gathered(int number, Fault fault) => (Number, Fault) = (number, fault);

    /// <summary>Place in the order of gathering, from 0 without gaps, so that work in parallel can be put back in order.</summary>
    public int Number { get; }

    /// <summary>The document, or null.</summary>
    public Document? Document { get; }

    /// <summary>The fault, or null.</summary>
    public Fault? Fault { get; }
}
