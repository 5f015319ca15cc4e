using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Articles;

/// <summary>A temporal expression of an article.</summary>
public sealed class ArticleTime
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public TextPart Part { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public required string Surface { get; init; }

    public TimeKind Kind { get; init; }

    public string? Value { get; init; }

    public string? Edtf { get; init; }

    public TimeFlag? Flag { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleTime>
    {
        public void Configure(EntityTypeBuilder<ArticleTime> builder)
        {
            builder.HasIndex(time => new { time.ArticleId, time.Part, time.Start });
        }
    }
}

/// <summary>Words that an article gives to somebody, directly or as reported speech.</summary>
public sealed class ArticleStatement
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public TextPart Part { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public bool Direct { get; init; }

    /// <summary>The words that name the speaker, as the article has them.</summary>
    public string? Speaker { get; init; }

    public int? SpeakerEntityId { get; init; }

    public Entity? SpeakerEntity { get; init; }

    public string? Verb { get; init; }

    /// <summary>Who reports it, nearest to the reader first, without the outlet itself.</summary>
    public List<string> Via { get; init; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleStatement>
    {
        public void Configure(EntityTypeBuilder<ArticleStatement> builder)
        {
            builder.HasIndex(statement => new { statement.ArticleId, statement.Part, statement.Start });
            builder.HasIndex(statement => statement.SpeakerEntityId);
        }
    }
}

/// <summary>What an article calls a person.</summary>
public sealed class ArticleRole
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public TextPart Part { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public required string Person { get; init; }

    public int? EntityId { get; init; }

    public Entity? Entity { get; init; }

    public required string Office { get; init; }

    /// <summary>Alpha-2 code.</summary>
    public string? Country { get; init; }

    /// <summary>An organization's key.</summary>
    public string? Body { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleRole>
    {
        public void Configure(EntityTypeBuilder<ArticleRole> builder)
        {
            builder.HasIndex(role => role.ArticleId);
            builder.HasIndex(role => role.EntityId);
        }
    }
}
