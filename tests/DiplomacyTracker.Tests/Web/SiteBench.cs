using System.Security.Claims;
using System.Text.Encodings.Web;
using DiplomacyTracker.Data;
using DiplomacyTracker.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Tests.Web;

/// <summary>The site over a database of its own, without the worker: pages as a reader or, by a header, as an editor gets them.</summary>
internal sealed class SiteBench : IAsyncDisposable
{
    private const string EditorHeader = "Test-Editor";
    private readonly WebApplication _app;
    private readonly string _folder;

    private SiteBench(WebApplication app, string folder, string connectionString) => (_app, _folder, ConnectionString) = (app, folder, connectionString);

    public string ConnectionString { get; }

    public static async Task<SiteBench> CreateAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        var connectionString = await database.CreateAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("site-bench-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Site).Assembly.GetName().Name, ContentRootPath = Path.Combine(Repository.Root, "src", "DiplomacyTracker.Web") });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDiplomacyData(connectionString);
        builder.Services.AddSite(builder.Configuration, folder, isDemo: false);
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderHandler>("header", null);
        var app = builder.Build();
        app.UseSite();
        app.MapRazorPages();
        await app.StartAsync(cancellationToken);
        return new SiteBench(app, folder, connectionString);
    }

    public TrackerContext Context() => TestDatabase.Context(ConnectionString);

    public async Task<(int Status, string Html)> GetAsync(string path, bool asEditor = false)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (asEditor)
        {
            request.Headers.Add(EditorHeader, "1");
        }
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class HeaderHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Guid.Empty.ToString()), new Claim(ClaimTypes.Name, "redaksi")], Scheme.Name);
            return Task.FromResult(Request.Headers.ContainsKey(EditorHeader) ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)) : AuthenticateResult.NoResult());
        }
    }
}
