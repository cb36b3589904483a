using Parley.Casualties.Register;

namespace Parley.Casualties.Gathering;

/// <summary>A person named in a report.</summary>
/// <param name="First">Index of the name's first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Surname">Family name in the first case, or null.</param>
/// <param name="GivenName">Given name in the first case, or null.</param>
/// <param name="Patronymic">Patronymic in the first case, or null.</param>
/// <param name="Sex">As the forms of the name tell.</param>
/// <param name="IsKnown">Whether a known given name or a patronymic makes it a person's name beyond doubt.</param>
internal sealed record NamedPerson(int First, int Last, string? Surname, string? GivenName, string? Patronymic, PersonSex Sex, bool IsKnown)
{
    /// <summary>Whether another mention names the same person: same family name, and nothing against it.</summary>
    public bool IsSameAs(NamedPerson other) => NameForms.Of(this).IsSameAs(NameForms.Of(other));
}
