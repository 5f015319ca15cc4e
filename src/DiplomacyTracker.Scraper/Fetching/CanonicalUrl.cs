namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>One spelling for all addresses of one page, and the key under which an article is one row however it was found.</summary>
internal static class CanonicalUrl
{
    private static readonly string[] TrackingPrefixes = ["utm_", "fb_", "mc_", "pk_", "piwik_", "hsa_", "_hs", "vero_", "oly_", "at_", "matomo_", "mtm_"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "gbraid", "wbraid", "twclid", "ttclid", "li_fat_id", "mkt_tok", "_ga", "_gl", "ref", "ref_src", "ref_url", "source", "from", "cmpid",
        "ncid", "ito", "spm", "trk", "share", "outputtype", "amp", "page_all", "srsltid", "campaign", "tag_from", "tracking_source", "traffic_source",
    };

    private static readonly HashSet<string> MobileLabels = new(StringComparer.OrdinalIgnoreCase) { "m", "mobile", "amp", "wap" };

    /// <summary>The canonical form; null where it is no http address.</summary>
    public static Uri? Of(string url, Uri? baseAddress = null)
    {
        var trimmed = new string([.. url.Trim().Where(c => c is not ('\t' or '\n' or '\r'))]);
        if (trimmed.Length is 0 or > 8000)
        {
            return null;
        }
        var parsed = baseAddress is not null && Uri.TryCreate(baseAddress, trimmed, out var relative) ? relative
            : Uri.TryCreate(trimmed, UriKind.Absolute, out var absolute) ? absolute : null;
        if (parsed is null || parsed.Scheme is not ("http" or "https") || parsed.Host.Length == 0)
        {
            return null;
        }
        var builder = new UriBuilder(parsed) { UserName = "", Password = "", Fragment = "", Query = Query(parsed.Query) };
        if (parsed.IsDefaultPort)
        {
            builder.Port = -1;
        }
        return builder.Uri;
    }

    /// <summary>Canonical address without scheme, <c>www.</c>, mobile and AMP forms, paging and trailing slash.</summary>
    public static string KeyOf(Uri canonical)
    {
        var labels = canonical.IdnHost.ToLowerInvariant().TrimEnd('.').Split('.').ToList();
        while (labels.Count > 2 && (labels[0] == "www" || MobileLabels.Contains(labels[0])))
        {
            labels.RemoveAt(0);
        }
        var path = canonical.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/amp", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        path = path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) ? path[4..] : path;
        path = path.EndsWith(".amp", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase) ? path[..^9] + ".html" : path;
        path = path.TrimEnd('/');
        var query = string.Join('&', canonical.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair is not ("page=all" or "single=1" or "showpage=all") && !pair.StartsWith("page=", StringComparison.Ordinal)));
        var port = canonical.IsDefaultPort ? "" : $":{canonical.Port}";
        return string.Join('.', labels) + port + path + (query.Length == 0 ? "" : "?" + query);
    }

    /// <summary>Host and port, which politeness counts by.</summary>
    public static string AuthorityOf(Uri address) => $"{address.IdnHost.ToLowerInvariant()}:{address.Port}";

    private static string Query(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair.Split('=')[0])).Order(StringComparer.Ordinal);
        return string.Join('&', kept);
    }

    private static bool IsTracking(string name) =>
        Tracking.Contains(name) || Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
