using System.Collections.Frozen;
using Parley.Attributions;
using Parley.Language;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Antecedents;

/// <summary>
/// Finds the words of an article that refer to persons and bodies: the names of its cast and such as it does not know, descriptions by a noun for persons or bodies, pronouns of
/// the third person, and sources that are none of these.
/// </summary>
internal sealed class ReferentFinder
{
    private const int MostPremodifiers = 6;
    private const int LongestUnknownName = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_prepositions = WordSet.Of(
        "of in on at by for with from to about against between among into over under through after before since during without within toward towards behind beside near like than as via upon per");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_auxiliaries = WordSet.Of(
        "is was are were has had have will would can could may might must should did does do says said told tells asked added went came got made took gave knew thought wrote called wants wanted began became");

    /// <summary>Words that no description reaches back over.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_ends = WordSet.Of(
        "of in on at by for with from to about against between among into over under through after before since during without within and or but nor that which who whom whose when where while if because although is was are were be been " +
        "being has had have will would can could may might must should did does do not as than then so i you he she it we they him them us me says said told asked added there here");

    private readonly AttributedArticle _attributed;
    private readonly Cast _cast;
    private readonly List<Word> _words;
    private readonly List<Referent> _found = [];

    private ReferentFinder(AttributedArticle attributed, Cast cast) => (_attributed, _cast, _words) = (attributed, cast, cast.Words);

    private string Text => _cast.Text;

    /// <summary>The referents in text order, the longer first where two start together.</summary>
    public static List<Referent> Find(AttributedArticle attributed, Cast cast)
    {
        var finder = new ReferentFinder(attributed, cast);
        finder.FindInWords();
        finder.AddSources();
        finder._found.Sort((a, b) => a.Span.CompareTo(b.Span));
        return ReferentPlacement.Of(finder._found, attributed, cast);
    }

    private void FindInWords()
    {
        var next = 0;
        var names = _cast.Mentions;
        var unknown = UnknownNames();
        for (var i = 0; i < _words.Count; i++)
        {
            while (next < names.Length && names[next].Span.End <= _words[i].Span.Start)
            {
                next++;
            }

            if (next < names.Length && names[next].Span.Start <= _words[i].Span.Start)
            {
                var first = i;
                while (i + 1 < _words.Count && _words[i + 1].Span.Start < names[next].Span.End)
                {
                    i++;
                }

                _found.Add(OfName(names[next], first, i));
                continue;
            }

            if (unknown.TryGetValue(i, out var end))
            {
                _found.Add(OfUnknownName(i, end - 1));
                i = end - 1;
                continue;
            }

            var word = _words[i].In(Text);
            if (Pronoun.Read(word) is { } pronoun && (word.Length > 2 || !char.IsUpper(word[^1])))
            {
                _found.Add(OfPronoun(i, pronoun));
            }
            else if (NounAt(i) is { } noun && !IsTitleOf(i, next))
            {
                _found.Add(OfDescription(i, noun));
            }
        }
    }

    /// <summary>Runs of capitalised words, by their first word, that may name somebody whom the cast does not have, for want of a given name or title.</summary>
    private Dictionary<int, int> UnknownNames()
    {
        var found = new Dictionary<int, int>();
        var names = _cast.Mentions;
        var next = 0;
        foreach (var (first, end) in new NameWords(Text).Runs(_words))
        {
            var start = first;
            while (start < end && IsBesideNames(_words[start].TextIn(Text)))
            {
                start++;
            }

            if (start == end || end - start > LongestUnknownName)
            {
                continue;
            }

            while (next < names.Length && names[next].Span.End <= _words[start].Span.Start)
            {
                next++;
            }

            if (next < names.Length && names[next].Span.Start < _words[end - 1].Span.End)
            {
                continue;
            }

            var isSure = true;
            for (var i = start; i < end && isSure; i++)
            {
                var word = _words[i].TextIn(Text);
                isSure = word.Length > 2 && !word.All(char.IsUpper) && !NameWords.IsBodyNoun(word) && !NameWords.IsMonth(word) && !Lexicon.IsTitle(word) && !Lexicon.FunctionWords.Contains(word);
            }

            // A single word at the head of a sentence may have its capital from there.
            if (isSure && (end - start > 1 || !_cast.IsAlsoLowerCase(_words[start].TextIn(Text))))
            {
                found[start] = end;
            }
        }

        return found;
    }

    private bool IsBesideNames(string word) => Lexicon.FunctionWords.Contains(word) || Lexicon.IsTitle(word) || _cast.Directory.CountryOfAdjective(word) is not null;

    private Referent OfUnknownName(int first, int last) => new()
    {
        Span = _words[first].Span.Cover(_words[last].Span),
        Head = _words[first].Span.Cover(_words[last].Span),
        Form = ReferentForm.Name,
        FirstWord = first,
        LastWord = last,
        Gender = GivenNames.GenderOf(_words[first].TextIn(Text)),
        Number = GrammaticalNumber.Singular,
        Noun = NameKey.Of(_words[last].TextIn(Text)),
        Role = RoleOf(first, last),
    };

    private Referent OfName(Mention name, int first, int last) => new()
    {
        Span = name.Span,
        Head = name.Span,
        Form = ReferentForm.Name,
        FirstWord = first,
        LastWord = last,
        Name = name,
        Gender = name.Gender,
        Number = name.Plural && name.Actor.Kind == ActorKind.Group ? GrammaticalNumber.Plural : name.Actor.Kind is ActorKind.Person or ActorKind.Office ? GrammaticalNumber.Singular : GrammaticalNumber.Unknown,
        Animacy = name.Actor.Kind switch { ActorKind.Person or ActorKind.Office => Animacy.Person, ActorKind.Group => Animacy.Unknown, _ => Animacy.Body },
        Role = RoleOf(first, last),
    };

    private Referent OfPronoun(int at, Pronoun pronoun)
    {
        var role = pronoun.Role;
        var word = _words[at].In(Text);
        if (role == GrammaticalRole.Unknown)
        {
            // "her" before a noun is hers; "it" before a verb is the subject.
            var noun = at + 1 < _words.Count && _words[at + 1].BreakBefore == '\0' && !s_ends.Contains(_words[at + 1].In(Text));
            role = pronoun.Animacy == Animacy.Body ? RoleOf(at, at) : noun ? GrammaticalRole.Possessor : GrammaticalRole.Object;
        }

        return new Referent
        {
            Span = _words[at].Span,
            Head = _words[at].Span,
            Form = ReferentForm.Pronoun,
            FirstWord = at,
            LastWord = at,
            Gender = pronoun.Gender,
            Number = pronoun.Number,
            Animacy = pronoun.Animacy,
            Role = role,
            Noun = pronoun.First,
            IsReflexive = word.EndsWith("self") || word.EndsWith("selves"),
        };
    }

    private Referent OfDescription(int head, (Animacy Animacy, GrammaticalNumber Number, Gender Gender, string Singular) noun)
    {
        var (first, determiner) = Opening(head);
        return new Referent
        {
            Span = _words[first].Span.Cover(_words[head].Span),
            Head = _words[head].Span,
            Form = ReferentForm.Description,
            FirstWord = first,
            LastWord = head,
            Gender = noun.Gender,
            Number = noun.Number,
            Animacy = noun.Animacy,
            Determiner = determiner,
            Role = RoleOf(first, head),
            Noun = noun.Singular,
        };
    }

    /// <summary>The first word of a description: its determiner, otherwise the furthest word that may modify its noun.</summary>
    private (int First, Determiner Determiner) Opening(int head)
    {
        for (var i = head; i > 0 && _words[i].BreakBefore == '\0' && head - i < MostPremodifiers; i--)
        {
            var word = _words[i - 1].In(Text);
            if (_words[i - 1].IsPossessive)
            {
                var start = i - 1;
                while (start > 0 && _words[start].BreakBefore == '\0' && _words[start - 1].IsCapitalised(Text) && _words[start].IsCapitalised(Text))
                {
                    start--;
                }

                return (start, Determiner.Possessive);
            }

            if (DeterminerOf(word) is { } determiner)
            {
                return (i - 1, determiner);
            }

            if (s_ends.Contains(word))
            {
                return (i, Determiner.None);
            }
        }

        // Without a determiner what stands before may be a verb: only capitalised words belong to it surely.
        var bare = head;
        while (bare > 0 && _words[bare].BreakBefore == '\0' && _words[bare - 1].IsCapitalised(Text) && head - bare < MostPremodifiers && !s_ends.Contains(_words[bare - 1].In(Text)))
        {
            bare--;
        }

        return (bare, Determiner.None);
    }

    private static Determiner? DeterminerOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[8];
        if (word.Length > lower.Length)
        {
            return null;
        }

        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "the" => Determiner.Definite,
            "this" or "that" or "these" or "those" or "both" => Determiner.Demonstrative,
            "his" or "her" or "their" or "its" or "my" or "our" or "your" => Determiner.Possessive,
            "a" or "an" or "some" or "any" or "no" or "every" or "each" or "another" or "many" or "several" or "most" or "few" or "one" or "two" or "three" or "four" or "five" or "other" => Determiner.Indefinite,
            _ => null,
        };
    }

    /// <summary>What the word at an index says as the noun of a description; null if it is none, or the next word is.</summary>
    private (Animacy Animacy, GrammaticalNumber Number, Gender Gender, string Singular)? NounAt(int at)
    {
        var word = _words[at].In(Text);
        if (word.Length < 3 || PersonNouns.Read(word.ToString().ToLowerInvariant()) is not { } noun)
        {
            return null;
        }

        return at + 1 < _words.Count && _words[at + 1].BreakBefore == '\0' && !_words[at].IsPossessive && PersonNouns.Read(_words[at + 1].TextIn(Text).ToLowerInvariant()) is not null ? null : noun;
    }

    /// <summary>A title that the next name bears: "Minister Name", "Secretary of State Name".</summary>
    private bool IsTitleOf(int at, int nextName)
    {
        if (nextName >= _cast.Mentions.Length || _words[at].IsPossessive)
        {
            return false;
        }

        var name = _cast.Mentions[nextName].Span.Start;
        for (var i = at + 1; i < Math.Min(_words.Count, at + 5) && _words[i].BreakBefore == '\0' && _words[i].Span.Start <= name; i++)
        {
            if (_words[i].Span.Start == name)
            {
                return i == at + 1 || _words[at + 1].In(Text) is "of" or "for";
            }
        }

        return false;
    }

    private GrammaticalRole RoleOf(int first, int last)
    {
        if (_words[last].IsPossessive)
        {
            return GrammaticalRole.Possessor;
        }

        if (last + 1 < _words.Count && _words[last + 1].BreakBefore == '\0')
        {
            var next = _words[last + 1].In(Text);
            if (s_auxiliaries.Contains(next) || (next.Length > 3 && next.EndsWith("ed")))
            {
                return first > 0 && _words[first].BreakBefore == '\0' && s_prepositions.Contains(_words[first - 1].In(Text)) ? GrammaticalRole.Oblique : GrammaticalRole.Subject;
            }
        }

        if (first == 0 || _words[first].BreakBefore != '\0')
        {
            return GrammaticalRole.Unknown;
        }

        var before = _words[first - 1].In(Text);
        return s_prepositions.Contains(before) ? GrammaticalRole.Oblique
            : s_auxiliaries.Contains(before) || before.EndsWith("ed") || before.EndsWith("ing") ? GrammaticalRole.Object
            : GrammaticalRole.Unknown;
    }

    /// <summary>Adds the sources in which nothing was found: "sources close to the talks".</summary>
    private void AddSources()
    {
        var starts = _words.ConvertAll(word => word.Span.Start);
        var known = new SortedSet<int>(_found.Select(referent => referent.Span.Start));
        foreach (var attribution in _attributed.Attributions)
        {
            if (attribution.Source.IsEmpty || attribution.Source[0] is var source && known.GetViewBetween(source.Start, Math.Max(source.Start, source.End - 1)).Count > 0)
            {
                continue;
            }

            var first = starts.BinarySearch(source.Start);
            first = first >= 0 ? first : ~first;
            var last = first;
            while (last + 1 < _words.Count && _words[last + 1].Span.End <= source.End && _words[last + 1].BreakBefore == '\0' && !s_ends.Contains(_words[last + 1].In(Text)))
            {
                last++;
            }

            if (last >= _words.Count || _words[last].Span.End > source.End || _words[last].Span.Length < 3)
            {
                continue;
            }

            var noun = _words[last].TextIn(Text).ToLowerInvariant();
            known.Add(_words[first].Span.Start);
            _found.Add(new Referent
            {
                Span = _words[first].Span.Cover(_words[last].Span),
                Head = _words[last].Span,
                Form = ReferentForm.Description,
                FirstWord = first,
                LastWord = last,
                Number = noun[^1] == 's' ? GrammaticalNumber.Plural : GrammaticalNumber.Unknown,
                Determiner = DeterminerOf(_words[first].In(Text)) ?? Determiner.None,
                Role = RoleOf(first, last),
                Noun = noun,
            });
        }
    }
}
