using System.Collections.Frozen;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Antecedents;

/// <summary>A pronoun of the third person.</summary>
/// <param name="First">Its first form: "he" for "him".</param>
/// <param name="Gender">Gender of whom it stands for.</param>
/// <param name="Number">One or several.</param>
/// <param name="Animacy">A person or a body, where it tells.</param>
/// <param name="Role">The part it plays, where its form tells.</param>
internal readonly record struct Pronoun(string First, Gender Gender, GrammaticalNumber Number, Animacy Animacy, GrammaticalRole Role)
{
    private static readonly FrozenDictionary<string, Pronoun>.AlternateLookup<ReadOnlySpan<char>> s_table = Table().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The pronoun that a word is, or null.</summary>
    public static Pronoun? Read(ReadOnlySpan<char> word) => s_table.TryGetValue(word, out var pronoun) ? pronoun : null;

    private static FrozenDictionary<string, Pronoun> Table()
    {
        var pronouns = new Dictionary<string, Pronoun>(StringComparer.OrdinalIgnoreCase);
        Add("he him his his himself", Gender.Male, GrammaticalNumber.Singular, Animacy.Person);
        Add("she her her hers herself", Gender.Female, GrammaticalNumber.Singular, Animacy.Person);
        Add("they them their theirs themselves", Gender.Unknown, GrammaticalNumber.Plural, Animacy.Unknown);
        Add("it it its its itself", Gender.Unknown, GrammaticalNumber.Singular, Animacy.Body);
        return pronouns.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string forms, Gender gender, GrammaticalNumber number, Animacy animacy)
        {
            var words = forms.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                var role = words[i] is "her" or "it" ? GrammaticalRole.Unknown : i switch { 0 => GrammaticalRole.Subject, 2 or 3 => GrammaticalRole.Possessor, _ => GrammaticalRole.Object };
                pronouns[words[i]] = new Pronoun(words[0], gender, number, animacy, role);
            }
        }
    }
}
