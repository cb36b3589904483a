using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Teams;

/// <summary>What merging a package adds to a register.</summary>
/// <param name="Events">What is to be appended: that the package was merged, then its events; nothing if the register knows them all.</param>
/// <param name="New">How many events of the package are new, or told more fully than before.</param>
/// <param name="Known">How many came before, with another package.</param>
/// <param name="Returned">How many were done here and come back.</param>
public sealed record PackageMerge(ImmutableArray<RegisterEvent> Events, int New, int Known, int Returned)
{
    /// <summary>
    /// Finds what is new in a package. Nothing is chosen: what the other team says stands beside what is said here, and where it differs it is
    /// for the reviewers. An event that is told more fully than before is told again. The order in which packages come does not matter.
    /// </summary>
    /// <param name="register">The register.</param>
    /// <param name="package">The package.</param>
    /// <param name="who">Who merges it.</param>
    /// <param name="when">When, in UTC.</param>
    /// <exception cref="FormatException">The package tells an event of this team, or one that came before, in another way.</exception>
    public static PackageMerge Of(CasualtyRegister register, TeamPackage package, string who, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(package);
        var held = register.Events.Where(e => e.ByTeam is not null).ToDictionary(e => e.ByTeam!);
        var own = register.Events.Where(e => e.ByTeam is null).Select(e => e.Sequence).ToHashSet();
        var fresh = ImmutableArray.CreateBuilder<RegisterEvent>();
        var (known, returned) = (0, 0);
        // A package for anyone says less of the same events, and what it says depends on the day.
        var compares = package.Profile == PublicationProfile.Partner && register.Events.OfType<PackageMerged>().All(m => m.Profile == PublicationProfile.Partner);
        var ours = register.Team is null ? [] : PackageBuilder.Of(register, default, package.Profile).Events.Where(e => e.ByTeam!.Team == register.Team).ToDictionary(e => e.ByTeam!);
        foreach (var what in package.Events)
        {
            if (what.ByTeam!.Team == register.Team)
            {
                returned++;
                if (!own.Contains(what.ByTeam.Sequence) || (compares && ours.TryGetValue(what.ByTeam, out var done) && EventTelling.IsFuller(done, what) is null))
                {
                    throw new FormatException($"the package of {package.Team} tells of event {what.ByTeam.Sequence} of {register.Team}, which this register knows otherwise: "
                        + "another team has the same name, or the package is forged; nothing was merged");
                }
            }
            else if (held.TryGetValue(what.ByTeam, out var before))
            {
                var isFuller = EventTelling.IsFuller(before, what);
                if (isFuller == true)
                {
                    fresh.Add(what);
                    continue;
                }

                known++;
                if (compares && isFuller is null)
                {
                    throw new FormatException($"the package of {package.Team} tells event {what.ByTeam.Sequence} of {what.ByTeam.Team} otherwise than an earlier one: "
                        + "two teams have one name, or one of the packages is forged; nothing was merged");
                }
            }
            else
            {
                fresh.Add(what);
            }
        }

        ImmutableArray<RegisterEvent> events = fresh.Count == 0 ? []
            :
            [
                new PackageMerged { When = when, Who = who, Team = package.Team, Package = package.Hash, Profile = package.Profile, Events = fresh.Count },
                .. fresh,
            ];
        return new PackageMerge(events, fresh.Count, known, returned);
    }
}
