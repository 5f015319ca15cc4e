using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace DiplomacyTracker.Data.Articles;

/// <summary>How sure the instant of publication is.</summary>
public enum DateConfidence
{
    None,
    Assumed,
    Day,
    Exact,
}

/// <summary>A block that reading took out of the body, and why.</summary>
public sealed record RemovedBlock(string Text, string Reason);

/// <summary>One page as clean text in blocks. The row holds the newest version; earlier ones are kept as <see cref="ArticleVersion"/>.</summary>
public sealed class Article
{
    public long Id { get; init; }

    /// <summary>Identity: the canonical address folded, or <c>import:SOURCE/FILE</c>.</summary>
    public required string ArticleKey { get; init; }

    public int SourceId { get; init; }

    public Source? Source { get; init; }

    public string? Url { get; set; }

    public string? Headline { get; private set; }

    public string Body { get; private set; } = "";

    public List<TextBlock> Blocks { get; private set; } = [];

    public List<RemovedBlock> Removed { get; private set; } = [];

    public string? Byline { get; set; }

    public string? DatelinePlace { get; set; }

    public string? PictureUrl { get; set; }

    public List<string> Tags { get; set; } = [];

    /// <summary>UTC; the zone that the page stated is kept beside it.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public string? PublishedZone { get; private set; }

    public DateConfidence PublishedConfidence { get; private set; }

    /// <summary>When we first stored it. Never a publication date.</summary>
    public DateTimeOffset StoredAt { get; init; }

    public int Version { get; private set; }

    /// <summary>When the outlet was found to have taken the page away (404, 410); null while it is there, or is there again.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>When we took the text away for good; the row and <see cref="TakedownReason"/> stay.</summary>
    public DateTimeOffset? TakenDownAt { get; private set; }

    public string? TakedownReason { get; private set; }

    /// <summary>SHA-256 of the newest body, in hexadecimal: the same text under another address is this article, also after it was taken down.</summary>
    public string? TextHash { get; private set; }

    /// <summary>Null while the article waits for the tagging stage.</summary>
    public DateTimeOffset? TaggedAt { get; private set; }

    public string? ExtractorVersion { get; private set; }

    public string? KnowledgeVersion { get; private set; }

    /// <summary>Why the article tells of no event; null where it does, or before tagging.</summary>
    public string? Rejection { get; private set; }

    /// <summary>What went wrong when tagging failed; such an article waits no more until it is reprocessed.</summary>
    public string? TaggingError { get; private set; }

    public NpgsqlTsVector? SearchVector { get; set; }

    /// <summary>The version of the search words in <see cref="SearchVector"/>.</summary>
    public string? SearchVersion { get; set; }

    /// <summary>The wire or outlet that the whole article is taken from ("AFP"), where its words say so.</summary>
    public string? WireOrigin { get; set; }

    /// <summary>Digest of all that was stored of it when it was tagged last: the same again writes nothing.</summary>
    public string? FactsDigest { get; private set; }

    /// <summary>The earliest published article with nearly the same body, if this one is a reprint.</summary>
    public long? ReprintOfId { get; set; }

    /// <summary>Headline, or the first sentence where there is none.</summary>
    public string Title { get; private set; } = "";

    public List<ArticleVersion> Versions { get; init; } = [];

    /// <summary>Takes a changed text: the next version, which waits for tagging again.</summary>
    public ArticleVersion Take(string? headline, string body, IEnumerable<TextBlock> blocks, IEnumerable<RemovedBlock> removed, DateTimeOffset at, long? snapshotId)
    {
        Version++;
        TextHash = HashOf(body);
        Set(headline, body, blocks, removed);
        return new ArticleVersion
        {
            Article = this,
            Number = Version,
            Headline = headline,
            Body = body,
            Blocks = Blocks,
            ReadAt = at,
            SnapshotId = snapshotId,
        };
    }

