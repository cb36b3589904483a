using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>Reads the text of a field's value into the one form that the register keeps, or tells what is expected.</summary>
internal static class RegisterValue
{
    /// <summary>The oldest age that is believed.</summary>
    public const int OldestAge = 120;

    private const int LongestText = 2000;

    /// <summary>The canonical value; null, with the fault, if the text is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The text, trimmed and not empty.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="expected">What is expected.</param>
    public static string? Read(RegisterField field, string text, out string problem, out string expected)
    {
        (problem, expected) = ("", "");
        switch (field)
        {
            case RegisterField.BirthDate or RegisterField.DeathDate or RegisterField.DeclaredDate or RegisterField.MissingDate or RegisterField.Reported:
                (problem, expected) = ($"'{text}' is no date", "YYYY-MM-DD, YYYY-MM, YYYY or DD.MM.YYYY is expected");
                return DateValue.TryRead(text, out var date) && date.Year is >= 1850 and <= 2200 ? date.ToString() : null;
            case RegisterField.Age:
                (problem, expected) = ($"'{text}' is no age", $"full years, 0 to {OldestAge}, are expected");
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= OldestAge
                    ? age.ToString(CultureInfo.InvariantCulture) : null;
            case RegisterField.Sex:
                return Name<PersonSex>(text, out problem, out expected);
            case RegisterField.Status:
                return Name<CasualtyStatus>(text, out problem, out expected);
            case RegisterField.Category:
                return Name<PersonCategory>(text, out problem, out expected);
            case RegisterField.Service:
                return Name<ServiceKind>(text, out problem, out expected);
            case RegisterField.Cause:
                return Name<DeathCause>(text, out problem, out expected);
            case RegisterField.SourceKind:
                return Name<SourceKind>(text, out problem, out expected);
            case RegisterField.Reliability:
                (problem, expected) = ($"'{text}' is no grade", "A to F is expected");
                return text.ToUpperInvariant() is [>= 'A' and <= 'F'] grade ? grade : null;
            default:
                (problem, expected) = ($"{text.Length} characters are too many", $"at most {LongestText} are expected");
                return text.Length <= LongestText ? text : null;
        }
    }

    /// <summary>The member of an enumeration with a name as files write it.</summary>
    public static bool TryName<TEnum>(string? name, out TEnum value)
        where TEnum : struct, Enum
    {
        foreach (var member in Enum.GetValues<TEnum>())
        {
            if (EnumName.Of(member).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = member;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The names of an enumeration, for messages.</summary>
    public static string NamesOf<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(EnumName.Of));

    private static string? Name<TEnum>(string text, out string problem, out string expected)
        where TEnum : struct, Enum
    {
        (problem, expected) = ($"'{text}' is not known", $"one of {NamesOf<TEnum>()} is expected");
        return TryName<TEnum>(text, out var value) ? EnumName.Of(value) : null;
    }
}
