using System.Collections.Immutable;
using Parley.Attributions;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Antecedents;

/// <summary>Tells which features hold of a pronoun or description and what it may stand for. One for each article.</summary>
internal sealed class AntecedentFeatures
{
    /// <summary>How many referents back an antecedent may stand.</summary>
    private const int Window = 60;

    /// <summary>Agreeing candidates further back than this are not counted for <see cref="AntecedentFeature.Nobody"/>.</summary>
    private const int NearSentences = 5;

    private readonly Cast _cast;
    private readonly ImmutableArray<Attribution> _attributions;
    private readonly List<Referent> _referents;
    private readonly Dictionary<string, int> _mentionsOf = new(StringComparer.Ordinal);
    private readonly int[] _mentions;
    private readonly Post?[] _posts;
    private readonly string?[] _countries;

    public AntecedentFeatures(AttributedArticle attributed, Cast cast, List<Referent> referents)
    {
        (_cast, _attributions, _referents) = (cast, attributed.Attributions, referents);
        _mentions = new int[referents.Count];
        _posts = new Post?[referents.Count];
        _countries = new string?[referents.Count];
        for (var i = 0; i < referents.Count; i++)
        {
            if (referents[i].NameId is { } id)
            {
                _mentions[i] = _mentionsOf[id] = _mentionsOf.GetValueOrDefault(id) + 1;
            }

            if (referents[i].Name is { } name)
            {
                _posts[i] = name.Actor.Kind == ActorKind.Person ? cast.PostOf(name) : null;
                _countries[i] = name.Actor.Country;
            }
            else if (referents[i].Form == ReferentForm.Description)
            {
                var words = Enumerable.Range(referents[i].FirstWord, referents[i].LastWord - referents[i].FirstWord + 1).Select(w => cast.Words[w].TextIn(cast.Text)).ToList();
                _posts[i] = Post.Of(words);
                _countries[i] = words.Select(word => char.IsUpper(word[0]) ? cast.Directory.CountryOf(word)?.Code : null).FirstOrDefault(code => code is not null);
            }
        }
    }

    /// <summary>Gives the referents for which one may stand, the nearest first.</summary>
    public void FindCandidates(int anaphor, List<int> candidates)
    {
        candidates.Clear();
        for (var i = anaphor - 1; i >= Math.Max(0, anaphor - Window); i--)
        {
            if (!IsImpossible(_referents[anaphor], _referents[i]))
            {
                candidates.Add(i);
            }
        }
    }

    /// <summary>Features of standing for nobody named before, beside those of the anaphor.</summary>
    /// <param name="anaphor">Index of the referent that points back.</param>
    /// <param name="candidates">For whom it may stand.</param>
    /// <param name="features">Where they are written.</param>
    public void WriteNobody(int anaphor, List<int> candidates, List<int> features)
    {
        var one = _referents[anaphor];
        var (agreeing, sameNoun) = (0, false);
        foreach (var i in candidates)
        {
            var other = _referents[i];
            agreeing += one.Sentence - other.Sentence <= NearSentences && Agrees(one, other) ? 1 : 0;
            sameNoun |= one.Form == ReferentForm.Description && other.Noun == one.Noun;
        }

        Add(features, AntecedentFeature.Nobody);
        Add(features, AntecedentFeature.NobodyAgreeing0, Math.Min(3, agreeing));
        Add(features, AntecedentFeature.NobodyWithSameNoun, sameNoun);
        Add(features, AntecedentFeature.NobodyBeforeCopula, one.Noun == "it" && Word(one.LastWord + 1) is "is" or "was" or "’s" or "seems" or "will" or "would");
    }

    /// <summary>Features of an anaphor and a candidate together, beside those of each.</summary>
    /// <param name="anaphor">Index of the referent that points back.</param>
    /// <param name="candidate">Index of the one before it.</param>
    /// <param name="between">How many that agree stand between them.</param>
    /// <param name="spokeLast">Index of the last source before the anaphor, or -1.</param>
    /// <param name="features">Where they are written.</param>
    public void WritePair(int anaphor, int candidate, int between, int spokeLast, List<int> features)
    {
        Add(features, AntecedentFeature.CandidateSpokeLast, candidate == spokeLast);
        WriteDistance(_referents[anaphor], _referents[candidate], between, features);
        WriteAgreement(anaphor, candidate, features);
        WriteSpeech(_referents[anaphor], _referents[candidate], features);
    }

