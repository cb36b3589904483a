using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>Which records count: data that the team edits, named by every total that is published.</summary>
/// <param name="Name">Its name and version.</param>
/// <param name="From">First day that counts, or null.</param>
/// <param name="To">Last day that counts, or null.</param>
/// <param name="Statuses">Statuses that count.</param>
/// <param name="Level">Least level of confirmation that counts.</param>
public sealed record InclusionPolicy(
    string Name, DateOnly? From, DateOnly? To, ImmutableArray<CasualtyStatus> Statuses, ConfirmationLevel Level)
{
    /// <summary>Reads a policy: lines <c>name|from|to|statuses|level = value</c>, <c>#</c> for comments.</summary>
    /// <exception cref="FormatException">A line is not understood; it is named.</exception>
    public static InclusionPolicy Read(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var policy = new InclusionPolicy(origin, null, null, [CasualtyStatus.Killed, CasualtyStatus.DiedOfWounds], ConfirmationLevel.Confirmed);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim() is not { Length: > 0 } content || content[0] == '#')
            {
                continue;
            }

            var equals = content.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = equals < 0 ? (content, "") : (content[..equals].Trim(), content[(equals + 1)..].Trim());
            policy = key switch
            {
                "name" => policy with { Name = value },
                "from" when PartialDate.TryParse(value, out var date) => policy with { From = date.First },
                "to" when PartialDate.TryParse(value, out var date) => policy with { To = date.Last },
                "statuses" => policy with { Statuses = [.. value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(s => Named<CasualtyStatus>(s, origin, number))] },
                "level" => policy with { Level = Named<ConfirmationLevel>(value, origin, number) },
                _ => throw new FormatException($"{origin}: line {number}: 'name', 'from', 'to', 'statuses' or 'level' = value is expected, not '{content}'"),
            };
        }

        return policy;
    }

    /// <summary>The criteria that a record fails; none means that it counts.</summary>
    public ImmutableArray<string> Failed(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var failed = ImmutableArray.CreateBuilder<string>();
        if (!Statuses.Contains(record.Status))
        {
            failed.Add($"status {EnumName.Of(record.Status)}");
        }

        if (Confirmation.LevelOf(record) is var level && level < Level)
        {
            failed.Add($"level {EnumName.Of(level)}");
        }

        if ((From is not null || To is not null) && record.Incident.Date is null)
        {
            failed.Add("date unknown");
        }
        else if (record.Incident.Date is { } date && ((From is { } from && date.First < from) || (To is { } to && date.Last > to)))
        {
            failed.Add($"date {date}");
        }

        return failed.ToImmutable();
    }

    private static TEnum Named<TEnum>(string name, string origin, int line)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (EnumName.Of(value) == name)
            {
                return value;
            }
        }

        throw new FormatException($"{origin}: line {line}: one of {string.Join(", ", Enum.GetValues<TEnum>().Select(EnumName.Of))} is expected, not '{name}'");
    }
}
