using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Editors;
using DiplomacyTracker.Web.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web;

/// <summary>What the web front end needs, and the order in which a request passes through it.</summary>
internal static class Site
{
    public const string SignInLimit = "sign-in";

    private const string ContentPolicy =
        "default-src 'none'; style-src 'self' 'unsafe-hashes' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    public static void AddSite(this IServiceCollection services, IConfiguration configuration, string folder, bool isDemo)
    {
        services.AddSingleton(new SiteState(isDemo));
        services.AddHttpContextAccessor();
        services.AddScoped<Language>().AddScoped<DateWords>().AddScoped<TypeWords>().AddScoped<CountryNames>();
        services.AddScoped<Editing.MentionEditor>();
        services.AddEditors().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/signin";
            cookie.AccessDeniedPath = "/signin";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.Name = "editor";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        });
        services.AddAuthorization();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "form");
        services.AddDataProtection().SetApplicationName("DiplomacyTracker")
            .PersistKeysToFileSystem(Directory.CreateDirectory(configuration["Site:KeyFolder"] ?? Path.Combine(folder, "keys")));
        services.AddRazorPages(pages => pages.Conventions.AuthorizeFolder("/Desk"));
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/css", "application/atom+xml", "application/rss+xml", "application/feed+json"]);
        services.AddHealthChecks().AddDbContextCheck<TrackerContext>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignInLimit, context => System.Threading.RateLimiting.RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new System.Threading.RateLimiting.FixedWindowRateLimiterOptions { PermitLimit = HttpMethods.IsPost(context.Request.Method) ? 20 : 1000, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
        app.UseResponseCompression();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealthChecks("/health");
    }
}
