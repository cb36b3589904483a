using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parley.Ledger;

namespace Parley.Casualties.Register;

/// <summary>Keeps the register's events in the ledger's history, chained and verified with everything else there.</summary>
public static class RegisterHistory
{
    private const string Register = "casualties";

    private static readonly ImmutableArray<EventKind> Kinds =
    [
        EventKind.Of("mention", RegisterJson.Canonical.MentionAdded, e => e.Mention.Id),
        EventKind.Of("retraction", RegisterJson.Canonical.MentionRetracted, e => e.Mention),
        EventKind.Of("correction", RegisterJson.Canonical.FieldCorrected, e => e.Record),
        EventKind.Of("removal", RegisterJson.Canonical.RecordRemoved, e => e.Record),
        EventKind.Of("review", RegisterJson.Canonical.RecordReviewed, e => e.Record),
        EventKind.Of("pair-decision", RegisterJson.Canonical.PairDecided, e => e.First),
        EventKind.Of("linkage", RegisterJson.Canonical.MentionsLinked, _ => ""),
        EventKind.Of("removal-asked", RegisterJson.Canonical.RemovalAsked, e => e.Record),
        EventKind.Of("removal-settled", RegisterJson.Canonical.RemovalSettled, e => e.Record),
        EventKind.Of("team", RegisterJson.Canonical.TeamNamed, e => e.Team),
        EventKind.Of("merge", RegisterJson.Canonical.PackageMerged, e => e.Team),
        EventKind.Of("update", RegisterJson.Canonical.RegisterUpdated, _ => ""),
        EventKind.Of("policy", RegisterJson.Canonical.PolicySet, e => e.Origin),
        EventKind.Of("release", RegisterJson.Canonical.ReleaseMade, e => e.Version),
        EventKind.Of("gathering", RegisterJson.Canonical.ArticlesGathered, e => e.Maker),
    ];

    /// <summary>Appends events with one commit: all of them are recorded, or none.</summary>
    /// <exception cref="LedgerException">They could not be recorded.</exception>
    public static LedgerHead Append(LedgerWriter ledger, IEnumerable<RegisterEvent> events)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(events);
        return ledger.Append([.. events.Select(ToEntry)]);
    }

    /// <summary>The events in their order.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="upTo">Only those up to this record of the history; all if null.</param>
    /// <exception cref="LedgerException">While enumerating: an event cannot be read.</exception>
    public static IEnumerable<RegisterEvent> Read(LedgerReader ledger, long? upTo = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var entry in ledger.Entries(Register, upTo))
        {
            yield return FromEntry(entry);
        }
    }

    /// <summary>What kind an event is, as the history has it.</summary>
    internal static string KindOf(RegisterEvent what) => Of(what).Name;

    /// <summary>An event as its kind and its canonical JSON.</summary>
    internal static (string Kind, byte[] Json) Write(RegisterEvent what) => (Of(what).Name, Of(what).Write(what));

    /// <summary>The event that canonical JSON tells of.</summary>
    /// <exception cref="JsonException">There is no such kind, or it is no event of the kind.</exception>
    internal static RegisterEvent Read(string kind, ReadOnlySpan<byte> json) =>
        (Kinds.FirstOrDefault(k => k.Name == kind) ?? throw new JsonException($"there is no event of the kind '{kind}'; use a newer Parley")).Read(json);

    private static EventKind Of(RegisterEvent what) => Kinds.Single(k => k.Type == what.GetType());

    private static LedgerEntry ToEntry(RegisterEvent what) => new(Register, Of(what).Name, Of(what).IdOf(what), Of(what).Write(what));

    private static RegisterEvent FromEntry(LedgerEntry entry)
    {
        try
        {
            return Read(entry.Kind, entry.Json.Span) with { Sequence = entry.Sequence };
        }
        catch (JsonException e)
        {
            throw new LedgerException($"record {entry.Sequence} of the ledger is no event of the casualty register; run 'parley verify' ({e.Message})", e);
        }
    }

    private sealed record EventKind(string Name, Type Type, Func<RegisterEvent, string> IdOf, Func<RegisterEvent, byte[]> Write, EventKind.Reader Read)
    {
        public delegate RegisterEvent Reader(ReadOnlySpan<byte> json);

        public static EventKind Of<TEvent>(string name, JsonTypeInfo<TEvent> type, Func<TEvent, string> id)
            where TEvent : RegisterEvent => new(
                name, typeof(TEvent), e => id((TEvent)e), e => JsonSerializer.SerializeToUtf8Bytes((TEvent)e, type),
                json => JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null is no event"));
    }
}
