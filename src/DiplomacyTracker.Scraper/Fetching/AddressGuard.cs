using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>
/// Decides which addresses may be connected to: public ones, and private endpoints that were named one by one. Asked with the resolved address at
/// connect time, so that no name can be rebound after the check.
/// </summary>
internal sealed class AddressGuard(IEnumerable<AllowedEndpoint> allowed)
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            // 168.63.129.16 is public by its number and answers for Azure's platform inside each of its networks.
            "168.63.129.16/32",
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // Names that never lead to a public address (RFC 6761, RFC 6762, RFC 8375, ICANN's ".internal").
    private static readonly string[] PrivateNames = [".localhost", ".local", ".internal", ".home.arpa", ".localdomain", ".lan", ".intranet", ".corp", ".home"];

    private readonly List<AllowedEndpoint> _allowed = [.. allowed];

    public bool Allows(IPAddress address, int port)
    {
        var plain = Unwrap(address);
        return _allowed.Exists(endpoint => endpoint.Covers(plain, port)) || !Array.Exists(Closed, network => network.Contains(plain));
    }

    /// <summary>What would be decided for an address in a URL, without resolving a name or connecting: a name is let through, since its addresses are checked when it is resolved.</summary>
    public bool AllowsWithoutConnecting(Uri url)
    {
        if (url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            return false;
        }
        var host = url.IdnHost.TrimEnd('.').Trim('[', ']').ToLowerInvariant();
        return _allowed.Exists(endpoint => endpoint.Host == host && endpoint.HasPort(url.Port))
            || (!AddressRules.BuiltIn.IsClosedPort(url.Port) && (IPAddress.TryParse(host, out var literal) ? Allows(literal, url.Port) : IsPublicName(host)));
    }

    private static bool IsPublicName(string host) =>
        host.Contains('.', StringComparison.Ordinal) && !Array.Exists(PrivateNames, name => host.EndsWith(name, StringComparison.Ordinal));

    /// <summary>Addresses inside addresses: IPv4 mapped, compatible, NAT64 and 6to4 forms are judged by the IPv4 address that they reach.</summary>
    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        if (bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && (bytes[12] | bytes[13] | bytes[14]) != 0)
        {
            return new IPAddress(bytes.AsSpan(12, 4));
        }
        if (bytes is [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..])
        {
            return new IPAddress(bytes.AsSpan(12, 4));
        }
        return bytes is [0x20, 0x02, ..] ? new IPAddress(bytes.AsSpan(2, 4)) : address;
    }
}

/// <summary>A private endpoint that may be connected to, "127.0.0.1:5090-5099".</summary>
internal sealed record AllowedEndpoint(string Host, int FirstPort, int LastPort)
{
    /// <exception cref="FormatException">The text is not HOST:PORT or HOST:PORT-PORT.</exception>
    public static AllowedEndpoint Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        var ports = colon < 0 ? [] : text[(colon + 1)..].Split('-');
        if (ports.Length is 1 or 2 && int.TryParse(ports[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ports[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last && last <= 65535)
        {
            return new AllowedEndpoint(text[..colon].Trim('[', ']'), first, last);
        }
        throw new FormatException($"not HOST:PORT or HOST:PORT-PORT: {text}");
    }

    public bool HasPort(int port) => port >= FirstPort && port <= LastPort;

    public bool Covers(IPAddress address, int port) => HasPort(port) && IPAddress.TryParse(Host, out var own) && own.Equals(address);
}
