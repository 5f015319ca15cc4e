using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>
/// Reads an http address as browsers do (WHATWG URL), since feeds and pages are written for browsers: <see cref="Uri"/> refuses or keeps much of what stands there.
/// AngleSharp parses; what it leaves open of the standard's host rules is closed here.
/// </summary>
internal static class WebAddress
{
    private const int MostCharacters = 8000;

    // Characters that no host has, beside those that AngleSharp refuses.
    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("<>^|%");
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The address without credentials and fragment, its path and query exactly as they are sent; null where it is no http address.</summary>
    public static Uri? Parse(string text, Uri? baseAddress = null)
    {
        if (text.Length > MostCharacters)
        {
            return null;
        }
        var url = baseAddress is null ? new Url(text) : new Url(new Url(baseAddress.OriginalString), text);
        if (url.IsInvalid || url.Scheme is not ("http" or "https") || Host(url.HostName) is not { } host || !IsPort(url.Port, out var port))
        {
            return null;
        }
        var query = url.Query is { Length: > 0 } given ? "?" + PercentEncoding.Query(WithBackticks(given, text)) : "";
        var path = PercentEncoding.Path(url.Path ?? "");
        return Build(url.Scheme, host, port, path, query);
    }

    /// <summary>Puts an address together from parts that are in their final spelling.</summary>
    public static Uri? Build(string scheme, string host, int? port, string path, string query)
    {
        var isDefault = port is null || port == (scheme == "https" ? 443 : 80);
        var text = $"{scheme}://{host}{(isDefault ? "" : string.Create(CultureInfo.InvariantCulture, $":{port}"))}/{path.TrimStart('\\')}{query}";
        return Uri.TryCreate(text, AsWritten, out var address) ? address : null;
    }

    /// <summary>The host of an address in the one spelling of the standard; an IPv6 address in brackets.</summary>
    public static string HostOf(Uri address) =>
        address.HostNameType == UriHostNameType.IPv6 && IPAddress.TryParse(address.Host, out var ip) ? $"[{SixText(ip)}]" : address.IdnHost;

    // AngleSharp escapes them in a query, where the standard leaves them; escapes that were written stay.
    private static string WithBackticks(string query, string text)
    {
        var written = text.AsSpan(text.IndexOf('?', StringComparison.Ordinal) + 1);
        return written.Contains('`') && written.IndexOf("%60") < 0 ? query.Replace("%60", "`", StringComparison.Ordinal) : query;
    }

    private static string? Host(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAny(Forbidden))
        {
            return null;
        }
        if (name[0] == '[')
        {
            return IPAddress.TryParse(name.AsSpan(1, name.Length - 2), out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{SixText(six)}]" : null;
        }
        var host = name.EndsWith('.') ? name[..^1] : name;
        var last = host[(host.LastIndexOf('.') + 1)..];
        // A host whose last label is a number is an IPv4 address or nothing.
        return host.Length is 0 or > 253 || (IsNumber(last) && !(IPAddress.TryParse(host, out var four) && four.ToString() == host)) ? null : host.ToLowerInvariant();
    }

    private static bool IsNumber(string label) =>
        label.Length > 0 && (label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && label.Skip(2).All(char.IsAsciiHexDigit)));

    // The standard writes an IPv4 address inside an IPv6 one in hexadecimal.
    private static string SixText(IPAddress address)
    {
        var text = address.ToString();
        var dotted = text.LastIndexOf(':') + 1;
        if (!text.Contains('.', StringComparison.Ordinal))
        {
            return text;
        }
        var bytes = address.GetAddressBytes();
        return text[..dotted] + ((bytes[12] << 8) | bytes[13]).ToString("x", CultureInfo.InvariantCulture) + ":" + ((bytes[14] << 8) | bytes[15]).ToString("x", CultureInfo.InvariantCulture);
    }

    private static bool IsPort(string? text, out int? port)
    {
        port = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535 ? number : null;
        return string.IsNullOrEmpty(text) || port is not null;
    }
}
