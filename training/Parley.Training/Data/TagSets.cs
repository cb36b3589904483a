using Parley.Language.Model;

namespace Parley.Training.Data;

/// <summary>Numbers the tags of a group as they are met.</summary>
internal sealed class TagSet(int room)
{
    private const string Other = "other";
    private readonly Dictionary<string, int> _numbers = [];

    public IReadOnlyCollection<string> Names => _numbers.Keys;

    /// <summary>The number of a tag; when there is no room for another, the last one, which stands for all others.</summary>
    public int Find(string tag)
    {
        if (!_numbers.TryGetValue(tag, out var number))
        {
            number = _numbers.Count;
            if (number >= room - 1)
            {
                _numbers[Other] = room - 1;
                return room - 1;
            }

            _numbers[tag] = number;
        }

        return number;
    }
}

/// <summary>The tags that the network is taught.</summary>
internal sealed class TagSets
{
    public TagSet PartOfSpeech { get; } = new(AuxiliaryTags.Name - AuxiliaryTags.PartOfSpeech);

    public TagSet Universal { get; } = new(AuxiliaryTags.Lemma - AuxiliaryTags.Universal);

    public TagSet Lemma { get; } = new(AuxiliaryTags.Sentence - AuxiliaryTags.Lemma);

    public TagSet Relation { get; } = new(TreeScorer.Relations);

    /// <summary>The names of the tags by group and number, then those of the relations.</summary>
    public string[][] Names =>
    [
        [.. PartOfSpeech.Names], NameTags.Names, [.. Universal.Names], [.. Lemma.Names], ["no", "yes"], [.. Relation.Names],
    ];
}
