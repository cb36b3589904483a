using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>Tells whether two values of a field can both be true, whatever the script, the precision or the length of the words.</summary>
internal static class ValueAgreement
{
    /// <summary>Ages differ by a year when one source counts to the birthday and another does not.</summary>
    private const int AgeSlack = 1;

    /// <summary>Whether the values agree.</summary>
    public static bool Agree(RegisterField field, string one, string other) => field switch
    {
        _ when one.Equals(other, StringComparison.OrdinalIgnoreCase) => true,
        RegisterField.Surname or RegisterField.GivenName or RegisterField.Patronymic => NameForm.Of(field, one).Agrees(NameForm.Of(field, other)),
        RegisterField.BirthDate or RegisterField.DeathDate or RegisterField.DeclaredDate or RegisterField.MissingDate or RegisterField.Reported => Dates(one, other),
        RegisterField.Age => Math.Abs(Number(one) - Number(other)) <= AgeSlack,
        RegisterField.Home or RegisterField.Region or RegisterField.DeathPlace or RegisterField.Unit or RegisterField.Rank
            or RegisterField.Nationality or RegisterField.BurialPlace => Words(one, other),
        RegisterField.Circumstances => true, // told in other words, not against each other
        _ => false,
    };

    private static bool Dates(string one, string other) =>
        !PartialDate.TryParse(one, out var a) || !PartialDate.TryParse(other, out var b) || (a.First <= b.Last && b.First <= a.Last);

    private static bool Words(string one, string other)
    {
        var (a, b) = (NameFold.Fold(one), NameFold.Fold(other));
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
