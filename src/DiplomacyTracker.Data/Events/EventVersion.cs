using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Events;

/// <summary>An event's published facts as they stood from one revision on, in the form that <c>export events</c> writes.</summary>
public sealed class EventVersion
{
    public long EventId { get; init; }

    public DiplomaticEvent? Event { get; init; }

    public long Revision { get; init; }

    public required string Document { get; init; }

    /// <summary>True where nothing tells the event from this revision on, or it was found to be the same as another.</summary>
    public bool IsGone { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<EventVersion>
    {
        public void Configure(EntityTypeBuilder<EventVersion> builder)
        {
            builder.HasKey(version => new { version.EventId, version.Revision });
            builder.HasIndex(version => version.Revision);
            builder.Property(version => version.Document).HasColumnType("jsonb");
        }
    }
}
