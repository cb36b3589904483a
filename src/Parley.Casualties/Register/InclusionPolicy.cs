using System.Collections.Immutable;
using System.Globalization;
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
    private const int MaxReviewers = 10;

    /// <summary>The criteria of a register for which none were set: confirmed deaths, each confirmed by two reviewers.</summary>
    public static InclusionPolicy Default { get; } =
        new("default", null, null, [CasualtyStatus.Killed, CasualtyStatus.DiedOfWounds, CasualtyStatus.Presumed], ConfirmationLevel.Confirmed);

    /// <summary>How many reviewers must have confirmed a record before it is confirmed, beside the evidence; 0 for none.</summary>
    public int Reviewers { get; init; } = 2;

    /// <summary>Categories of persons that count; empty for all.</summary>
    public ImmutableArray<PersonCategory> Categories { get; init; } = [];

    /// <summary>Nationalities that count, as records give them; empty for all.</summary>
    public ImmutableArray<string> Nationalities { get; init; } = [];

    /// <summary>Words of which the place of the incident must hold one; empty for all places.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>The conflict, in words.</summary>
    public string Conflict { get; init; } = "";

    /// <summary>Whether releases name the identifiers of records that they publish no more; else they only say how many.</summary>
    public bool ShowsRemovedIds { get; init; } = true;

    /// <summary>What is left out, in words.</summary>
    public string Excludes { get; init; } = "";

    /// <summary>Reads a policy: lines <c>key = value</c>, <c>#</c> for comments; lists are separated by commas.</summary>
    /// <exception cref="FormatException">A line is not understood; file, line and what is expected are named.</exception>
    public static InclusionPolicy Read(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var policy = Default with { Name = origin };
        var lines = text.Split('\n');
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is not { Length: > 0 } content || content[0] == '#')
            {
                continue;
            }

            var line = new PolicyLine(content, $"{origin}: line {i + 1}");
            if (!seen.TryAdd(line.Key, i + 1))
            {
                throw line.Error($"'{line.Key}' was given in line {seen[line.Key]} already; keep one of them");
            }

            policy = line.Key switch
            {
                "name" => policy with { Name = line.Value },
                "conflict" => policy with { Conflict = line.Value },
                "excludes" => policy with { Excludes = line.Value },
                "from" => policy with { From = line.Date().First },
                "to" => policy with { To = line.Date().Last },
                "statuses" => policy with { Statuses = line.Names<CasualtyStatus>() },
                "level" => policy with { Level = line.Names<ConfirmationLevel>() is [var level] ? level : throw line.Error("one level is expected") },
                "reviewers" => policy with { Reviewers = line.Number(MaxReviewers) },
                "categories" => policy with { Categories = line.Names<PersonCategory>() },
                "nationalities" => policy with { Nationalities = line.List() },
                "removed" => policy with { ShowsRemovedIds = line.OneOf("identifier", "count") == "identifier" },
                "places" => policy with { Places = line.List() },
                _ => throw line.Error("'name', 'conflict', 'from', 'to', 'statuses', 'level', 'reviewers', 'categories', 'nationalities', 'places', 'removed' or 'excludes' = value is expected, "
                    + $"not '{content}'"),
            };
        }

        return policy is { From: { } from, To: { } to } && from > to
            ? throw new FormatException($"{origin}: line {seen["to"]}: the last day {policy.To:yyyy-MM-dd} is before the first, {policy.From:yyyy-MM-dd}")
            : policy;
    }

    /// <summary>The policy as a file would have it, key by key; what does not restrict is left out.</summary>
    public IEnumerable<(string Key, string Value)> Lines()
    {
        (string Key, string? Value)[] lines =
        [
            ("name", Name), ("conflict", Conflict), ("from", Day(From)), ("to", Day(To)), ("statuses", string.Join(", ", Statuses.Select(EnumName.Of))), ("level", EnumName.Of(Level)),
            ("reviewers", Reviewers.ToString(CultureInfo.InvariantCulture)), ("categories", string.Join(", ", Categories.Select(EnumName.Of))),
            ("nationalities", string.Join(", ", Nationalities)), ("places", string.Join(", ", Places)), ("removed", ShowsRemovedIds ? "identifier" : "count"), ("excludes", Excludes),
        ];
        return lines.Where(l => l.Value is { Length: > 0 }).Select(l => (l.Key, l.Value!));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The criteria that a record fails; none means that it counts.</summary>
    public ImmutableArray<string> Failed(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var failed = ImmutableArray.CreateBuilder<string>();
        if (!Statuses.Contains(record.Status))
        {
            failed.Add($"status {EnumName.Of(record.Status)}");
        }

        if (record.Level < Level)
        {
            failed.Add($"level {EnumName.Of(record.Level)}");
        }

        if (!Categories.IsEmpty && !Categories.Contains(record.Person.Category))
        {
            failed.Add($"category {EnumName.Of(record.Person.Category)}");
        }

        if (!Nationalities.IsEmpty && !Nationalities.Contains(record.Person.Nationality ?? "", StringComparer.OrdinalIgnoreCase))
        {
            failed.Add($"nationality {record.Person.Nationality ?? "unknown"}");
        }

        if (!Places.IsEmpty && !Places.Any(p => record.Incident.Place?.Contains(p, StringComparison.OrdinalIgnoreCase) == true))
        {
            failed.Add($"place {record.Incident.Place ?? "unknown"}");
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

    /// <summary>One line of a policy file.</summary>
    private sealed class PolicyLine
    {
        private readonly string _place;

        public PolicyLine(string content, string place)
        {
            _place = place;
            var equals = content.IndexOf('=', StringComparison.Ordinal);
            (Key, Value) = equals < 0 ? (content, "") : (content[..equals].Trim(), content[(equals + 1)..].Trim());
        }

        public string Key { get; }

        public string Value { get; }

        public FormatException Error(string expected) => new($"{_place}: {expected}");

        public PartialDate Date() => PartialDate.TryParse(Value, out var date) ? date
            : throw Error($"{Key}: a date YYYY-MM-DD, YYYY-MM or YYYY is expected, not '{Value}'");

        public int Number(int most) => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number : throw Error($"{Key}: a number, 0 to {most}, is expected, not '{Value}'");

        public string OneOf(params ReadOnlySpan<string> words) => words.Contains(Value) ? Value
            : throw Error($"{Key}: {string.Join(" or ", words.ToArray())} is expected, not '{Value}'");

        public ImmutableArray<string> List() => [.. Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

        public ImmutableArray<TEnum> Names<TEnum>()
            where TEnum : struct, Enum => Value.Length == 0
                ? throw Error($"{Key}: one of {RegisterValue.NamesOf<TEnum>()} is expected, not nothing")
                : [.. Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(name => RegisterValue.TryName<TEnum>(name, out var value)
                    ? value : throw Error($"{Key}: one of {RegisterValue.NamesOf<TEnum>()} is expected, not '{name}'"))];
    }
}