    /// <summary>Nothing known speaks against the two being one.</summary>
    public static bool Agrees(Referent one, Referent other) =>
        !(one.Gender != Gender.Unknown && other.Gender != Gender.Unknown && one.Gender != other.Gender) &&
        !(one.Number != GrammaticalNumber.Unknown && other.Number != GrammaticalNumber.Unknown && one.Number != other.Number) &&
        !(one.Animacy != Animacy.Unknown && other.Animacy != Animacy.Unknown && one.Animacy != other.Animacy);

    private static bool IsImpossible(Referent anaphor, Referent candidate) =>
        (anaphor.Gender != Gender.Unknown && candidate.Gender != Gender.Unknown && anaphor.Gender != candidate.Gender) ||
        (anaphor.Noun is "he" or "she" && (candidate.Animacy == Animacy.Body || candidate.Number == GrammaticalNumber.Plural));

    /// <summary>Features of the referent that points back.</summary>
    public void WriteAnaphor(int anaphor, List<int> features)
    {
        var one = _referents[anaphor];
        Add(features, one.Form == ReferentForm.Pronoun
            ? one.Noun switch { "he" => AntecedentFeature.AnaphorHe, "she" => AntecedentFeature.AnaphorShe, "they" => AntecedentFeature.AnaphorThey, _ => AntecedentFeature.AnaphorIt }
            : one.Animacy switch
            {
                Animacy.Body => AntecedentFeature.AnaphorBody,
                Animacy.Person => one.Number == GrammaticalNumber.Plural ? AntecedentFeature.AnaphorPeople : AntecedentFeature.AnaphorPerson,
                _ => AntecedentFeature.AnaphorOther,
            });
        if (one.Role != GrammaticalRole.Unknown)
        {
            Add(features, AntecedentFeature.AnaphorSubject, (int)one.Role - 1);
        }

        if (one.Form == ReferentForm.Description)
        {
            Add(features, one.Determiner switch
            {
                Determiner.Definite => AntecedentFeature.AnaphorDefinite,
                Determiner.Demonstrative => AntecedentFeature.AnaphorDemonstrative,
                Determiner.Possessive => AntecedentFeature.AnaphorPossessed,
                Determiner.Indefinite => AntecedentFeature.AnaphorIndefinite,
                _ => AntecedentFeature.AnaphorBare,
            });
            Add(features, AntecedentFeature.AnaphorModified, one.LastWord - one.FirstWord > 1);
            Add(features, AntecedentFeature.AnaphorGoesOn, one.LastWord + 1 < _cast.Words.Count && _cast.Words[one.LastWord + 1].BreakBefore == '\0' && Lexicon.Postmodifiers.Contains(Word(one.LastWord + 1)));
        }

        Add(features, AntecedentFeature.AnaphorReflexive, one.IsReflexive);
        Add(features, AntecedentFeature.AnaphorIsSource, one.SourceOf >= 0);
        Add(features, AntecedentFeature.AnaphorInDirectSpeech, one.Inside >= 0 && IsDirect(one.Inside));
        Add(features, AntecedentFeature.AnaphorInIndirectSpeech, one.Inside >= 0 && !IsDirect(one.Inside));
        Add(features, AntecedentFeature.AnaphorOpensSentence, one.OpensSentence);
        Add(features, AntecedentFeature.AnaphorOpensArticle, one.Paragraph <= 1);
    }

