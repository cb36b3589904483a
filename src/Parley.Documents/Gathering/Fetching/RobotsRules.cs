using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Parley.Documents.Gathering.Fetching;

/// <summary>
/// What a site asks of robots (RFC 9309): the rules of the groups that name a crawler, else of those for all. Reading is linear in the
/// file's length, matching in pattern times path.
/// </summary>
public sealed record RobotsRules
{
    /// <summary>Most bytes of a file that are read; RFC 9309 asks for at least 500 KiB.</summary>
    public const int MaxBytes = 512 << 10;

    private const int MaxLines = 20_000;
    private const int MaxPattern = 2_000;
    private const double MaxDelaySeconds = 120;

    /// <summary>No rules: everything may be fetched.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Nothing may be fetched: what holds while a site's rules cannot be had for a fault of the site.</summary>
    public static RobotsRules DenyAll { get; } = new() { Patterns = ["-/"] };

    /// <summary>Patterns of paths, each after a sign: + for allowed, - for disallowed.</summary>
    public ImmutableArray<string> Patterns { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Seconds that the site wants between two requests, 0 to 120; null if it does not say (not part of RFC 9309, but widely used).</summary>
    public double? DelaySeconds { get; init; }

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="bytes">The file; what is beyond <see cref="MaxBytes"/> is not read.</param>
    /// <param name="crawler">The crawler's product token, such as <c>Parley</c>.</param>
    public static RobotsRules Read(ReadOnlySpan<byte> bytes, string crawler)
    {
        ArgumentException.ThrowIfNullOrEmpty(crawler);
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxBytes)]).TrimStart('\uFEFF');
        var own = new Group();
        var general = new Group();
        var current = new List<Group>();
        var inAgents = false;
        var lines = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            if (++lines > MaxLines)
            {
                break;
            }

            var hash = raw.IndexOf('#');
            var line = (hash < 0 ? raw : raw[..hash]).Trim();
            var colon = line.IndexOf(':');
            if (colon <= 0)
            {
                continue;
            }

            var key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!inAgents)
                {
                    current.Clear();
                }

                inAgents = true;
                if (value is "*")
                {
                    current.Add(general);
                }
                else if (Names(value, crawler))
                {
                    own.IsNamed = true;
                    current.Add(own);
                }
            }
            else
            {
                inAgents = false;
                foreach (var group in current)
                {
                    group.Add(key, value);
                }
            }
        }

        return (own.IsNamed ? own : general).ToRules();
    }

    /// <summary>True if an address may be fetched: the longest pattern that matches decides, and among equals the one that allows.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var path = address.PathAndQuery;
        if (path == "/robots.txt")
        {
            return true;
        }

        var (longest, allowed) = (-1, true);
        foreach (var rule in Patterns)
        {
            var pattern = rule.AsSpan(1);
            if (rule.Length > 1 && pattern.Length >= longest && Matches(pattern, path))
            {
                allowed = rule[0] == '+' || (pattern.Length == longest && allowed);
                longest = pattern.Length;
            }
        }

        return allowed;
    }

    /// <summary>Matches a pattern with * (any run) and a final $ (the end), without going back more than one star.</summary>
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var toEnd = pattern.EndsWith("$");
        pattern = toEnd ? pattern[..^1] : pattern;
        int p = 0, at = 0, star = -1, retry = 0;
        while (true)
        {
            if (p == pattern.Length && (!toEnd || at == path.Length))
            {
                return true;
            }

            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, at);
            }
            else if (p < pattern.Length && at < path.Length && pattern[p] == path[at])
            {
                (p, at) = (p + 1, at + 1);
            }
            else if (star >= 0 && retry < path.Length)
            {
                (p, at) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }
    }

    /// <summary>A group names a crawler by its product token; a version after it does not count.</summary>
    private static bool Names(ReadOnlySpan<char> agent, string crawler)
    {
        var slash = agent.IndexOf('/');
        return (slash < 0 ? agent : agent[..slash]).Trim().Equals(crawler, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Group
    {
        private readonly ImmutableArray<string>.Builder _patterns = ImmutableArray.CreateBuilder<string>();
        private double? _delay;

        public bool IsNamed { get; set; }

        public void Add(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
        {
            var allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if ((allows || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)) && value.Length is > 0 and <= MaxPattern)
            {
                _patterns.Add((allows ? "+" : "-") + value.ToString());
            }
            else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase) &&
                double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                _delay = Math.Min(seconds, MaxDelaySeconds);
            }
        }

        public RobotsRules ToRules() => new() { Patterns = _patterns.ToImmutable(), DelaySeconds = _delay };
    }
}
