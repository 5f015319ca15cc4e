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
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

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
        var host = url.IdnHost.TrimEnd('.').Trim('[', ']');
        if (host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
            || (!host.Contains('.') && !host.Contains(':') && !IsNumeric(host)))
        {
            return _allowed.Exists(endpoint => endpoint.Host.Equals(host, StringComparison.OrdinalIgnoreCase) && endpoint.HasPort(url.Port));
        }
        return (NumericHost(host) ?? (IPAddress.TryParse(host, out var literal) ? literal : null)) is not { } address || Allows(address, url.Port);
    }

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

    private static bool IsNumeric(string host) => NumericHost(host) is not null;

    /// <summary>IPv4 in the forms that resolvers take: decimal, octal, hexadecimal, with one to four parts. Null where it is none.</summary>
    internal static IPAddress? NumericHost(string host)
    {
        var parts = host.Split('.');
        if (parts.Length > 4 || !Array.TrueForAll(parts, part => Number(part) is not null))
        {
            return null;
        }
        var numbers = Array.ConvertAll(parts, part => Number(part)!.Value);
        var last = numbers[^1];
        if (numbers[..^1].Any(number => number > 255) || last >= 1L << (8 * (5 - parts.Length)))
        {
            return null;
        }
        var value = last;
        for (var i = 0; i < parts.Length - 1; i++)
        {
            value += numbers[i] << (8 * (3 - i));
        }
        return new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
    }

    private static long? Number(string part)
    {
        try
        {
            return part.Length == 0 || part.Length > 14 ? null
                : part.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? (part.Length == 2 ? 0 : long.Parse(part.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
                : part[0] == '0' && part.Length > 1 ? Convert.ToInt64(part, 8)
                : long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (FormatException)
        {
            return null;
        }
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
