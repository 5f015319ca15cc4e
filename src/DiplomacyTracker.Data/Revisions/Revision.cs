using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Revisions;

/// <summary>One change of published facts, numbered without a gap that could be filled later.</summary>
public sealed class Revision
{
    public long Number { get; init; }

    public DateTimeOffset At { get; init; }

    public required string What { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.HasKey(revision => revision.Number);
            builder.Property(revision => revision.Number).ValueGeneratedNever();
            builder.HasIndex(revision => revision.At);
        }
    }
}

/// <summary>What is fixed once for an installation.</summary>
public sealed class Installation
{
    public int Id { get; init; }

    /// <summary>Authority and date of our <c>tag:</c> URIs (RFC 4151): feeds' ids stay the same when the site moves.</summary>
    public required string TagAuthority { get; init; }

    public DateOnly TagDate { get; init; }

    /// <summary>Version of the knowledge files that entities, aliases and tenures were last filled from.</summary>
    public string? KnowledgeVersion { get; set; }
}
