using System.Net;
using System.Text.Json;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://0177.0.0.1/", false)]
    [InlineData("http://①②⑦.⓪.⓪.①/", false)]
    [InlineData("http://[::ffff:10.0.0.1]/", false)]
    [InlineData("http://[64:ff9b::a00:1]/", false)]
    [InlineData("http://[2002:7f00:1::]/", false)]
    [InlineData("http://[fd00:ec2::254]/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("http://168.63.129.16/", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("http://printer.local/", false)]
    [InlineData("http://intranet/", false)]
    [InlineData("http://contoh.example:6379/", false)]
    [InlineData("http://contoh.example@127.0.0.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://127.0.0.1@www.example.com/", true)]
    [InlineData("https://www.example.com:8443/", true)]
    [InlineData("http://93.184.216.34/", true)]
    [InlineData("http://[2606:4700::1]/", true)]
    public void Only_public_addresses_pass_the_guard(string url, bool allowed) =>
        Assert.Equal(allowed, WebAddress.Parse(url) is { } address && new AddressGuard([]).AllowsWithoutConnecting(address));

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:c0a8:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("fe80::1%1")]
    [InlineData("ff02::1")]
    public void What_a_name_resolves_to_is_judged_at_connect_time(string address) => Assert.False(new AddressGuard([]).Allows(IPAddress.Parse(address), 80));

    [Fact]
    public void A_named_private_endpoint_passes_and_its_neighbours_do_not()
    {
        var guard = new AddressGuard([AllowedEndpoint.Parse("127.0.0.1:5090-5091")]);

        Assert.True(guard.Allows(IPAddress.Loopback, 5091));
        Assert.True(guard.Allows(IPAddress.Parse("::ffff:127.0.0.1"), 5091));
        Assert.False(guard.Allows(IPAddress.Loopback, 5092));
        Assert.False(guard.Allows(IPAddress.Parse("127.0.0.2"), 5091));
        Assert.False(guard.Allows(IPAddress.IPv6Loopback, 5091));
    }

    [Fact]
    public void The_conformance_addresses_are_all_decided_right()
    {
        foreach (var line in File.ReadLines(Repository.SharedOrSkip("conformance/addresses.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var expected = row.RootElement.GetProperty("expect").GetProperty("decision").GetString();
            var allowed = WebAddress.Parse(row.RootElement.GetProperty("url").GetString()!) is { } address && new AddressGuard([]).AllowsWithoutConnecting(address);
            Assert.True(expected == "block-or-rewrite" || expected == (allowed ? "allow" : "block"), line);
        }
    }
}
