using Parley.Casualties.Linkage;

namespace Parley.Casualties.Register;

/// <summary>A part of a name as it is compared with others: folded once, whoever asks.</summary>
/// <param name="Skeleton">The name folded; empty if it holds no letter that folds.</param>
/// <param name="Canonical">What all forms of the name have in common.</param>
internal readonly record struct NameForm(string Skeleton, string Canonical)
{
    /// <summary>The form of a family name, a given name or a patronymic.</summary>
    public static NameForm Of(RegisterField field, string name)
    {
        var skeleton = NameFold.Fold(name);
        return new NameForm(skeleton, field switch
        {
            RegisterField.GivenName => GivenNames.Canonical(skeleton) ?? skeleton,
            RegisterField.Patronymic => GivenNames.FathersName(skeleton),
            _ => skeleton,
        });
    }

    /// <summary>Whether both can be the same name; an initial agrees with every name that begins so.</summary>
    public bool Agrees(NameForm other)
    {
        var (a, b) = (Skeleton, other.Skeleton);
        return a.Length == 0 || b.Length == 0 || Canonical == other.Canonical || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0]) || EdgeForms(a, b);
    }

    /// <summary>The other sex's form of a family name, as quoted in another case (Иванов, Иванова, Иванову).</summary>
    private static bool EdgeForms(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return longer.Length - shorter.Length <= 2 && shorter.Length >= 4 && longer.StartsWith(shorter, StringComparison.Ordinal)
            && longer.AsSpan(shorter.Length) is "a" or "u" or "oi" or "im" or "om";
    }
}
