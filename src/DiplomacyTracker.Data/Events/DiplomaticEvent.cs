using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Events;

/// <summary>The thing that happened, told by many reports; a summit where <see cref="SummitSeries"/> or <see cref="IsSummit"/> says so.</summary>
public sealed class DiplomaticEvent
{
    public long Id { get; init; }

    /// <summary>The name in our addresses, minted once.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name in exports: made of what its reports say, so that the same articles give the same key in whatever order they came.</summary>
    public string Key { get; set; } = "";

    /// <summary>Digest of the reports that it was last made of; while it stays, nothing of the event has to be made again.</summary>
    public string MadeOf { get; set; } = "";

    public required string TitleId { get; set; }

    public required string TitleEn { get; set; }

    public EventType Type { get; set; }

    public EventStatus Status { get; set; }

    public bool IsSummit { get; set; }

    public string? SummitSeries { get; set; }

    public int? SummitEdition { get; set; }

    public int? SummitYear { get; set; }

    /// <summary>First and last day of all days that reports give, discrepancies included; null ends are open. The timeline sorts by <see cref="SortOn"/>.</summary>
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public DatePrecision? Precision { get; set; }

    public bool Approximate { get; set; }

    public bool YearInferred { get; set; }

    /// <summary>The date as an EDTF interval; where outlets disagree, the earliest telling.</summary>
    public string? Edtf { get; set; }

    /// <summary>TIMEX3 value at the precision of the words.</summary>
    public string? DateValue { get; set; }

    /// <summary>The words of a date that is no plain day ("akhir November").</summary>
    public string? DateWords { get; set; }

    /// <summary>The earliest day that is told: what the timeline sorts by. Undated events do not come on a timeline by date.</summary>
    public DateOnly? SortOn { get; set; }

    public int? PlaceEntityId { get; set; }

    public Entity? PlaceEntity { get; set; }

    /// <summary>Countries that act or take part, alpha-2, most mentioned first.</summary>
    public List<string> Countries { get; set; } = [];

    public int ArticleCount { get; set; }

    public int SourceCount { get; set; }

    public int OriginCount { get; set; }

    /// <summary>Articles by origin, largest first: one number a cluster of the tally.</summary>
    public List<int> Tally { get; set; } = [];

    public bool HasOpenDiscrepancy { get; set; }

    /// <summary>Shortest telling sentence, from the article <see cref="LeadArticleId"/>.</summary>
    public string? Lead { get; set; }

    public long? LeadArticleId { get; set; }

    /// <summary>The block that it is clustered in.</summary>
    public required string Block { get; set; }

    /// <summary>Revision of the last change of a published fact of it.</summary>
    public long Revision { get; set; }

    public DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Where its reports went when it was merged away; its address redirects there for ever.</summary>
    public long? MergedIntoId { get; set; }

    public DiplomaticEvent? MergedInto { get; set; }

    /// <summary>True when no report tells it any more (all of its articles were corrected, re-read or taken down).</summary>
    public bool Withdrawn { get; set; }

    public List<EventReport> Reports { get; init; } = [];

    public List<Claim> Claims { get; init; } = [];

    public List<Discrepancy> Discrepancies { get; init; } = [];

    public List<EventParticipant> Participants { get; init; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<DiplomaticEvent>
    {
        public void Configure(EntityTypeBuilder<DiplomaticEvent> builder)
        {
            builder.ToTable("events");
            builder.HasIndex(e => e.Slug).IsUnique();
            builder.HasIndex(e => new { e.SortOn, e.Id });
            builder.HasIndex(e => e.Key);
            builder.HasIndex(e => e.Block);
            builder.HasIndex(e => e.Revision);
            builder.HasIndex(e => new { e.SummitSeries, e.SortOn });
        }
    }
}
