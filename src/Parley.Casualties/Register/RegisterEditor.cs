using System.Collections.Immutable;

namespace Parley.Casualties.Register;

/// <summary>Turns what a person wants changed into events, after checking that it can be done; appending them is the caller's.</summary>
/// <param name="register">The register as it is.</param>
/// <param name="who">Who wants it.</param>
/// <param name="when">When, in UTC.</param>
public sealed class RegisterEditor(CasualtyRegister register, string who, DateTimeOffset when)
{
    /// <summary>Names are written over many records: they stay short.</summary>
    private const int LongestName = 100;

    private readonly string _who = who?.Trim() is { Length: > 0 and <= LongestName } name ? name
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

    private static string Reason(string reason) => reason?.Trim() is { Length: > 0 } text ? text : throw new FormatException("a reason is needed: it is kept with the change");
}
