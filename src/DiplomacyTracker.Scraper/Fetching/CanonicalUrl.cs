using System.Text.RegularExpressions;
using DiplomacyTracker.Data.Sources;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>One spelling for all addresses of one page, and the key under which an article is one row however it was found. What is data stands in <c>addresses.yaml</c>.</summary>
internal static partial class CanonicalUrl
{
    private static readonly AddressRules Rules = AddressRules.BuiltIn;

    /// <summary>The canonical form; null where it is no http address.</summary>
    public static Uri? Of(string url, Uri? baseAddress = null)
    {
        if (WebAddress.Parse(url, baseAddress) is not { } address)
        {
            return null;
        }
        var path = WithoutSessions(address.AbsolutePath[1..]);
        var canonical = WebAddress.Build(address.Scheme, WebAddress.HostOf(address), address.Port, path, Query(address.Query));
        // Without its session a segment may be a dot segment.
        return canonical is not null && path.Length < address.AbsolutePath.Length - 1 ? Of(canonical.OriginalString) : canonical;
    }

    /// <summary>Canonical address without scheme, <c>www.</c>, mobile and AMP forms, index page, trailing slash and views of the same article.</summary>
    public static string KeyOf(Uri canonical)
    {
        if (Cached(canonical) is { } origin)
        {
            return KeyOf(origin);
        }
        var query = string.Join('&', QueryOf(canonical.Query).Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !Rules.IsView(pair)));
        var port = canonical.IsDefaultPort ? "" : $":{canonical.Port}";
        return Host(WebAddress.HostOf(canonical)) + port + Path(canonical.AbsolutePath) + (query.Length == 0 ? "" : "?" + query);
    }

    /// <summary>Host and port, which politeness counts by.</summary>
    public static string AuthorityOf(Uri address) => Authority.NameOf(address);

    // Pages that a search engine serves from its own cache carry the outlet's address in their path.
    private static Uri? Cached(Uri address) =>
        CachedPage().Match(WebAddress.HostOf(address) + address.AbsolutePath) is { Success: true } cached
            ? Of((cached.Groups["secure"].Success ? "https://" : "http://") + cached.Groups["rest"].Value + address.Query)
            : null;

    private static string Host(string host)
    {
        var labels = host.Split('.').ToList();
        bool Removable(int at) => Rules.IsHostLabel(labels[at]) && labels.Count > 2 && !(labels.Count == 3 && labels[2].Length == 2 && Rules.IsSecondLevel(labels[1]));
        while (Removable(0))
        {
            labels.RemoveAt(0);
        }
        // "id.m.example.org" is the mobile form of "id.example.org".
        if (labels.Count > 3 && labels[1] == "m")
        {
            labels.RemoveAt(1);
        }
        return string.Join('.', labels);
    }

    private static string Path(string path)
    {
        var segments = path.Split('/').ToList();
        var isAtEnd = segments[^1].Length == 0 ? segments.Count - 2 : segments.Count - 1;
        if (isAtEnd > 1 && Rules.PathSegments.Contains(segments[isAtEnd]) && IsSlug(segments[isAtEnd - 1]))
        {
            segments.RemoveAt(isAtEnd);
        }
        for (var i = 1; i < segments.Count - 1; i++)
        {
            if (Rules.PathSegments.Contains(segments[i]) && segments[i + 1].Length > 0 && (i == 1 || IsSlug(segments[i + 1])))
            {
                segments.RemoveAt(i);
            }
        }
        if (segments.Count > 1 && Rules.IndexPages.Contains(segments[^1]))
        {
            segments[^1] = "";
        }
        var text = string.Join('/', segments);
        foreach (var ending in Rules.PathEndings.Where(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            text = text[..^ending.Length] + (ending.EndsWith(".html", StringComparison.Ordinal) ? ".html" : "");
        }
        return text.EndsWith('/') ? text[..^1] : text;
    }

    // A section may really be called "amp"; under an article's own name it is a form of it.
    private static bool IsSlug(string segment) => segment.Any(char.IsAsciiDigit) || segment.Count(c => c == '-') > 1;

    private static string WithoutSessions(string path) =>
        !path.Contains(';', StringComparison.Ordinal) ? path
            : PathParameter().Replace(path, parameter => Rules.IsSession(parameter.Groups["name"].Value) ? "" : parameter.Value);

    // Parameters in the order of their names; those of one name keep theirs, since it may mean something.
    private static string Query(string query)
    {
        var kept = QueryOf(query).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Repaired).Where(pair => pair.Length > 0 && !Rules.IsTracking(NameOf(pair), pair))
            .OrderBy(NameOf, StringComparer.Ordinal).ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    private static string QueryOf(string withMark) => withMark.Length == 0 ? "" : withMark[1..];

    private static string NameOf(string pair) => pair.Split('=')[0];

    // Feeds escape "&" twice ("&amp;"), and a tracker that finds no "?" adds a second one.
    private static string Repaired(string pair)
    {
        var second = pair.LastIndexOf('?');
        return pair.StartsWith("amp;", StringComparison.OrdinalIgnoreCase) ? Repaired(pair[4..])
            : second > 0 && Rules.IsTracking(NameOf(pair[(second + 1)..]), pair[(second + 1)..]) ? Repaired(pair[..second])
            : pair;
    }

    [GeneratedRegex(@"^(?:(?:www\.)?(?:google|bing)\.[a-z.]+/amp/|[^/]+\.cdn\.ampproject\.org/(?:[acvi]|wp|ap)/)(?<secure>s/)?(?<rest>[^/]+\.[^/]+/?.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex CachedPage();

    [GeneratedRegex(@";(?<name>[^;/=]*)(?:=[^;/]*)?", RegexOptions.NonBacktracking)]
    private static partial Regex PathParameter();
}
