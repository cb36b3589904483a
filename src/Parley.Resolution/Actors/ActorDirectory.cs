using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Parley.Language;
using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>
/// Who is known from the outset: countries, governments, organisations, media, and people with the dates of their posts. Immutable and
/// shared by all threads.
/// </summary>
public sealed class ActorDirectory
{
    /// <summary>Names up to this length are looked up without an allocation.</summary>
    private const int OnStack = 128;

    private static readonly Lazy<ActorDirectory> s_builtIn = new(() => new ActorDirectory([]));

    private readonly FrozenDictionary<string, KnownActor>.AlternateLookup<ReadOnlySpan<char>> _byKey;
    private readonly FrozenDictionary<string, KnownActor> _byAcronym;
    private readonly FrozenDictionary<string, KnownActor[]>.AlternateLookup<ReadOnlySpan<char>> _bySurname;
    private readonly FrozenDictionary<string, ActorTables.Country>.AlternateLookup<ReadOnlySpan<char>> _countriesByName;
    private readonly FrozenDictionary<string, ActorTables.Country>.AlternateLookup<ReadOnlySpan<char>> _countriesByAdjective;
    private readonly FrozenDictionary<string, ActorTables.Country>.AlternateLookup<ReadOnlySpan<char>> _countriesByCapital;
    private readonly FrozenDictionary<string, ActorTables.Country> _countriesByCode;
    private readonly ImmutableArray<KnownActor> _people;

    private ActorDirectory(ImmutableArray<KnownActor> own)
    {
        var byKey = new Dictionary<string, KnownActor>(StringComparer.Ordinal);
        var byAcronym = new Dictionary<string, KnownActor>(StringComparer.Ordinal);
        var bySurname = new Dictionary<string, List<KnownActor>>(StringComparer.Ordinal);
        _people = [.. own.Where(actor => actor.Kind == ActorKind.Person), .. ActorTables.People()];
        foreach (var actor in own.Concat(_people).Concat(ActorTables.Organisations()))
        {
            foreach (var name in actor.Aliases.Prepend(actor.Name))
            {
                if (IsAcronym(name))
                {
                    byAcronym.TryAdd(name, actor);
                }
                else
                {
                    byKey.TryAdd(NameKey.Of(name), actor);
                }

                if (actor.Kind == ActorKind.Person)
                {
                    AddSurname(bySurname, name, actor);
                }
            }
        }

        var countries = ActorTables.Countries();
        _byKey = byKey.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _byAcronym = byAcronym.ToFrozenDictionary(StringComparer.Ordinal);
        _bySurname = bySurname.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _countriesByName = Index(countries, country => country.Others.Prepend(country.Name));
        _countriesByAdjective = Index(countries, country => country.Adjectives);
        _countriesByCapital = Index(countries, country => country.Capitals);
        _countriesByCode = countries.ToFrozenDictionary(country => country.Code, StringComparer.Ordinal);
    }

    /// <summary>The directory as it comes with the program, read on first use.</summary>
    public static ActorDirectory BuiltIn => s_builtIn.Value;

    /// <summary>The directory that comes with the program with actors of the user's own added, who go before those of the same name.</summary>
    /// <param name="path">A table in UTF-8, cells separated by tabs: name, kind, country, other names, posts; see <see cref="OwnActors"/>.</param>
    /// <exception cref="TableFormatException">The file cannot be read or a line is not as expected.</exception>
    public static ActorDirectory Load(string path) => new(OwnActors.Read(path));

    /// <summary>The posts that the tables give the actor of this name, with their terms.</summary>
    public IEnumerable<ActorRole> PostsOf(string name) => Known(name) is { } actor
        ? actor.Roles.Select(term => new ActorRole(term.Post, actor.Country, term.From, term.To == DateOnly.MaxValue ? null : term.To, RoleBasis.Table))
        : [];