    /// <summary>Features of one for whom others may stand.</summary>
    public void WriteCandidate(int candidate, List<int> features)
    {
        var other = _referents[candidate];
        if (other.Form == ReferentForm.Name)
        {
            Add(features, other.Name is not { } name ? AntecedentFeature.CandidateUnknownName : name.Actor.Kind is ActorKind.Person or ActorKind.Office ? AntecedentFeature.CandidatePerson : name.Actor.Kind == ActorKind.Government ? AntecedentFeature.CandidateState : AntecedentFeature.CandidateBody);
            Add(features, AntecedentFeature.CandidateFullName, other.LastWord > other.FirstWord);
            var mentions = _mentions[candidate];
            Add(features, AntecedentFeature.CandidateMentions1, mentions <= 2 ? mentions - 1 : mentions <= 5 ? 2 : 3);
        }
        else if (other.Form == ReferentForm.Pronoun)
        {
            Add(features, AntecedentFeature.CandidatePronoun);
        }
        else
        {
            Add(features, other.Determiner switch
            {
                Determiner.Definite or Determiner.Demonstrative => AntecedentFeature.CandidateDefinite,
                Determiner.Possessive => AntecedentFeature.CandidatePossessed,
                Determiner.Indefinite => AntecedentFeature.CandidateIndefinite,
                _ => AntecedentFeature.CandidateBare,
            });
        }

        if (other.Role != GrammaticalRole.Unknown)
        {
            Add(features, AntecedentFeature.CandidateSubject, (int)other.Role - 1);
        }

        Add(features, AntecedentFeature.CandidateOpensSentence, other.OpensSentence);
        Add(features, AntecedentFeature.CandidateIsSource, other.SourceOf >= 0);
        Add(features, AntecedentFeature.CandidateInDirectSpeech, other.Inside >= 0 && IsDirect(other.Inside));
        Add(features, AntecedentFeature.CandidateInIndirectSpeech, other.Inside >= 0 && !IsDirect(other.Inside));
        Add(features, AntecedentFeature.CandidateOpensArticle, other.Paragraph <= 1);
    }

    private static void WriteDistance(Referent one, Referent other, int between, List<int> features)
    {
        var sentences = Math.Max(0, one.Sentence - other.Sentence);
        Add(features, AntecedentFeature.Sentences0, sentences switch { <= 2 => sentences, <= 4 => 3, <= 8 => 4, _ => 5 });
        Add(features, AntecedentFeature.Between0, between switch { <= 2 => between, <= 5 => 3, _ => 4 });
        if (sentences == 0)
        {
            Add(features, AntecedentFeature.Words0, (one.FirstWord - other.LastWord) switch { <= 2 => 0, <= 6 => 1, <= 15 => 2, _ => 3 });
        }

        Add(features, AntecedentFeature.SameParagraph, one.Paragraph == other.Paragraph);
        Add(features, AntecedentFeature.ParagraphBefore, one.Paragraph == other.Paragraph + 1);
    }

