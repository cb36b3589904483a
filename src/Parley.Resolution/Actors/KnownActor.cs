using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Grammatical gender of a person as far as it is known.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

/// <summary>An actor of the tables, or one that a user has named.</summary>
/// <param name="Name">The name by which the ledger calls it.</param>
/// <param name="Kind">What sort of actor it is.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
/// <param name="Gender">Of a person.</param>
/// <param name="Aliases">Other spellings and names.</param>
/// <param name="Roles">Posts with their terms.</param>
internal sealed record KnownActor(
    string Name, ActorKind Kind, string? Country, Gender Gender, ImmutableArray<string> Aliases, ImmutableArray<Term> Roles)
{
    /// <summary>The post held on a day, or null.</summary>
    public Term? RoleOn(DateOnly day)
    {
        foreach (var role in Roles)
        {
            if (role.Covers(day))
            {
                return role;
            }
        }

        return null;
    }
}

/// <summary>A post held from a day to a day, both included.</summary>
/// <param name="Post">Title, e.g. <c>Foreign Minister</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; the last day of the calendar while the term is open.</param>
internal sealed record Term(string Post, DateOnly From, DateOnly To)
{
    /// <summary>The post by its words.</summary>
    public Post Words { get; } = Actors.Post.Of(Post.Split(' '));

    public bool Covers(DateOnly day) => day >= From && day <= To;
}
