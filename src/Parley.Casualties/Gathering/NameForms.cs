using Parley.Casualties.Register;

namespace Parley.Casualties.Gathering;

/// <summary>The parts of a person's name as names are compared.</summary>
internal readonly record struct NameForms(NameForm? Surname, NameForm? GivenName, NameForm? Patronymic)
{
    /// <summary>The forms of a person's name.</summary>
    public static NameForms Of(NamedPerson person) => new(
        Of(RegisterField.Surname, person.Surname), Of(RegisterField.GivenName, person.GivenName), Of(RegisterField.Patronymic, person.Patronymic));

    /// <summary>Whether both can be the same person's: same family name, or the same given name where one has none, and nothing against it.</summary>
    public bool IsSameAs(NameForms other)
    {
        var haveSurnames = Surname is not null && other.Surname is not null;
        return Same(Surname, other.Surname, required: haveSurnames) && Same(GivenName, other.GivenName, required: !haveSurnames) && Same(Patronymic, other.Patronymic, required: false);
    }

    private static NameForm? Of(RegisterField field, string? name) => name is null ? null : NameForm.Of(field, name);

    private static bool Same(NameForm? one, NameForm? other, bool required) => one is not { } a || other is not { } b ? !required : a.Agrees(b);
}
