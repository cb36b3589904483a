using System.Collections.Immutable;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Publication;

/// <summary>What a release is to hold: everything beside the register itself that its bytes depend on.</summary>
public sealed record ReleasePlan
{
    /// <summary>What the register is called on its pages.</summary>
    public required string Title { get; init; }

    /// <summary>The day of the release.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>For whom it is.</summary>
    public PublicationProfile Profile { get; init; } = PublicationProfile.Public;

    /// <summary>What counts as one list when the register's sources are set against each other.</summary>
    public SourceLists Lists { get; init; } = SourceLists.Kind;

    /// <summary>Where errors can be reported, in words; null for nowhere.</summary>
    public string? Contact { get; init; }

    /// <summary>Seed of everything random that is made of the register.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Estimates from tables beside the register.</summary>
    public ImmutableArray<PlannedEstimate> Estimates { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>An estimate that a release shows.</summary>
/// <param name="Arguments">What <c>parley casualties estimate --method</c> is given.</param>
/// <param name="Inputs">The tables, as they were; they are kept with the release and not published.</param>
public sealed record PlannedEstimate(string Arguments, ImmutableArray<PlannedInput> Inputs);

/// <summary>A table that an estimate was made from.</summary>
/// <param name="Path">Where it was read from, as the arguments name it.</param>
/// <param name="Text">The whole of it.</param>
public sealed record PlannedInput(string Path, string Text);

/// <summary>A file of a release.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
public sealed record ReleasedFile(string Name, ContentHash Hash);

/// <summary>What counts as one list.</summary>
public enum SourceLists
{
    /// <summary>All sources of one kind.</summary>
    Kind,

    /// <summary>All sources of one independence group.</summary>
    Group,
}
