using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Parley.Casualties.Estimation;
using Parley.Casualties.Register;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Casualties.Publication;

/// <summary>
/// Makes the files of a release from the register's events and a plan, and from nothing else: neither clock, nor machine, nor folder is
/// in them, so that the same events and plan give the same bytes.
/// </summary>
public sealed class ReleaseBuilder
{
    private static readonly CompositeFormat VersionFormat = CompositeFormat.Parse("{0:yyyy-MM-dd}.{1}");
    private readonly IReadOnlyList<RegisterEvent> _events;
    private readonly Func<PlannedEstimate, IReadOnlyList<Estimate>> _estimate;

    /// <summary>A builder.</summary>
    /// <param name="events">The register's events, all of them.</param>
    /// <param name="estimate">Runs a planned estimate on its tables.</param>
    public ReleaseBuilder(IEnumerable<RegisterEvent> events, Func<PlannedEstimate, IReadOnlyList<Estimate>> estimate) =>
        (_events, _estimate) = ([.. events], estimate);

    /// <summary>The program and its version, as releases name it.</summary>
    public static string Program { get; } =
        $"parley {typeof(ReleaseBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    /// <summary>The releases made, in order.</summary>
    public IEnumerable<ReleaseMade> Made => _events.OfType<ReleaseMade>();

    /// <summary>The name of the next release of a day.</summary>
    public string NextVersion(DateOnly date) =>
        string.Format(CultureInfo.InvariantCulture, VersionFormat, date, Made.Count(m => m.Plan.Date == date) + 1);

    /// <summary>Makes a release of the register as it is.</summary>
    /// <param name="plan">What it is to hold.</param>
    /// <param name="cutoff">The ledger's head.</param>
    public IReadOnlyList<(string Name, byte[] Bytes)> Make(ReleasePlan plan, LedgerHead cutoff)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Files(plan, NextVersion(plan.Date), cutoff.ToString(), cutoff.Sequence);
    }

    /// <summary>Makes the files of an earlier release again.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Rebuild(ReleaseMade release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Files(release.Plan, release.Version, release.Cutoff, release.CutoffSequence);
    }

    /// <summary>Names and hashes of files.</summary>
    public static ImmutableArray<ReleasedFile> HashesOf(IEnumerable<(string Name, byte[] Bytes)> files) =>
        [.. files.Select(f => new ReleasedFile(f.Name, ContentHash.Of(f.Bytes)))];

    private IReadOnlyList<(string Name, byte[] Bytes)> Files(ReleasePlan plan, string version, string cutoff, long upTo)
    {
        var register = CasualtyRegister.Of(_events.Where(e => e.Sequence <= upTo));
        var (published, withheld) = PublishedOf(register, plan.Profile);
        var dead = register.Records(new RegisterFilter { Policy = register.Policy with { Level = ConfirmationLevel.Reported } }).Where(RegisterLists.IsDead).ToList();
        var lists = RegisterLists.Of(dead, plan.Lists, plan.Seed);
        var nowcast = WeekOfDeaths.NowcastOf(dead, plan.Seed);
        var (weeks, undated) = WeekOfDeaths.Of(published, dead, nowcast);
        return ReleaseFiles.Of(new Release
        {
            Version = version,
            Plan = plan,
            Cutoff = cutoff,
            Program = Program,
            Policy = register.Policy,
            Published = published,
            Counts = ReleaseCounts.Of(register, published, withheld),
            Weeks = weeks,
            Undated = undated,
            Nowcast = nowcast,
            Ages = AgeGroupCount.Of(published),
            Regions = RegionCount.Of(published, dead),
            Lists = lists,
            Completeness = lists.Completeness(),
            Estimates = [.. plan.Estimates.Select(e => (e.Arguments, (ImmutableArray<Estimate>)[.. _estimate(e)]))],
            Changes = ChangesSince(plan.Profile, upTo, register, published),
            Activity = ReleaseActivity.Of(register),
        });
    }

    private ReleaseChanges? ChangesSince(PublicationProfile profile, long upTo, CasualtyRegister register, ImmutableArray<CasualtyRecord> published)
    {
        if (Made.LastOrDefault(m => m.Sequence <= upTo && m.Plan.Profile == profile) is not { } last)
        {
            return null;
        }

        var before = CasualtyRegister.Of(_events.Where(e => e.Sequence <= last.CutoffSequence));
        return ReleaseChanges.Between(last.Version, before, PublishedOf(before, profile).Published, register, published);
    }

    private static (ImmutableArray<CasualtyRecord> Published, int Withheld) PublishedOf(CasualtyRegister register, PublicationProfile profile)
    {
        var counted = register.Records(new RegisterFilter { Policy = register.Policy }).ToList();
        ImmutableArray<CasualtyRecord> published = [.. counted.Select(r => Redaction.Apply(r, profile)).OfType<CasualtyRecord>()];
        return (published, counted.Count - published.Length);
    }
}
