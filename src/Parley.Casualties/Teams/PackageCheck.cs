using System.Globalization;
using Parley.Casualties.Register;

namespace Parley.Casualties.Teams;

/// <summary>Refuses events from outside that no register could have made: what a stranger's file says is not taken on trust.</summary>
internal static class PackageCheck
{
    private const int LongestText = 4000;
    private const int MostValues = 100;

    /// <summary>Throws if an event is impossible.</summary>
    /// <exception cref="FormatException">It is; the message says why.</exception>
    public static void ThrowIfImpossible(RegisterEvent what)
    {
        if (what.ByTeam is not { Sequence: > 0 } by)
        {
            throw new FormatException("the team and the number of the event are missing");
        }

        TeamName.Read(by.Team);
        Text(what.Who, "who");
        Text(what.Reason, "reason");
        switch (what)
        {
            case MentionAdded added:
                Check(added.Mention);
                return;
            case FieldCorrected corrected:
                if (!RegisterFields.OfRecords.Contains(corrected.Field) || (corrected.New is { } set && !IsCanonical(corrected.Field, set)))
                {
                    throw new FormatException($"{RegisterFields.FileName(corrected.Field)} cannot be '{corrected.New}'");
                }

                Text(corrected.Old ?? "", "old");
                break;
            case not (MentionRetracted or RecordRemoved or RemovalAsked or RemovalSettled or RecordReviewed or PairDecided):
                throw new FormatException("events of this kind do not leave a team");
        }

        if (what.Concerns.Any(id => !IsId(id) && !IsAddress(id)))
        {
            throw new FormatException("the id or the address of a mention is expected");
        }
    }

    private static void Check(CasualtyMention mention)
    {
        if (mention?.Source is not { Reliability: >= 'A' and <= 'F' } source || !Enum.IsDefined(source.Kind))
        {
            throw new FormatException("the mention has no source with a kind and a grade from A to F");
        }

        if (mention.Withheld is not null && (!IsId(mention.Withheld) || mention.Values.Length > 0))
        {
            throw new FormatException("a mention that is withheld has an id and nothing else");
        }

        foreach (var (text, name) in new[] { (source.Name, "source"), (source.Group, "group"), (mention.Key, "key"), (mention.Citation, "citation"), (mention.Maker, "maker") })
        {
            Text(text, name);
        }

        if (mention.Values.Length > MostValues || mention.Values.Any(v => v is null))
        {
            throw new FormatException($"a mention has at most {MostValues} values");
        }

        foreach (var value in mention.Values)
        {
            Text(value.Words ?? "", "words");
            if (value.Field is RegisterField.Ignored or RegisterField.Name || !IsCanonical(value.Field, value.Value))
            {
                throw new FormatException($"{RegisterFields.FileName(value.Field)} cannot be '{value.Value}'");
            }
        }
    }

    private static bool IsCanonical(RegisterField field, string? value) => value is { Length: > 0 } && RegisterValue.Read(field, value, out _, out _) == value;

    private static bool IsId(string id) => id is { Length: 12 } && id.All(char.IsAsciiHexDigitLower);

    private static bool IsAddress(string id) => id is not null && id.LastIndexOf(':') is var colon and > 0
        && long.TryParse(id.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static void Text(string? text, string name)
    {
        if (text is null || text.Length > LongestText)
        {
            throw new FormatException($"{name}: a text of at most {LongestText} characters is expected");
        }
    }
}