    /// <summary>Puts another reading of the same page in the place of a version: a changed rule corrects what we read, not what the outlet wrote.</summary>
    /// <returns>True where the text is another one now.</returns>
    public bool Revise(ArticleVersion version, string? headline, string body, IEnumerable<TextBlock> blocks, IEnumerable<RemovedBlock> removed)
    {
        var changed = version.Body != body || version.Headline != headline;
        (version.Headline, version.Body, version.Blocks) = (headline, body, [.. blocks]);
        if (version.Number == Version && (changed || !Blocks.SequenceEqual(version.Blocks)))
        {
            TextHash = HashOf(body);
            Set(headline, body, version.Blocks, removed);
        }
        return changed;
    }

    /// <summary>The text goes for good; what is left says that it was here, and why it is not.</summary>
    public void TakeDown(DateTimeOffset at, string reason)
    {
        (TakenDownAt, TakedownReason) = (at, reason);
        Set(null, "", [], []);
        (Byline, DatelinePlace, PictureUrl, Tags, WireOrigin, ReprintOfId, SearchVector, FactsDigest) = (null, null, null, [], null, null, null, null);
        TaggedAt = at;
        foreach (var version in Versions)
        {
            (version.Headline, version.Body, version.Blocks) = (null, "", []);
        }
    }

    public static string HashOf(string body) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)));

    private void Set(string? headline, string body, IEnumerable<TextBlock> blocks, IEnumerable<RemovedBlock> removed)
    {
        Headline = headline;
        Body = body;
        Blocks = [.. blocks];
        Removed = [.. removed];
        Title = headline ?? FirstLine(body);
        TagAgain();
    }

    public void Publish(DateTimeOffset? at, string? zone, DateConfidence confidence)
    {
        PublishedAt = at?.ToUniversalTime();
        PublishedZone = zone;
        PublishedConfidence = confidence;
    }

    public void TagAgain()
    {
        TaggedAt = null;
        TaggingError = null;
    }

    public void RecordTagged(DateTimeOffset at, string extractorVersion, string knowledgeVersion, string? rejection)
    {
        TaggedAt = at;
        ExtractorVersion = extractorVersion;
        KnowledgeVersion = knowledgeVersion;
        Rejection = rejection;
        TaggingError = null;
    }

    public void RecordTaggingFailure(DateTimeOffset at, string error)
    {
        TaggedAt = at;
        TaggingError = error;
    }

    /// <summary>The instant of publication in the zone that the page stated; null where undatable.</summary>
    public DateTimeOffset? PublishedLocally => PublishedAt?.ToOffset(OffsetOf(PublishedZone));

    /// <summary>Offsets of Indonesia's zones and of labels like "+07:00"; WIB where nothing is known.</summary>
    public static TimeSpan OffsetOf(string? zone) => zone switch
    {
        "WITA" => TimeSpan.FromHours(8),
        "WIT" => TimeSpan.FromHours(9),
        "UTC" or "GMT" or "Z" => TimeSpan.Zero,
        [('+' or '-') and var sign, .. var rest] when TimeSpan.TryParse(rest, System.Globalization.CultureInfo.InvariantCulture, out var offset) && offset < TimeSpan.FromHours(14.1) =>
            sign == '-' ? -offset : offset,
        _ => TimeSpan.FromHours(7),
    };

    private static string FirstLine(string body)
    {
        var line = body.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        line = end < 0 ? line : line[..end];
        var sentence = line.IndexOf(". ");
        line = sentence < 0 ? line : line[..(sentence + 1)];
        return line.Length <= 200 ? line.ToString() : string.Concat(line[..199], "…");
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Article>
    {
        public void Configure(EntityTypeBuilder<Article> builder)
        {
            builder.Property(article => article.Blocks).HasJson();
            builder.Property(article => article.Removed).HasJson();
            builder.Ignore(article => article.PublishedLocally);
            builder.HasIndex(article => article.ArticleKey).IsUnique();
            builder.HasIndex(article => new { article.SourceId, article.PublishedAt });
            builder.HasIndex(article => new { article.PublishedAt, article.Id });
            builder.HasIndex(article => article.Id, "ix_articles_waiting").HasFilter("tagged_at is null");
            builder.HasIndex(article => article.SearchVector).HasMethod("gin");
            builder.HasIndex(article => article.ReprintOfId);
            builder.HasIndex(article => new { article.SourceId, article.TextHash });
        }
    }
}
