using System.Collections.Immutable;
using Parley.Casualties.Teams;

namespace Parley.Casualties.Register;

/// <summary>Turns what a person wants changed into events, after checking that it can be done; appending them is the caller's.</summary>
/// <param name="register">The register as it is.</param>
/// <param name="who">Who wants it.</param>
/// <param name="when">When, in UTC.</param>
public sealed class RegisterEditor(CasualtyRegister register, string who, DateTimeOffset when)
{
    /// <summary>Names are written over many records: they stay short.</summary>
    private const int LongestName = 100;

    private readonly string _who = NameOf(who) is { Length: > 0 and <= LongestName } name ? name
        : throw new FormatException($"a name of 1 to {LongestName} characters says who did it");

    /// <summary>Sets a field of a record; with no value takes an earlier correction back.</summary>
    /// <exception cref="FormatException">There is no such record or field, or the value is none for it.</exception>
    public FieldCorrected Correct(string record, string field, string? value, string reason)
    {
        var found = Only(record);
        var named = RegisterFields.Named(field);
        if (!RegisterFields.OfRecords.Contains(named))
        {
            throw new FormatException($"'{field}' is no field of a record; there are {string.Join(", ", RegisterFields.OfRecords.Select(RegisterFields.FileName))}");
        }

        string? canonical = null;
        if (value?.Trim() is { Length: > 0 } text)
        {
            canonical = RegisterValue.Read(named, text, out var problem, out var expected) ?? throw new FormatException($"{RegisterFields.FileName(named)}: {problem}; {expected}");
        }

        return new FieldCorrected
        {
            When = when, Who = _who, Reason = Reason(reason), Record = found.Id, Field = named,
            Old = found.Choices.FirstOrDefault(c => c.Field == named)?.Value, New = canonical,
        };
    }

    /// <summary>Removes a record from what is shown and counted.</summary>
    /// <exception cref="FormatException">There is no such record.</exception>
    public RecordRemoved Remove(string record, string reason) =>
        new() { When = when, Who = _who, Reason = Reason(reason), Record = Only(record).Id };

    /// <summary>Puts a removed record back.</summary>
    /// <exception cref="FormatException">There is no such record.</exception>
    public RecordRemoved Restore(string record, string reason) =>
        new() { When = when, Who = _who, Reason = Reason(reason), Record = Only(record).Id, Restored = true };

    /// <summary>Names the team; nothing to do if that is its name.</summary>
    /// <exception cref="FormatException">It is no name, the team has another one, or another team has it.</exception>
    public TeamNamed? NameTeam(string name)
    {
        var team = TeamName.Read(name);
        if (register.Team is { } present)
        {
            return present == team ? null : throw new FormatException($"the team is called {present}; what others have of it bears that name, so it cannot be changed to {team}");
        }

        return register.Events.Any(e => e.ByTeam?.Team == team)
            ? throw new FormatException($"{team} is the name of another team whose package was merged; take another one")
            : new TeamNamed { When = when, Who = _who, Team = team };
    }

    /// <summary>Notes that somebody asks for a record to be removed.</summary>
    /// <exception cref="FormatException">There is no such record.</exception>
    public RemovalAsked AskRemoval(string record, string reason) =>
        new() { When = when, Who = _who, Reason = Reason(reason), Record = Only(record).Id };

    /// <summary>Lets a removal that was asked for, or that another team did, rest as it is.</summary>
    /// <exception cref="FormatException">There is no such record, or no removal of it awaits a decision.</exception>
    public RemovalSettled Settle(string record, string reason)
    {
        var found = Only(record);
        return register.PendingRemovals.Any(p => p.Record.Id == found.Id)
            ? new() { When = when, Who = _who, Reason = Reason(reason), Record = found.Id }
            : throw new FormatException($"nobody asks for record {found.Id} to be removed");
    }

