using DiplomacyTracker.Web.Text;
using Microsoft.AspNetCore.Antiforgery;

namespace DiplomacyTracker.Web.Editing;

/// <summary>Language and theme, kept in cookies of the reader.</summary>
internal static class Preferences
{
    public static void MapPreferences(this WebApplication app) => app.MapPost("/preferences", async (HttpContext context, IAntiforgery antiforgery) =>
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync();
        Set(context, Language.CookieName, form["lang"], "id", "en");
        Set(context, "theme", form["theme"], "light", "dark", "auto");
        var back = form["returnUrl"].ToString();
        return Results.LocalRedirect(back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.StartsWith("/\\", StringComparison.Ordinal) ? back : "/");
    });

    private static void Set(HttpContext context, string name, string? value, params string[] known)
    {
        if (value is not null && known.Contains(value))
        {
            context.Response.Cookies.Append(name, value, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Path = "/" });
        }
    }
}
