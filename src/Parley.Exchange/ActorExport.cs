using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parley.Analysis;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Exchange;

/// <summary>Writes actors: in JSON Lines with their posts as objects, in CSV with a post as <c>TITLE (COUNTRY) FROM/TO</c>.</summary>
public static class ActorExport
{
    private static readonly ImmutableArray<(string Name, Func<ActorEntry, Cell> Value)> s_columns =
    [
        ("id", a => a.Id),
        ("name", a => a.Name),
        ("aliases", a => Cell.List(a.Aliases)),
        ("kind", a => EnumName.Of(a.Kind)),
        ("country", a => a.Country),
        ("roles", a => Cell.List(a.Roles.Select(RoleText))),
        ("mentions", a => a.Mentions),
        ("statements", a => a.Statements),
        ("firstSaid", a => Day(a.First)),
        ("lastSaid", a => Day(a.Last)),
    ];

    /// <summary>Writes actors and counts them.</summary>
    public static long Write(IEnumerable<ActorEntry> actors, ExportFormat format, Stream output) => format is ExportFormat.JsonLines
        ? RowWriter.WriteLines(actors, WriteObject, output)
        : RowWriter.Write(actors, [.. s_columns.Select(c => c.Name)], (row, i) => s_columns[i].Value(row), format, output);

    /// <summary>A post on one line.</summary>
    public static string RoleText(ActorRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return $"{role.Title}{(role.Country is { } country ? $" ({country})" : "")}{(role.From is null && role.To is null ? "" : $" {Day(role.From)}/{Day(role.To)}")}";
    }

    private static void WriteObject(Utf8JsonWriter json, ActorEntry actor)
    {
        json.WriteStartObject();
        foreach (var (name, value) in s_columns)
        {
            json.WritePropertyName(name);
            if (name == "roles")
            {
                WriteRoles(json, actor.Roles);
            }
            else
            {
                value(actor).WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteRoles(Utf8JsonWriter json, ImmutableArray<ActorRole> roles)
    {
        json.WriteStartArray();
        foreach (var role in roles)
        {
            json.WriteStartObject();
            json.WriteString("title", role.Title);
            json.WriteString("country", role.Country);
            json.WriteString("from", Day(role.From));
            json.WriteString("to", Day(role.To));
            json.WriteString("basis", EnumName.Of(role.Basis));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
