using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>A line that stood at the head or the tail of an outlet's articles, counted up while they are read. What returns often enough is the outlet's own furniture.</summary>
public sealed class OutletLine
{
    public int SourceId { get; init; }

    public Source? Source { get; init; }

    /// <summary>First sixteen bytes of the SHA-256 of the line in small letters.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The line, kept only since several articles have it: one article's own words stand with the article alone.</summary>
    public string? Sample { get; init; }

    /// <summary>In how many articles it stood.</summary>
    public int Articles { get; init; }

    /// <summary>How many articles of the outlet had been learned from when it was first seen.</summary>
    public int FirstArticle { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }

    // An agency's standard sentence returns in a few reprints of a day; an outlet's own line in a good part of all it prints, for weeks.
    internal const int FewestArticles = 12;
    internal const double SmallestShare = 0.15;
    internal static readonly TimeSpan ShortestSpan = TimeSpan.FromDays(3);

    internal sealed class Configuration : IEntityTypeConfiguration<OutletLine>
    {
        public void Configure(EntityTypeBuilder<OutletLine> builder) => builder.HasKey(line => new { line.SourceId, line.Hash });
    }
}

public static class OutletLineQueries
{
    /// <summary>The lines that belong to their outlet and not to its articles: many articles have them, a good part of all since the first that had, for days.</summary>
    public static IQueryable<OutletLine> Furniture(this IQueryable<OutletLine> lines) => lines.Where(line =>
        line.Articles >= OutletLine.FewestArticles
        && line.LastSeenAt - line.FirstSeenAt >= OutletLine.ShortestSpan
        && line.Articles >= OutletLine.SmallestShare * (line.Source!.LearnedArticles - line.FirstArticle));
}
