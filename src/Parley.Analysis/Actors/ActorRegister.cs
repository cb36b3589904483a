using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Gathers statements by the actors that made them.</summary>
public sealed class ActorRegister
{
    private const int MostAliases = 12;
    private const int LongestAlias = 80;

    private static readonly string[] s_particles = ["of", "the", "and", "for", "al", "bin", "ibn", "de", "da", "du", "van", "von", "der", "la", "le", "el"];

    private readonly Dictionary<string, Gathered> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _passedOn = new(StringComparer.Ordinal);

    /// <summary>Counts a statement for its actor and for those through whom it came.</summary>
    public void Add(Statement statement, Article article)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(article);
        foreach (var via in statement.Via)
        {
            _passedOn[via.Actor] = _passedOn.GetValueOrDefault(via.Actor) + 1;
        }

        if (statement.Actor is { } actor)
        {
            if (!_actors.TryGetValue(actor.Id, out var gathered))
            {
                _actors[actor.Id] = gathered = new Gathered(actor);
            }

            gathered.Add(actor, statement, article);
        }
    }

    /// <summary>The actors, those with most statements first.</summary>
    /// <param name="posts">The posts that a table of facts gives an actor of a name.</param>
    public ImmutableArray<ActorEntry> Entries(Func<string, IEnumerable<ActorRole>> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        return
        [
            .. _actors.Values.Select(gathered => gathered.ToEntry(posts(gathered.Name), _passedOn.GetValueOrDefault(gathered.Name)))
                .OrderByDescending(entry => entry.Statements).ThenBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>True for words that are a name throughout: pronouns and descriptions are none.</summary>
    private static bool IsName(string words)
    {
        if (words.Length is 0 or > LongestAlias || (words.IndexOf(' ', StringComparison.Ordinal) < 0 && words.Length < 4 && !words.All(char.IsUpper)) || words.EndsWith("’s", StringComparison.Ordinal) || words.EndsWith("'s", StringComparison.Ordinal))
        {
            return false;
        }

        var isFirst = true;
        foreach (var word in words.Split(' '))
        {
            if (word.Length == 0 || (!char.IsUpper(word[0]) && (isFirst || !s_particles.Contains(word))))
            {
                return false;
            }

            isFirst = false;
        }

        return words is not ("They" or "These" or "Those" or "This" or "That" or "Others" or "Many" or "Some" or "Both");
    }

    private sealed class Gathered(ActorReference actor)
    {
        private readonly Dictionary<string, int> _aliases = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Title, string? Country), (DateOnly? From, DateOnly? To)> _roles = [];
        private string? _country = actor.Country;
        private int _statements;
        private DateOnly? _first, _last;

        public string Name => actor.Name;

        public void Add(ActorReference reference, Statement statement, Article article)
        {
            _statements++;
            _country ??= reference.Country;
            var day = PartialDate.TryParse(statement.Said?.Value, out var said) ? said.First : article.Published?.First;
            (_first, _last) = (Earlier(_first, day), Later(_last, day));
            if (reference.Role is { } role)
            {
                var (from, to) = _roles.GetValueOrDefault((role, reference.Country));
                _roles[(role, reference.Country)] = (Earlier(from, day), Later(to, day));
            }

            foreach (var span in statement.Attribution.Source)
            {
                var words = span.In(article.Text).ToString();
                if (words != Name && IsName(words))
                {
                    _aliases[words] = _aliases.GetValueOrDefault(words) + 1;
                }
            }
        }

        public ActorEntry ToEntry(IEnumerable<ActorRole> posts, int passedOn)
        {
            ImmutableArray<ActorRole> known = [.. posts];
            var reported = _roles.Where(role => !known.Any(post => post.Title.Equals(role.Key.Title, StringComparison.OrdinalIgnoreCase)))
                .Select(role => new ActorRole(role.Key.Title, role.Key.Country, role.Value.From, role.Value.To, RoleBasis.Reports));
            return new ActorEntry(
                actor.Id, actor.Name, actor.Kind, _country,
                [.. _aliases.OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Key).Take(MostAliases)],
                [.. known.Concat(reported).OrderBy(r => r.From ?? DateOnly.MinValue).ThenBy(r => r.Title, StringComparer.Ordinal)],
                _statements, passedOn, _first, _last);
        }

        private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b ?? a : a;

        private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;
    }
}
