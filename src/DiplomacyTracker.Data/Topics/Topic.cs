using DiplomacyTracker.Data.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Topics;

public enum TopicKind
{
    Series,
    Curated,
}

/// <summary>What belongs to a curated topic: an event joins when it names <see cref="AtLeast"/> of the entities, or is of one of the series, within the period.</summary>
public sealed record TopicDefinition(
    IReadOnlyList<string> Entities,
    IReadOnlyList<string> Series,
    IReadOnlyList<string> Words,
    int AtLeast,
    DateOnly? From,
    DateOnly? To);

/// <summary>What a timeline is about: curated by editors, or made by itself for every summit series.</summary>
public sealed class Topic
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public TopicKind Kind { get; init; }

    public required string TitleId { get; set; }

    public required string TitleEn { get; set; }

    public string? StandfirstId { get; set; }

    public string? StandfirstEn { get; set; }

    public required TopicDefinition Definition { get; set; }

    /// <summary>Revision of the last change of its timeline.</summary>
    public long Revision { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public List<TopicEvent> Events { get; init; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> builder)
        {
            builder.Property(topic => topic.Definition).HasJson();
            builder.HasIndex(topic => topic.Slug).IsUnique();
        }
    }
}

/// <summary>An event on a topic's timeline, and why it is there.</summary>
public sealed class TopicEvent
{
    public int TopicId { get; init; }

    public Topic? Topic { get; init; }

    public long EventId { get; init; }

    public DiplomaticEvent? Event { get; init; }

    public required string Why { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TopicEvent>
    {
        public void Configure(EntityTypeBuilder<TopicEvent> builder)
        {
            builder.HasKey(row => new { row.TopicId, row.EventId });
            builder.HasIndex(row => row.EventId);
        }
    }
}