    /// <summary>
    /// The actor that a name stands for, or null if it is not known. A surname alone stands for whoever held a post on
    /// <paramref name="on"/>, otherwise for the first of the table.
    /// </summary>
    public ActorReference? Find(string name, PartialDate? on = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var known = Known(name) ?? Bearer(name, on?.First);
        if (known is not null)
        {
            return Refer(known, on?.First);
        }

        return CountryNamed(name) is { } country ? Government(country) : null;
    }

    /// <summary>Makes a reference to an actor.</summary>
    /// <param name="name">The actor's name.</param>
    /// <param name="kind">What sort of actor it is.</param>
    /// <param name="role">Post, or null.</param>
    /// <param name="country">ISO 3166-1 alpha-3, or null.</param>
    public static ActorReference Refer(string name, ActorKind kind, string? role = null, string? country = null) =>
        new(IdOf(name, kind), name, kind, role, country);

    internal static ActorReference Refer(KnownActor actor, DateOnly? day = null, string? role = null) =>
        Refer(actor.Name, actor.Kind, role ?? (day is { } on ? actor.RoleOn(on)?.Post : null), actor.Country);

    internal static ActorReference Government(ActorTables.Country country) => Refer(country.Name, ActorKind.Government, null, country.Code);

    /// <summary>The actor with exactly this name or alias.</summary>
    internal KnownActor? Known(string name) =>
        _byAcronym.TryGetValue(name, out var actor) || (!IsAcronym(name) && ByKey(_byKey, name, out actor)) ? actor : null;

    /// <summary>The person of the table who bears this surname: in office on the day before others, otherwise the last before it, otherwise the first listed.</summary>
    internal KnownActor? Bearer(string surname, DateOnly? day, Func<KnownActor, bool>? fits = null)
    {
        if (!ByKey(_bySurname, surname, out var bearers))
        {
            return null;
        }

        KnownActor? best = null;
        var bestRank = int.MinValue;
        foreach (var bearer in bearers)
        {
            if (fits is not null && !fits(bearer))
            {
                continue;
            }

            var rank = 0;
            if (day is { } on)
            {
                foreach (var term in bearer.Roles)
                {
                    // In office outranks every former holder; of those the latest wins; who comes to office later is last.
                    rank = Math.Max(rank, term.Covers(on) ? int.MaxValue : term.To < on ? term.To.DayNumber : 0);
                }
            }

            if (best is null || rank > bestRank)
            {
                (best, bestRank) = (bearer, rank);
            }
        }

        return best;
    }

    /// <summary>Who held on a day the post that these words describe: all words of the post are among them; null if nobody or several.</summary>
    internal (KnownActor Person, string Post)? Holder(Post described, string? country, DateOnly day)
    {
        (KnownActor Person, string Post)? found = null;
        foreach (var person in _people)
        {
            if (country is not null && person.Country is not null && person.Country != country)
            {
                continue;
            }

            foreach (var term in person.Roles)
            {
                // A post that names its body ("Hezbollah Leader") needs no country; others do.
                if (!term.Covers(day) || !described.Holds(term.Words) || (country is null && Known(term.Post.Split(' ')[0]) is null && Known(string.Join(' ', term.Post.Split(' ').Take(2))) is null))
                {
                    continue;
                }

                if (found is { } other && other.Person != person)
                {
                    return null;
                }

                found = (person, term.Post);
            }
        }

        return found;
    }

    /// <summary>Who held a post of a country on a day, or null.</summary>
    internal KnownActor? Holder(string post, string? country, DateOnly day)
    {
        foreach (var person in _people)
        {
            if (country is not null && person.Country != country)
            {
                continue;
            }

            foreach (var term in person.Roles)
            {
                if (term.Covers(day) && term.Post.Equals(post, StringComparison.OrdinalIgnoreCase))
                {
                    return person;
                }
            }
        }

        return null;
    }

    internal ActorTables.Country? CountryNamed(ReadOnlySpan<char> name) => CountryBy(_countriesByName, name);

