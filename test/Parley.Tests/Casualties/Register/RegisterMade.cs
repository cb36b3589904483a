using Parley.Casualties.Register;

namespace Parley.Tests.Casualties.Register;

/// <summary>A register made step by step, each step a minute after the one before.</summary>
internal sealed class RegisterMade
{
    private readonly List<RegisterEvent> _events = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public RegisterMade()
    {
    }

    /// <summary>A copy to go on from.</summary>
    public RegisterMade(RegisterMade other)
    {
        _events.AddRange(other._events);
        Know(other);
    }

    public CasualtyRegister Register => CasualtyRegister.Of(_events);

    public IReadOnlyList<RegisterEvent> Events => _events;

    /// <summary>The clock; the next step is a minute later.</summary>
    public DateTimeOffset Now { get; set; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public string Id(string key) => _ids[key];

    /// <summary>Takes over the keys of another register that are not known here.</summary>
    public void Know(RegisterMade other)
    {
        foreach (var (key, id) in other._ids)
        {
            _ids.TryAdd(key, id);
        }
    }

    public RegisterMade Team(string name) => Append(new TeamNamed { When = Now, Who = "export", Team = name });

    /// <summary>A mention of a dead man; fields that are not given are those of Sergey Tsvetaev from Tver.</summary>
    public RegisterMade Add(string key, params (string Field, string Value)[] values) => Add(key, new CasualtySource("Tver Daily", SourceKind.LocalMedia, 'B', ""), values);

    public RegisterMade Add(string key, CasualtySource source, params (string Field, string Value)[] values)
    {
        var mention = new CasualtyMention
        {
            Key = key,
            Source = source,
            Citation = "list, " + key,
            Maker = "test 1",
            Values =
            [
                .. new[] { ("surname", "Цветаев"), ("given_name", "Сергей"), ("home", "Тверь"), ("status", "killed") }.ExceptBy(values.Select(v => v.Field), v => v.Item1)
                    .Concat(values).Where(v => v.Item2.Length > 0).Select(v => new MentionValue(RegisterFields.Named(v.Item1), v.Item2)).OrderBy(v => v.Field),
            ],
        };
        _ids[key] = mention.Id;
        return Append(new MentionAdded { When = Now, Who = "import", Mention = mention });
    }

    public RegisterMade Review(string key, string who, ReviewVerdict verdict) => Edit(who, e => e.Review(Id(key), verdict, "seen"));

    public RegisterMade Decide(string first, string second, string who, bool? same) => Edit(who, e => e.Decide(Id(first), Id(second), same, "seen"));

    public RegisterMade Edit(string who, Func<RegisterEditor, RegisterEvent> edit) => Append(edit(new RegisterEditor(Register, who, Now)));

    public RegisterMade Link(params string[][] groups) =>
        Append(new MentionsLinked { When = Now, Who = "parley", Groups = [.. groups.Select(g => (System.Collections.Immutable.ImmutableArray<string>)[.. g.Select(Id)])] });

    public RegisterMade Append(RegisterEvent what)
    {
        _events.Add(what with { Sequence = _events.Count + 1 });
        Now += TimeSpan.FromMinutes(1);
        return this;
    }
}
