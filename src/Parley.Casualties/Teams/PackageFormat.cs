using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Casualties.Register;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Casualties.Teams;

/// <summary>
/// The package as JSON Lines: a heading with team, profile, the ledger's last record, the number of events and the SHA-256 of all that follows;
/// then one event a line.
/// </summary>
public static class PackageFormat
{
    private const string Name = "parley-casualties";
    private const int Version = 1;
    private const int MaxLineBytes = 1 << 20;
    private const long MaxBytes = 1L << 30;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a package and returns it with its hash.</summary>
    public static TeamPackage Write(TeamPackage package, Stream output)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(output);
        using var body = new MemoryStream();
        foreach (var what in package.Events)
        {
            var (kind, json) = RegisterHistory.Write(what);
            body.Write(Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind}\",\"event\":"));
            body.Write(json);
            body.Write("}\n"u8);
        }

        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        var hash = ContentHash.Of(bytes);
        var heading = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(heading, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("package", Name);
            json.WriteNumber("version", Version);
            json.WriteString("team", package.Team);
            json.WriteString("profile", EnumName.Of(package.Profile));
            json.WriteString("ledger", package.Head.ToString());
            json.WriteNumber("withheld", package.Withheld);
            json.WriteNumber("events", package.Events.Length);
            json.WriteString("sha256", hash.Hex);
            json.WriteEndObject();
        }

        output.Write(heading.WrittenSpan);
        output.WriteByte((byte)'\n');
        output.Write(bytes);
        return package with { Hash = hash };
    }

    /// <summary>Reads a package and checks all of it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It is no package, or damaged, or holds what no register could; file and line are named.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TeamPackage ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = File.OpenRead(path);
        return file.Length > MaxBytes ? throw new FormatException($"{path}: more than {MaxBytes} bytes is no package") : Read(file, Path.GetFileName(path));
    }

    /// <inheritdoc cref="ReadFile"/>
    /// <param name="input">The package.</param>
    /// <param name="origin">Its name, for messages.</param>
    public static TeamPackage Read(Stream input, string origin)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = new PackageLines(input, MaxLineBytes, origin);
        var (package, events, expected) = Heading(lines.Next() ?? throw Bad(origin, 1, "the file is empty; a package is expected"), origin);
        var found = ImmutableArray.CreateBuilder<RegisterEvent>();
        var addresses = new HashSet<EventOrigin>();
        while (lines.Next() is { } line)
        {
            hash.AppendData(line);
            hash.AppendData("\n"u8);
            var what = Event(line, origin, lines.Number);
            if (!addresses.Add(what.ByTeam!))
            {
                throw Bad(origin, lines.Number, $"event {what.ByTeam!.Sequence} of {what.ByTeam.Team} stands there twice");
            }

            found.Add(what);
        }

        if (found.Count != events)
        {
            throw Bad(origin, lines.Number, $"{found.Count} events, but the heading tells of {events}; the file is cut short or was added to, get it again");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == expected.Hex
            ? package with { Events = found.ToImmutable(), Hash = expected }
            : throw Bad(origin, 1, "the events are not those whose hash the heading has; the file was changed, get it again");
    }

    private static (TeamPackage Package, int Events, ContentHash Hash) Heading(byte[] line, string origin)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("package", out var name) || name.ValueKind != JsonValueKind.String || name.GetString() != Name)
            {
                throw Bad(origin, 1, "this is no package of a casualty register; 'parley casualties export' makes one");
            }

            if (root.GetProperty("version").GetInt32() is var version and not Version)
            {
                throw Bad(origin, 1, $"version {version} is not known; use a newer Parley");
            }

            var profile = root.GetProperty("profile").GetString();
            return (
                new TeamPackage
                {
                    Team = TeamName.Read(root.GetProperty("team").GetString()),
                    Profile = profile == EnumName.Of(PublicationProfile.Public) ? PublicationProfile.Public
                        : profile == EnumName.Of(PublicationProfile.Partner) ? PublicationProfile.Partner
                        : throw new FormatException($"the profile is public or partner, not '{profile}'"),
                    Head = LedgerHead.TryParse(root.GetProperty("ledger").GetString(), out var head) ? head : throw new FormatException("the ledger's last record is number:hash"),
                    Events = [],
                    Withheld = root.GetProperty("withheld").GetInt32(),
                },
                root.GetProperty("events").GetInt32(),
                ContentHash.Parse(root.GetProperty("sha256").GetString() ?? ""));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException || (e is FormatException && !e.Message.StartsWith(origin, StringComparison.Ordinal)))
        {
            throw Bad(origin, 1, $"the heading of a package is expected ({e.Message.Split('\n')[0]})");
        }
    }

    private static RegisterEvent Event(byte[] line, string origin, int number)
    {
        try
        {
            Utf8.GetCharCount(line);
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 16 });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("one event a line is expected");
            }

            var what = RegisterHistory.Read(
                json.RootElement.GetProperty("kind").GetString() ?? "", Encoding.UTF8.GetBytes(json.RootElement.GetProperty("event").GetRawText()));
            PackageCheck.ThrowIfImpossible(what);
            return what;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or DecoderFallbackException or ArgumentException)
        {
            throw Bad(origin, number, $"this is no event of a casualty register ({e.Message.Split('\n')[0]})");
        }
    }

    private static FormatException Bad(string origin, int line, string problem) => new($"{origin}: line {line}: {problem}; nothing was merged");
}
