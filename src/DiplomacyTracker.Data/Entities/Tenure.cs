using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Entities;

/// <summary>Who held which office from when to when. Days are as precise as their source; the words of the source stand beside them.</summary>
public sealed class Tenure
{
    public int Id { get; init; }

    /// <summary>Alpha-2 code of a state, or an organization's key.</summary>
    public required string Body { get; init; }

    /// <summary>Key of the office ("foreign-minister").</summary>
    public required string Office { get; init; }

    /// <summary>The title in Indonesian and English.</summary>
    public required string TitleId { get; set; }

    public required string TitleEn { get; set; }

    public int EntityId { get; init; }

    public Entity? Entity { get; init; }

    /// <summary>As the source gives it: yyyy, yyyy-MM or yyyy-MM-dd; empty where unknown.</summary>
    public required string From { get; init; }

    /// <summary>Empty while in office.</summary>
    public required string To { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Tenure>
    {
        public void Configure(EntityTypeBuilder<Tenure> builder)
        {
            builder.HasIndex(tenure => new { tenure.EntityId, tenure.Body, tenure.Office, tenure.From }).IsUnique();
        }
    }
}
