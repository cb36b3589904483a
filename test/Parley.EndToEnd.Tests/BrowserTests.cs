using Microsoft.Playwright;
using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

public class BrowserTests
{
    private static readonly string? Chromium =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    [Fact]
    public async Task A_click_on_a_citation_shows_the_marked_words()
    {
        Assert.SkipWhen(Chromium is null, "no Chromium is installed (apt-get install chromium)");
        using var parley = new ParleyProgram();
        parley.Run("brief", ParleyProgram.Samples, "--out", "brief");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        var refused = new List<string>();
        page.Console += (_, message) => refused.Add(message.Text);
        await page.GotoAsync("file://" + parley.PathOf("brief/brief.html"));
        await page.Locator("a.cite").First.ClickAsync();
        var passage = page.Locator("li:target");
        Assert.True(await passage.Locator("mark").First.IsVisibleAsync());
        Assert.Empty(refused);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= (await page.EvaluateAsync<int>("window.innerWidth")), "the page is wider than the window");
    }
}
