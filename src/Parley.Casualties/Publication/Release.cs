using System.Collections.Immutable;
using Parley.Casualties.Estimation;
using Parley.Casualties.Register;

namespace Parley.Casualties.Publication;

/// <summary>Everything that a release says, ready to be written.</summary>
internal sealed record Release
{
    /// <summary>Date and number of the release on that day: 2024-05-31.1.</summary>
    public required string Version { get; init; }

    public required ReleasePlan Plan { get; init; }

    /// <summary>The ledger's head that it was made from.</summary>
    public required string Cutoff { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Program { get; init; }

    public required InclusionPolicy Policy { get; init; }

    /// <summary>The records that are published, redacted for the profile, in the register's order.</summary>
    public required ImmutableArray<CasualtyRecord> Published { get; init; }

    public required ReleaseCounts Counts { get; init; }

    public required ImmutableArray<WeekOfDeaths> Weeks { get; init; }

    /// <summary>Published records whose date of death is not known within a quarter of a year.</summary>
    public required int Undated { get; init; }

    /// <summary>How many of each week's named dead will be named in the end.</summary>
    public required Estimate Nowcast { get; init; }

    public required ImmutableArray<AgeGroupCount> Ages { get; init; }

    public required ImmutableArray<RegionCount> Regions { get; init; }

    /// <summary>The register's sources as lists.</summary>
    public required RegisterLists Lists { get; init; }

    /// <summary>How many of the dead the lists hold together, with the total first.</summary>
    public required ImmutableArray<Estimate> Completeness { get; init; }

    /// <summary>The estimates asked for, with their arguments.</summary>
    public required ImmutableArray<(string Arguments, ImmutableArray<Estimate> Estimates)> Estimates { get; init; }

    /// <summary>What changed since the release before; null for a first release.</summary>
    public ReleaseChanges? Changes { get; init; }

    public required ReleaseActivity Activity { get; init; }
}
