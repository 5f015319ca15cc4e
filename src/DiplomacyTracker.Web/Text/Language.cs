namespace DiplomacyTracker.Web.Text;

/// <summary>The language of one request: the query's, else the cookie's, else the browser's, else Indonesian. Texts stand in the pages in both languages.</summary>
public sealed class Language
{
    public const string CookieName = "lang";

    public Language(IHttpContextAccessor accessor)
    {
        var request = accessor.HttpContext?.Request;
        Code = Known(request?.Query["lang"]) ?? Known(request?.Cookies[CookieName]) ?? Preferred(request) ?? "id";
    }

    /// <summary>"id" or "en".</summary>
    public string Code { get; }

    public bool IsIndonesian => Code == "id";

    public string this[string indonesian, string english] => IsIndonesian ? indonesian : english;

    private static string? Known(string? code) => code is "id" or "en" ? code : null;

    private static string? Preferred(HttpRequest? request) => request?.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Known(language.Value.Value?.Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(code => code is not null);
}