    private void WriteAgreement(int anaphor, int candidate, List<int> features)
    {
        var (one, other) = (_referents[anaphor], _referents[candidate]);
        Add(features, one.Gender == Gender.Unknown || other.Gender == Gender.Unknown ? AntecedentFeature.GenderUnknown : one.Gender == other.Gender ? AntecedentFeature.SameGender : AntecedentFeature.OtherGender);
        if (one.Number != GrammaticalNumber.Unknown && other.Number != GrammaticalNumber.Unknown)
        {
            Add(features, one.Number == other.Number ? AntecedentFeature.SameNumber : AntecedentFeature.OtherNumber);
        }

        if (one.Animacy != Animacy.Unknown && other.Animacy != Animacy.Unknown)
        {
            Add(features, one.Animacy == other.Animacy ? AntecedentFeature.SameAnimacy : AntecedentFeature.OtherAnimacy);
        }

        if (one.Form == ReferentForm.Pronoun && other.Form == ReferentForm.Pronoun)
        {
            Add(features, one.Noun == other.Noun ? AntecedentFeature.SamePronoun : AntecedentFeature.OtherPronoun);
        }

        if (one.Form == ReferentForm.Description)
        {
            Add(features, AntecedentFeature.SameNoun, other.Form == ReferentForm.Description && one.Noun == other.Noun);
            Add(features, AntecedentFeature.SameWords, other.Form == ReferentForm.Description && one.Noun == other.Noun && one.LastWord - one.FirstWord == other.LastWord - other.FirstWord &&
                one.Span.In(_cast.Text).Equals(other.Span.In(_cast.Text), StringComparison.OrdinalIgnoreCase));
            Add(features, AntecedentFeature.NounInTitle, other.Name is { } titled && (titled.Title ?? titled.Actor.Role)?.Contains(one.Noun, StringComparison.OrdinalIgnoreCase) == true);
            Add(features, AntecedentFeature.NounInName, other.Name is { } named && named.Actor.Name.Contains(one.Noun, StringComparison.OrdinalIgnoreCase));
            Add(features, AntecedentFeature.PostAgrees, _posts[anaphor] is { } post && _posts[candidate] is { } own && post.Agrees(own));
            if (_countries[anaphor] is { } country && _countries[candidate] is { } home)
            {
                Add(features, country == home ? AntecedentFeature.SameCountry : AntecedentFeature.OtherCountry);
            }
        }

        Add(features, AntecedentFeature.Apposition, one.FirstWord == other.LastWord + 1 && _cast.Words[one.FirstWord].BreakBefore == ',');
        Add(features, AntecedentFeature.Nested, one.Span.Overlaps(other.Span));
        Add(features, AntecedentFeature.Coordinated, one.FirstWord == other.LastWord + 2 && Word(one.FirstWord - 1) is "and" or "or" or "with");
        var sameClause = one.Sentence == other.Sentence && one.Inside == other.Inside && one.FirstWord - other.LastWord <= 6 && !HasBreak(other.LastWord, one.FirstWord);
        Add(features, AntecedentFeature.BothSubjects, one.Role == GrammaticalRole.Subject && other.Role == GrammaticalRole.Subject);
        Add(features, AntecedentFeature.SubjectOfSameClause, sameClause && other.Role == GrammaticalRole.Subject && one.Role == GrammaticalRole.Object);
    }

    private void WriteSpeech(Referent one, Referent other, List<int> features)
    {
        var around = other.SourceOf >= 0 && IsWithin(one.Inside, other.SourceOf);
        Add(features, AntecedentFeature.SpeaksAroundDirect, around && IsDirect(other.SourceOf));
        Add(features, AntecedentFeature.SpeaksAroundIndirect, around && !IsDirect(other.SourceOf));
        Add(features, AntecedentFeature.InContentOfAnaphor, one.SourceOf >= 0 && IsWithin(other.Inside, one.SourceOf));
        Add(features, AntecedentFeature.SameContent, one.Inside >= 0 && one.Inside == other.Inside);
        Add(features, AntecedentFeature.LeavesContent, other.Inside >= 0 && one.Inside < 0);
        Add(features, AntecedentFeature.EntersContent, one.Inside >= 0 && other.Inside < 0);
        Add(features, AntecedentFeature.BothSources, one.SourceOf >= 0 && other.SourceOf >= 0);
    }

    /// <summary>Whether an attribution is another or stands in its content, at any depth.</summary>
    private bool IsWithin(int inner, int outer)
    {
        for (var at = inner; at >= 0; at = _attributions[at].Parent ?? -1)
        {
            if (at == outer)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDirect(int attribution) => _attributions[attribution].Kind is not (AttributionKind.Indirect or AttributionKind.Mixed);

    private bool HasBreak(int last, int first)
    {
        for (var i = last + 1; i <= first; i++)
        {
            if (_cast.Words[i].BreakBefore != '\0')
            {
                return true;
            }
        }

        return false;
    }

    private string Word(int index) => index >= 0 && index < _cast.Words.Count ? _cast.Words[index].TextIn(_cast.Text) : "";

    private static void Add(List<int> features, AntecedentFeature feature, bool holds)
    {
        if (holds)
        {
            features.Add((int)feature);
        }
    }

    private static void Add(List<int> features, AntecedentFeature feature, int step = 0) => features.Add((int)feature + step);
}
