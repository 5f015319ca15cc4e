using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Events;

/// <summary>The fields of an event that tellings can differ in.</summary>
public enum ClaimField
{
    Date,
    Place,
    Count,
    Participant,
    Name,
    Outcome,
    Status,
    Signatory,
    Host,
    Agenda,

    /// <summary>A meeting that the event prepares, happens beside or follows (the subject); the value names its series or place, with the number of its edition where that is said.</summary>
    Occasion,
}

/// <summary>One value of one field of an event as one origin gives it, with the quoted words.</summary>
public sealed class Claim
{
    public long Id { get; init; }

    public long EventId { get; init; }

    public DiplomaticEvent? Event { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public ClaimField Field { get; init; }

    /// <summary>What is counted or who is meant, where the field alone does not say it ("negara", an entity's key).</summary>
    public string? Subject { get; init; }

    /// <summary>The value in a form that compares: an EDTF interval, a number, an entity's key.</summary>
    public required string Value { get; init; }

    public TextPart Part { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    /// <summary>The article's words, long enough to be understood alone.</summary>
    public required string Quote { get; init; }

    public required string Origin { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Claim>
    {
        public void Configure(EntityTypeBuilder<Claim> builder)
        {
            builder.HasIndex(claim => new { claim.EventId, claim.Field });
            builder.HasIndex(claim => claim.ArticleId);
        }
    }
}

/// <summary>How claims that are not equal stand to each other. Only <see cref="Discrepancy"/> counts as a disagreement.</summary>
public enum DifferenceClass
{
    Compatible,
    OtherScope,
    TimeZone,
    LaterUpdate,
    Discrepancy,
}

/// <summary>Claims of one field that differ: those that cannot all be true, and the differences that we do not count.</summary>
public sealed class Discrepancy
{
    public long Id { get; init; }

    public long EventId { get; init; }

    public DiplomaticEvent? Event { get; init; }

    public ClaimField Field { get; init; }

    public string? Subject { get; init; }

    public DifferenceClass Class { get; init; }

    /// <summary>The values that stand against each other, in the order in which they sort.</summary>
    public List<string> Values { get; init; } = [];

    /// <summary>What may have caused it, none asserted ("report-date", "venue-zone", "typing-error").</summary>
    public List<string> Causes { get; init; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<Discrepancy>
    {
        public void Configure(EntityTypeBuilder<Discrepancy> builder)
        {
            builder.HasIndex(discrepancy => new { discrepancy.EventId, discrepancy.Field });
        }
    }
}
