using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DiplomacyTracker.BrowserTests;

/// <summary>Every page as a person sees it, at phone and desktop width: no accessibility violation, no error on the console, nothing that scrolls sideways.</summary>
public sealed partial class PageTests(DemoSite site)
{
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    [Theory]
    [InlineData("home", "/")]
    [InlineData("topics", "/topics")]
    [InlineData("topic", "/topics/jaminan-keamanan-ukraina")]
    [InlineData("event", "/events/ktt-coalition-of-the-willing-paris-2026-01")]
    [InlineData("entity", "/entities/emmanuel-macron")]
    [InlineData("article", "/articles/1")]
    [InlineData("sources", "/sources")]
    [InlineData("search", "/search?q=Paris")]
    [InlineData("about", "/about")]
    [InlineData("signin", "/signin")]
    [InlineData("missing", "/tidak-ada")]
    public async Task A_page_is_accessible_and_quiet_at_phone_and_desktop_width(string name, string path)
    {
        SkipWithoutBrowser();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        foreach (var (width, device) in ((int, string)[])[(1440, "desktop"), (390, "phone")])
        {
            await CheckAsync(browser, name, path, width, device, ColorScheme.Light);
        }
        await CheckAsync(browser, name, path, 1440, "dark", ColorScheme.Dark);
    }

    [Fact]
    public async Task An_editor_signs_in_corrects_a_mention_and_sees_it_listed()
    {
        SkipWithoutBrowser();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var page = await OpenAsync(browser, new BrowserNewPageOptions { Locale = "id-ID" });
        await page.GotoAsync(new Uri(site.Home, "/signin").AbsoluteUri);
        await page.FillAsync("#name", "redaksi");
        await page.FillAsync("#password", site.Password);
        await page.ClickAsync("main button");
        await page.GotoAsync(new Uri(site.Home, "/articles/2").AbsoluteUri);
        await page.Locator("a.m.country").First.ClickAsync();
        await ScreenshotAsync(page, "correct-desktop");
        await page.CheckAsync("input[name=kind][value=none]");
        await page.ClickAsync(".pop button");

        await page.WaitForSelectorAsync("#corrections");
        Assert.Contains("bukan sebutan", await page.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_reader_cannot_correct_and_a_feed_answers_a_second_time_with_nothing_new()
    {
        SkipWithoutBrowser();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Home };
        using var nothing = new FormUrlEncodedContent([new("mention", "1"), new("kind", "none")]);
        var refused = await client.PostAsync(new Uri("/articles/1?handler=Correct", UriKind.Relative), nothing, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        foreach (var ending in (string[])["atom", "rss", "json"])
        {
            var address = $"/topics/ktt-asean/feed.{ending}";
            using var first = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await client.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
            Assert.Contains("ASEAN", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_event_is_found_by_the_key_that_exports_name_it_by()
    {
        SkipWithoutBrowser();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Home };
        var topic = await client.GetStringAsync(new Uri("/topics/ktt-asean", UriKind.Relative), TestContext.Current.CancellationToken);
        var address = EventAddress().Match(topic).Groups[1].Value;
        var document = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{address}.json", UriKind.Relative), TestContext.Current.CancellationToken));

        using var answer = await client.GetAsync(new Uri($"/events/{document.RootElement.GetProperty("key").GetString()}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var unknown = await client.GetAsync(new Uri("/events/tidak-ada", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MovedPermanently, address), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [GeneratedRegex("href=\"(/events/[a-z0-9-]+)\"")]
    private static partial Regex EventAddress();

    private async Task CheckAsync(IBrowser browser, string name, string path, int width, string device, ColorScheme scheme)
    {
        var errors = new List<string>();
        var page = await OpenAsync(browser, new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, Locale = "id-ID", ColorScheme = scheme });
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && name != "missing")
            {
                errors.Add(message.Text);
            }
        };
        await page.GotoAsync(new Uri(site.Home, path).AbsoluteUri);
        await ScreenshotAsync(page, $"{name}-{device}");
        var axe = await page.RunAxe();
        Assert.Empty(errors);
        Assert.True(axe.Violations.Length == 0, string.Join('\n', axe.Violations.Select(v => $"{name} {device}: {v.Id} {v.Help}: {v.Nodes[0].Html}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} scrolls sideways at {device}");
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('svg text')].filter(text => text.getBoundingClientRect().right > document.documentElement.clientWidth).map(text => text.textContent)"));
        await page.CloseAsync();
    }

    // What a page shows is tested here, not how fast: beside the other tests a page may take long.
    private static async Task<IPage> OpenAsync(IBrowser browser, BrowserNewPageOptions options)
    {
        var page = await browser.NewPageAsync(options);
        page.SetDefaultTimeout(180_000);
        return page;
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = DemoSite.Chromium, Args = Switches });

    private static Task<byte[]> ScreenshotAsync(IPage page, string name)
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS") ?? Path.Combine(AppContext.BaseDirectory, "screenshots");
        return page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private static void SkipWithoutBrowser() => Assert.SkipUnless(DemoSite.HasBrowser, $"Chromium is not installed at {DemoSite.Chromium}");
}
