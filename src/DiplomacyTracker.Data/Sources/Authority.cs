using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>
/// A host and port, and whose turn it is there. One lease an authority keeps requests one at a time over all workers;
/// <see cref="LeaseToken"/> fences a worker that woke up after its lease had run out.
/// </summary>
public sealed class Authority
{
    /// <summary>"host:port", lower case.</summary>
    public required string Name { get; init; }

    public DateTimeOffset NextRequestAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public long LeaseToken { get; set; }

    public int? RobotsStatus { get; set; }

    /// <summary>robots.txt as received, at most 500 KiB; null where there is none to obey.</summary>
    public byte[]? RobotsBody { get; set; }

    /// <summary>Null while robots.txt was never asked for.</summary>
    public DateTimeOffset? RobotsExpiresAt { get; set; }

    /// <summary>True where robots.txt could not be reached, so that nothing may be fetched.</summary>
    public bool RobotsUnreachable { get; set; }

    public static string NameOf(Uri address) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost}]" : address.IdnHost.ToLowerInvariant())}:{address.Port}");

    internal sealed class Configuration : IEntityTypeConfiguration<Authority>
    {
        public void Configure(EntityTypeBuilder<Authority> builder)
        {
            builder.HasKey(authority => authority.Name);
            builder.HasIndex(authority => authority.NextRequestAt);
        }
    }
}