    internal ActorTables.Country? CountryOfAdjective(ReadOnlySpan<char> word) =>
        CountryBy(_countriesByAdjective, word) ?? (word.Length > 3 && word[^1] == 's' ? CountryBy(_countriesByAdjective, word[..^1]) : null);

    internal ActorTables.Country? CountryOfCapital(ReadOnlySpan<char> name) => CountryBy(_countriesByCapital, name);

    internal ActorTables.Country? CountryOfCode(string code) => _countriesByCode.GetValueOrDefault(code);

    /// <summary>The country that a word names, by its own name, an adjective or a capital.</summary>
    internal ActorTables.Country? CountryOf(ReadOnlySpan<char> word) => CountryNamed(word) ?? CountryOfAdjective(word) ?? CountryOfCapital(word);

    /// <summary>The id of an actor: it depends on name and kind alone, whatever the spelling of the name.</summary>
    public static string IdOf(string name, ActorKind kind) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"actor|{kind}|{NameKey.Of(name)}")).AsSpan(0, 10));

    /// <summary>Case tells "US" from "us" and "WHO" from "who", so it is kept where it is all there is.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> name) => name.Length <= 5 && IsUpper(name, "./-&");

    private static bool IsUpper(ReadOnlySpan<char> name, ReadOnlySpan<char> others)
    {
        foreach (var c in name)
        {
            if (!char.IsUpper(c) && !others.Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ByKey<T>(FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> table, ReadOnlySpan<char> name, [MaybeNullWhen(false)] out T found)
    {
        Span<char> key = name.Length <= OnStack ? stackalloc char[NameKey.LongestFor(OnStack)] : new char[NameKey.LongestFor(name.Length)];
        return table.TryGetValue(key[..NameKey.Write(name, key)], out found);
    }

    private static ActorTables.Country? CountryBy(FrozenDictionary<string, ActorTables.Country>.AlternateLookup<ReadOnlySpan<char>> table, ReadOnlySpan<char> name)
    {
        Span<char> key = name.Length <= OnStack ? stackalloc char[OnStack] : new char[name.Length];
        return table.TryGetValue(key[..WriteCountryKey(name, key)], out var country) ? country : null;
    }

    /// <summary>Writes the key of a country's name, no longer than the name; gives its length.</summary>
    private static int WriteCountryKey(ReadOnlySpan<char> name, Span<char> key)
    {
        if (name.Length > 4 || !IsUpper(name, "."))
        {
            return NameKey.Fold(name, key);
        }

        var length = 0;
        foreach (var c in name)
        {
            key[length] = c;
            length += c == '.' ? 0 : 1;
        }

        return length;
    }

    private static string CountryKey(ReadOnlySpan<char> name)
    {
        var key = new char[name.Length];
        return new string(key, 0, WriteCountryKey(name, key));
    }

    private static void AddSurname(Dictionary<string, List<KnownActor>> bySurname, string name, KnownActor actor)
    {
        var key = NameKey.Of(name);
        var words = key.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            // Some peoples put the family's name first or go by the first name ("Xi", "Abiy").
            var surname = i == 0 && words.Length > 1 ? GivenNames.GenderOf(name.Split(' ')[0]) == Gender.Unknown || actor.Country is "CHN" or "KOR" or "PRK" or "TWN" ? words[0] : null : string.Join(' ', words[i..]);
            if (surname is null)
            {
                continue;
            }

            if (!bySurname.TryGetValue(surname, out var bearers))
            {
                bySurname[surname] = bearers = [];
            }

            if (!bearers.Contains(actor))
            {
                bearers.Add(actor);
            }
        }
    }

    private static FrozenDictionary<string, ActorTables.Country>.AlternateLookup<ReadOnlySpan<char>> Index(
        ImmutableArray<ActorTables.Country> countries, Func<ActorTables.Country, IEnumerable<string>> names)
    {
        var index = new Dictionary<string, ActorTables.Country>(StringComparer.Ordinal);
        foreach (var country in countries)
        {
            foreach (var name in names(country))
            {
                index.TryAdd(CountryKey(name), country);
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
