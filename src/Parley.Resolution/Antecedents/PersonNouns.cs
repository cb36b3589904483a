using System.Collections.Frozen;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Antecedents;

/// <summary>Nouns for persons and bodies by which descriptions are found.</summary>
internal static class PersonNouns
{
    private static readonly FrozenSet<string> s_male = Set(
        "man boy father husband brother son king prince spokesman chairman businessman congressman gentleman guy uncle grandfather boyfriend policeman salesman fisherman " +
        "nephew lord sir emperor pope priest monk duke actor waiter widower countryman fireman cameraman anchorman strongman");

    private static readonly FrozenSet<string> s_female = Set(
        "woman girl mother wife sister daughter queen princess spokeswoman chairwoman businesswoman congresswoman lady aunt grandmother girlfriend policewoman actress " +
        "waitress niece widow nun empress duchess countess mom hostess");

    /// <summary>Nouns for persons beside those that are titles.</summary>
    private static readonly FrozenSet<string> s_people = Set(
        "person people child kid baby infant teenager teen adult youth student pupil teacher parent player musician artist painter writer poet singer scientist engineer " +
        "member victim suspect user voter citizen worker employee employer owner manager driver pilot passenger traveler traveller tourist visitor guest customer client " +
        "patient nurse surgeon physician psychologist sociologist philosopher mathematician biologist physicist chemist economist linguist anthropologist archaeologist " +
        "farmer baker cook chef hunter sailor soldier fighter militant rebel gunman attacker killer murderer thief robber prisoner hostage captive inmate detainee civilian " +
        "protester protestor demonstrator striker organizer organiser volunteer politician democrat republican conservative liberal socialist incumbent contender hopeful winner loser champion " +
        "coach captain athlete runner swimmer goalkeeper teammate boss partner roommate relative cousin grandchild grandparent sibling twin couple family fiance fiancee lover spouse " +
        "reader viewer listener audience fan follower hero heroine villain character narrator protagonist participant respondent learner speaker interviewee candidate applicant graduate alumnus veteran " +
        "immigrant migrant foreigner native stranger slave servant assistant secretary clerk agent detective sheriff policeman trooper guard officer official spokesman investigator witness " +
        "programmer developer designer inventor photographer director producer filmmaker comedian entertainer celebrity star model blogger vlogger youtuber podcaster " +
        "nominee delegate councilman councilwoman mayor senator lawmaker pastor preacher reverend minister donor billionaire millionaire entrepreneur executive investor trader banker broker mogul");

    private static readonly FrozenDictionary<string, string> s_plurals = new Dictionary<string, string>
    {
        ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["people"] = "people", ["wives"] = "wife", ["spokesmen"] = "spokesman", ["spokespeople"] = "spokesperson",
        ["policemen"] = "policeman", ["congressmen"] = "congressman", ["businessmen"] = "businessman", ["gunmen"] = "gunman", ["police"] = "police", ["couple"] = "couple", ["audience"] = "audience",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_plural = s_plurals.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What sort of being a noun stands for; null if it stands for none.</summary>
    /// <param name="noun">In lower case.</param>
    public static (Animacy Animacy, GrammaticalNumber Number, Gender Gender, string Singular)? Read(string noun)
    {
        if (s_plural.TryGetValue(noun, out var irregular))
        {
            return (Animacy.Person, GrammaticalNumber.Plural, GenderOf(irregular), irregular);
        }

        if (IsPerson(noun))
        {
            return (Animacy.Person, noun == "family" ? GrammaticalNumber.Unknown : GrammaticalNumber.Singular, GenderOf(noun), noun);
        }

        if (Lexicon.OrganisationHeads.Contains(noun) && !Lexicon.GroupHeads.Contains(noun))
        {
            return (Animacy.Body, GrammaticalNumber.Unknown, Gender.Unknown, noun);
        }

        if (noun.Length < 4 || noun[^1] != 's')
        {
            return null;
        }

        var singular = noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun[..^1];
        return IsPerson(singular) ? (Animacy.Person, GrammaticalNumber.Plural, GenderOf(singular), singular)
            : Lexicon.OrganisationHeads.Contains(singular) && !Lexicon.GroupHeads.Contains(singular) ? (Animacy.Body, GrammaticalNumber.Plural, Gender.Unknown, singular)
            : null;
    }

    private static bool IsPerson(string noun) => Lexicon.IsTitle(noun) || s_people.Contains(noun) || s_male.Contains(noun) || s_female.Contains(noun);

    private static Gender GenderOf(string noun) => s_male.Contains(noun) ? Gender.Male : s_female.Contains(noun) ? Gender.Female : Gender.Unknown;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
