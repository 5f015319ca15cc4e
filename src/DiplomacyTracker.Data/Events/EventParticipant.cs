using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Events;

/// <summary>Somebody who takes part in an event, as far as the reports say.</summary>
public sealed class EventParticipant
{
    public long EventId { get; init; }

    public DiplomaticEvent? Event { get; init; }

    public int EntityId { get; init; }

    public Entity? Entity { get; init; }

    /// <summary>The name as the reports have it; the entity's own name goes before where it is known.</summary>
    public required string Name { get; init; }

    public Attendance Attendance { get; init; }

    /// <summary>The office in the article's words, as held on that day.</summary>
    public string? Office { get; init; }

    public string? Country { get; init; }

    public int? ByEntityId { get; init; }

    public Entity? ByEntity { get; init; }

    /// <summary>Keys of the origins that say so.</summary>
    public List<string> Origins { get; init; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<EventParticipant>
    {
        public void Configure(EntityTypeBuilder<EventParticipant> builder)
        {
            builder.HasKey(participant => new { participant.EventId, participant.EntityId });
            builder.HasIndex(participant => participant.EntityId);
        }
    }
}
