using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

/// <summary>Three days of reports on an invented war, read day by day as an analyst would, with a brief for each.</summary>
public sealed class BriefOverDaysTests : IDisposable
{
    private const string First =
        """
        Government rules out truce before withdrawal

        By Hanna Weil, The Sound Tribune, 4 May 2026

        PORT ELIN — Selmar will not accept a ceasefire while Noran troops stand on the Straits, Foreign Minister Ida Kovar said on Monday.

        Selmar’s defence ministry said 320 Selmari soldiers had been killed in April. The Straits Watch said 540 Selmari soldiers were killed in April.

        Noran’s transport minister, Jorun Falk, promised that the port of Vesle would be reopened by May 5.
        """;

    private const string FirstWire =
        """
        Diplomats tell of an offer

        By Per Olsen, Norda Wire, 4 May 2026

        VESLE (Norda Wire) — Two diplomats familiar with the talks told Norda Wire that Noran has offered to release all Selmari prisoners in return for the island of Skar.
        """;

    private const string Second =
        """
        Press secretary denies offer

        By Lise Brand, The Sound Tribune, 5 May 2026

        Noran press secretary Arne Holm denied Norda Wire’s report that Noran had offered to release all Selmari prisoners in return for the island of Skar.

        Foreign Minister Ida Kovar said Selmar would agree to a ceasefire if Noran withdraws its ships from the Straits.

        The defence ministry of Selmar said 350 Selmari soldiers had been killed in April, correcting its earlier number.
        """;

    private const string Third =
        """
        Ships leave the Straits

        By Hanna Weil, The Sound Tribune, 6 May 2026

        Noran President Bela Tormod said on Wednesday that Noran will withdraw its ships from the Straits this week.

        Selmar agrees to an unconditional ceasefire, Foreign Minister Ida Kovar said.
        """;

    private readonly ParleyProgram _parley = new();

    [Fact]
    public void The_brief_of_a_day_tells_what_changed_against_the_days_before()
    {
        Read("1.txt", First);
        Read("1-wire.txt", FirstWire);
        var first = Brief("2026-05-04");
        Assert.DoesNotContain("What changed", first, StringComparison.Ordinal);
        Assert.DoesNotContain("‘PORT ELIN", first, StringComparison.Ordinal);

        Read("2.txt", Second);
        var changes = SectionOf(Brief("2026-05-05"), "What changed");
        Assert.Contains("**Ida Kovar** softened on ceasefire, from opposition", changes, StringComparison.Ordinal);
        Assert.Contains("‘if Noran withdraws its ships from the Straits’", changes, StringComparison.Ordinal);
        Assert.Contains("**Arne Holm**, press secretary, denied", changes, StringComparison.Ordinal);
        Assert.Contains("now puts killed at ‘350’, before at ‘320’", changes, StringComparison.Ordinal);

        Read("3.txt", Third);
        var third = Brief("2026-05-06");
        Assert.Contains("support on a condition (5 May 2026", SectionOf(third, "What changed"), StringComparison.Ordinal);
        Assert.Contains("an answer that grants it: **Bela Tormod**", SectionOf(third, "Where the parties stand"), StringComparison.Ordinal);
        Assert.Contains("The deadline was 5 May 2026.", SectionOf(third, "Claims and denials"), StringComparison.Ordinal);
        Assert.DoesNotContain("softened", _parley.Run("positions", "--as-of", "2026-05-04").Output, StringComparison.Ordinal);
        Assert.Equal(Brief("2026-05-06"), third);
    }

    [Fact]
    public void What_a_page_no_longer_says_is_gone_from_the_brief_and_stays_in_what_was_known_before()
    {
        Read("1.txt", First);
        Read("1-wire.txt", FirstWire);
        Assert.Contains("320", Brief("2026-05-04"), StringComparison.Ordinal);
        Read("1.txt", First.Replace("Selmar’s defence ministry said 320 Selmari soldiers had been killed in April.", "The number of the ministry was withdrawn.", StringComparison.Ordinal));

        var brief = Brief("2026-05-04");
        Assert.DoesNotContain("320 Selmari", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("‘320’", brief, StringComparison.Ordinal); // The digits alone may stand in a hash.
        Assert.Contains("540", brief, StringComparison.Ordinal);
        Assert.Contains("320", _parley.Run("statements", "--all-revisions").Output, StringComparison.Ordinal);
        Assert.Equal(0, _parley.Run("verify").ExitCode);
    }

    public void Dispose() => _parley.Dispose();

    private void Read(string name, string text)
    {
        _parley.Write(name, text);
        var run = _parley.Run("read", name);
        Assert.True(run.ExitCode == 0, run.Errors);
    }

    private string Brief(string day)
    {
        var run = _parley.Run("brief", "--since", day, "--until", day, "--out", day);
        Assert.True(run.ExitCode == 0, run.Errors);
        return File.ReadAllText(_parley.PathOf($"{day}/brief.md"));
    }

    private static string SectionOf(string brief, string heading)
    {
        var start = brief.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"the brief has no section '{heading}'");
        var end = brief.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? brief[start..] : brief[start..end];
    }
}
