using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>A casualty: where the report names it, what is said to have become of it, and its fields.</summary>
/// <param name="names">The mentions of its name, in order.</param>
/// <param name="forms">The spellings of its name.</param>
internal sealed class ReportedCasualty(List<NamedPerson> names, List<NameForms> forms)
{
    /// <summary>The mentions of its name, in order.</summary>
    public List<NamedPerson> Names { get; } = names;

    /// <summary>Where it is named in a list.</summary>
    public HashSet<NamedPerson> Listed { get; } = [];

    /// <summary>The fields' values, in the order of the fields.</summary>
    public SortedDictionary<RegisterField, MentionValue> Values { get; } = [];

    /// <summary>Whether a name is this casualty's.</summary>
    public bool IsNamed(NameForms name) => forms.Exists(f => f.IsSameAs(name));

    /// <summary>Sets a field that has no value yet, with the words that it rests on; nothing is done without a value.</summary>
    public void Set(RegisterField field, string? value, string words, TextSpan span)
    {
        if (value is { Length: > 0 })
        {
            Values.TryAdd(field, new MentionValue(field, value, words == value ? null : words, span));
        }
    }
}
