using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Coding.Claimants;

/// <summary>The words by which a sentence tells whose a figure or a forecast is.</summary>
internal static class ClaimantWords
{
    /// <summary>What the claimant does: saying, counting, foreseeing, and decisions that set a number.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = WordSet.Of(
        "says said estimates estimated puts put reports reported counts counted records recorded documents documented confirms confirmed verified tallied calculates calculated " +
        "forecasts projects projected expects expected predicts predicted announced announces claims claimed believes assesses assessed acknowledged admitted admits registered lists " +
        "pledged promised offered identified compiled published finds found shows showed states stated warned warns concludes concluded attributes expressed cites cited notes noted " +
        "proposed proposes proposing demanded demands demanding sought seeks floated floating suggested suggests requested requests called calls vowed listed estimating claiming " +
        "paused suspended postponed extended approved allocated earmarked ordered imposed granted authorized authorised");

    /// <summary>Those verbs by which a count is made or given, whoever is their subject.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counting = WordSet.Of(
        "estimates estimated puts counts counted records recorded documents documented confirms confirmed verified tallied calculates calculated forecasts projects projected registered identified");

    /// <summary>What somebody will do, which makes the announcement his.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Deeds = WordSet.Of(
        "provide deliver send supply give grant allocate donate contribute transfer release lend disburse pay deploy invest spend");

    /// <summary>What is counted or foreseen in somebody's name.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = WordSet.Of(
        "forecast forecasts estimate estimates list lists count counts tally tallies toll data database databases figure figures report reports survey surveys projection projections " +
        "prediction predictions census registry register statistics poll polls study studies assessment assessments numbers calculations target targets");

    /// <summary>Participles before "by" and the one who counted.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted = WordSet.Of(
        "counted verified confirmed recorded documented compiled estimated registered published released reported cited quoted collected gathered calculated projected forecast predicted " +
        "announced pledged promised approved claimed provided tallied identified commissioned conducted issued given put");

    /// <summary>Possessives that stand for the claimant.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Owners = WordSet.Of("its their his her");

    /// <summary>What marks words as heard from somebody who is not named.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Hearsay = WordSet.Of("reportedly allegedly supposedly purportedly reputedly rumoured rumored expectations hopes");

    /// <summary>First words of a sentence that goes on about the same.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Continuers = WordSet.Of("they it its their the this these that those of among another he she his her");

    /// <summary>Participles of telling somebody something.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Told = WordSet.Of("told briefed informed advised assured notified taught warned");

    /// <summary>What comes before such a participle where somebody is told.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Passive = WordSet.Of("am is are was were be been being repeatedly recently already often");

    /// <summary>Verbs that have the one who is told as their object.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = WordSet.Of(
        "tells told telling briefs briefed briefing informs informed informing advises advised advising assures assured assuring warns warned warning " +
        "gives gave given giving provides provided providing sends sent sending supplies supplied supplying feeds fed feeding shows showed showing hands handed handing");

    /// <summary>A subject as the object of a verb: "he" as "him", a noun as it is.</summary>
    public static string AsObject(ReadOnlySpan<char> subject) => subject switch
    {
        "he" or "He" => "him",
        "she" or "She" => "her",
        "they" or "They" => "them",
        "we" or "We" => "us",
        "i" or "I" => "me",
        _ => subject.ToString(),
    };
}
