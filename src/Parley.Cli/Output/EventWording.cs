using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Cli.Output;

/// <summary>Says in a few words what was done to the casualty register.</summary>
internal static class EventWording
{
    /// <summary>The words.</summary>
    public static string Of(RegisterEvent what) => what switch
    {
        MentionAdded { Mention: var mention } => $"mention {mention.Id} added: {mention.Citation}",
        MentionRetracted retracted => $"mention {retracted.Mention} taken back",
        FieldCorrected { New: null } corrected => $"correction of {RegisterExport.FieldName(corrected.Field)} taken back, was {corrected.Old}",
        FieldCorrected corrected => $"{RegisterExport.FieldName(corrected.Field)} corrected from {corrected.Old ?? "nothing"} to {corrected.New}",
        RecordRemoved { Restored: true } => "record put back",
        RecordRemoved => "record removed",
        RecordReviewed reviewed => $"reviewed: {EnumName.Of(reviewed.Verdict)}",
        PairDecided decided => $"{decided.First} and {decided.Second} decided to be {(decided.Same switch { true => "one person", false => "two persons", _ => "undecided again" })}",
        RemovalAsked => "removal asked for",
        RemovalSettled => "removal looked at, nothing to do",
        TeamNamed named => $"the team is called {named.Team}",
        PackageMerged merged => $"{merged.Events} events of {merged.Team} merged from package {merged.Package.Hex[..12]}",
        RegisterUpdated => "register brought up to date",
        MentionsLinked => "linked by the model",
        PolicySet policy => $"criteria set from {policy.Origin}",
        ArticlesGathered gathered => $"{gathered.Articles.Length} articles read by {gathered.Maker}",
        _ => what.GetType().Name,
    };
}
