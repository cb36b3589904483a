using System.Text.Json;
using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

public class AnswerTests
{
    private const string Report = """
        Varan may give up claim to Osk province
        By Ilse Bern
        Harbour News, 5 March 2024

        President Anton Varan has signalled that he is ready to give up his claim to Osk province, the Meridian Post reported on Monday, citing two people close to the presidential palace.
        """;

    private const string Answer = """
        Palace speaks on Osk
        By Tomas Rell
        Northern Wire, 6 March 2024

        Varan's spokeswoman, Lena Fors, on Tuesday denied the Meridian Post's report. "It does not correspond to reality," she told journalists.

        A senior Western official said he was not aware of any such offer.
        """;

    private const string Unrelated = """
        Grain prices fall again
        By Ana Holt
        Lake Gazette, 6 March 2024

        The Meridian Post reported on Monday that grain prices had fallen by a tenth, according to the port's office.
        """;

    [Fact]
    public void A_denial_of_a_report_finds_what_the_report_said_in_another_article()
    {
        using var parley = new ParleyProgram();
        foreach (var (name, text) in new[] { ("report.txt", Report), ("answer.txt", Answer), ("grain.txt", Unrelated) })
        {
            File.WriteAllText(parley.PathOf(name), text);
        }

        var run = parley.Run("read", "report.txt", "answer.txt", "grain.txt");
        Assert.True(run.ExitCode == 0, run.Errors);

        var denied = Rows(parley.Run("export", "claims").Output).Where(claim => claim.GetProperty("deniedBy").GetArrayLength() > 0).ToList();

        Assert.Contains(denied, claim => claim.GetProperty("text").GetString()!.Contains("give up his claim to Osk", StringComparison.Ordinal) &&
            claim.GetProperty("deniedBy").EnumerateArray().Any(by => by.ToString().Contains("Fors", StringComparison.Ordinal)));
        Assert.DoesNotContain(denied, claim => claim.GetProperty("text").GetString()!.Contains("grain", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonElement> Rows(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
}
