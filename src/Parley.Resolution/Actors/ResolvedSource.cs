using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Who an attribution's source is.</summary>
/// <param name="Actor">The actor; null where the text gives nobody.</param>
/// <param name="Sourcing">How it is identified.</param>
/// <param name="Gender">Of a person.</param>
/// <param name="Plural">Several people or a body.</param>
/// <param name="Rule">What led to it.</param>
/// <param name="Words">The words it rests on.</param>
internal sealed record ResolvedSource(ActorReference? Actor, Sourcing Sourcing, Gender Gender, bool Plural, string Rule, TextSpan? Words)
{
    /// <summary>The earlier words for which its own stand, or null if its own say who it is.</summary>
    public TextSpan? Antecedent { get; init; }

    public static ResolvedSource Nobody(string rule, TextSpan? words) => new(null, Sourcing.Anonymous, Gender.Unknown, false, rule, words);

    public static ResolvedSource Of(Mention mention, string rule) =>
        new(mention.Actor, SourcingOf(mention.Actor.Kind), mention.Gender, mention.Plural, rule, mention.Span) { Antecedent = mention.Span };

    public static Sourcing SourcingOf(ActorKind kind) => kind switch
    {
        ActorKind.Person or ActorKind.Office => Sourcing.Named,
        ActorKind.Text => Sourcing.Document,
        ActorKind.Group => Sourcing.Collective,
        _ => Sourcing.Organisation,
    };
}