    /// <summary>Confirms or rejects a record, or takes the reviewer's verdict on it back.</summary>
    /// <param name="record">Its id, or the beginning of it.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="reason">Why; may be empty for a confirmation, whose reason is the evidence.</param>
    /// <exception cref="FormatException">There is no such record, or the reviewer has said so already: the second must be another person.</exception>
    public RecordReviewed Review(string record, ReviewVerdict verdict, string reason)
    {
        var found = Only(record);
        var before = register.ReviewsOf(found).FirstOrDefault(r => r.Who.Equals(_who, StringComparison.OrdinalIgnoreCase));
        if (verdict == (before?.Verdict ?? ReviewVerdict.Withdraw))
        {
            throw new FormatException(verdict == ReviewVerdict.Withdraw
                ? $"{_who} has no verdict on record {found.Id} to take back"
                : $"{_who} has said so of record {found.Id} already; the next one must be another person");
        }

        return new RecordReviewed
        {
            When = when, Who = _who, Reason = verdict == ReviewVerdict.Confirm ? reason?.Trim() ?? "" : Reason(reason), Verdict = verdict,
            Record = verdict == ReviewVerdict.Withdraw ? before!.Record : found.Id,
        };
    }

    /// <summary>Decides whether two mentions are of one person, or takes the reviewer's decision on them back.</summary>
    /// <param name="first">Id of a mention or record, or the beginning of it.</param>
    /// <param name="second">That of the other.</param>
    /// <param name="same">Whether they are; null takes back.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="FormatException">There is no such mention, or nothing to take back.</exception>
    public PairDecided Decide(string first, string second, bool? same, string reason)
    {
        var (one, other) = (OnlyMention(first), OnlyMention(second));
        if (one == other)
        {
            throw new FormatException($"'{first}' and '{second}' are one and the same mention");
        }

        var before = register.Localised.OfType<PairDecided>().LastOrDefault(d => d.ByTeam is null && d.Who.Equals(_who, StringComparison.OrdinalIgnoreCase)
            && ((d.First == one && d.Second == other) || (d.First == other && d.Second == one)));
        return before?.Same == same
            ? throw new FormatException(same is null ? $"{_who} has decided nothing about {one} and {other}" : $"{_who} has decided so of {one} and {other} already")
            : new PairDecided { When = when, Who = _who, Reason = Reason(reason), First = one, Second = other, Same = same };
    }

    /// <summary>Takes back everything that a source said.</summary>
    /// <exception cref="FormatException">No mention that counts is of this source.</exception>
    public ImmutableArray<MentionRetracted> Retract(string source, string reason)
    {
        var found = register.Mentions.Where(m => m.Mention.Source.Name.Equals(source, StringComparison.OrdinalIgnoreCase)).Select(m => m.Id).ToList();
        return found.Count == 0
            ? throw new FormatException($"nothing in the register is from a source '{source}'")
            : [.. found.Select(id => new MentionRetracted { When = when, Who = _who, Reason = Reason(reason), Mention = id })];
    }

    /// <summary>Sets the inclusion criteria.</summary>
    /// <exception cref="FormatException">The policy is not understood; the line is named.</exception>
    public PolicySet SetPolicy(string text, string origin, string reason)
    {
        InclusionPolicy.Read(text, origin);
        if (text.Split('\n').All(l => l.Trim() is "" or ['#', ..]))
        {
            throw new FormatException($"{origin}: it holds no criterion; write lines 'key = value' as 'parley casualties policy' shows them");
        }

        return new PolicySet { When = when, Who = _who, Reason = Reason(reason), Origin = origin, Text = text };
    }

    /// <summary>The one record that an id, or the beginning of one, means.</summary>
    /// <exception cref="FormatException">There is none, or several.</exception>
    public static CasualtyRecord Only(CasualtyRegister register, string beginning)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Find(beginning) switch
        {
            [] => throw new FormatException($"no record has an id that begins with '{beginning}'; 'parley casualties register' lists them"),
            [var only] => only,
            _ => throw new FormatException($"several records have ids that begin with '{beginning}'; give more of it"),
        };
    }

    private CasualtyRecord Only(string beginning) => Only(register, beginning);

    private string OnlyMention(string beginning) => register.MentionIdsLike(beginning) switch
    {
        [] => throw new FormatException($"no record or mention has an id that begins with '{beginning}'; 'parley casualties register' lists them"),
        [var only] => only,
        _ => throw new FormatException($"several mentions have ids that begin with '{beginning}'; give more of it"),
    };

    /// <summary>A name written with other blanks, or with an accent apart from its letter, is no other person.</summary>
    private static string NameOf(string? who) =>
        string.Join(' ', (who ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(System.Text.NormalizationForm.FormC);

    private static string Reason(string? reason) => reason?.Trim() is { Length: > 0 } text ? text : throw new FormatException("a reason is needed: it is kept with the change");
}
