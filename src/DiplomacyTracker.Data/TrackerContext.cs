using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Data.Editors;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Revisions;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Data.Topics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Data;

/// <summary>The schema. Each entity carries its own configuration; names in the database are snake_case.</summary>
public sealed class TrackerContext(DbContextOptions<TrackerContext> options) : IdentityDbContext<Editor, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SourceChannel> SourceChannels => Set<SourceChannel>();

    public DbSet<SourceRun> SourceRuns => Set<SourceRun>();

    public DbSet<Authority> Authorities => Set<Authority>();

    public DbSet<FrontierEntry> Frontier => Set<FrontierEntry>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<SnapshotPage> SnapshotPages => Set<SnapshotPage>();

    public DbSet<OutletLine> OutletLines => Set<OutletLine>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleVersion> ArticleVersions => Set<ArticleVersion>();

    public DbSet<ArticleSighting> ArticleSightings => Set<ArticleSighting>();

    public DbSet<ArticleShingle> ArticleShingles => Set<ArticleShingle>();

    public DbSet<ArticleCopy> ArticleCopies => Set<ArticleCopy>();

    public DbSet<TagRequest> TagRequests => Set<TagRequest>();

    public DbSet<ArticleMention> Mentions => Set<ArticleMention>();

    public DbSet<ArticleTime> ArticleTimes => Set<ArticleTime>();

    public DbSet<ArticleStatement> ArticleStatements => Set<ArticleStatement>();

    public DbSet<ArticleRole> ArticleRoles => Set<ArticleRole>();

    public DbSet<Entity> Entities => Set<Entity>();

    public DbSet<EntityAlias> EntityAliases => Set<EntityAlias>();

    public DbSet<Tenure> Tenures => Set<Tenure>();

    public DbSet<EventReport> Reports => Set<EventReport>();

    public DbSet<ClusterMark> ClusterMarks => Set<ClusterMark>();

    public DbSet<ClusterFailure> ClusterFailures => Set<ClusterFailure>();

    public DbSet<DiplomaticEvent> Events => Set<DiplomaticEvent>();

    public DbSet<EventVersion> EventVersions => Set<EventVersion>();

    public DbSet<EventParticipant> EventParticipants => Set<EventParticipant>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Discrepancy> Discrepancies => Set<Discrepancy>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<TopicEvent> TopicEvents => Set<TopicEvent>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Installation> Installations => Set<Installation>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Enums are stored by name, so that the tables can be read without the code.
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackerContext).Assembly);
        SnakeCase.Apply(builder);
    }
}
