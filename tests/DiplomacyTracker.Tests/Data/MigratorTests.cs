using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Revisions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Data;

public sealed class MigratorTests(TestDatabase database)
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        var connectionString = await database.CreateEmptyAsync(TestContext.Current.CancellationToken);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using var db = TestDatabase.Context(connectionString);
            return await db.MigrateSafelyAsync($"host{i}.example", Today, TestContext.Current.CancellationToken);
        }));

        await using var check = TestDatabase.Context(connectionString);
        Assert.Single(applied, names => names.Count > 0);
        Assert.Equal(1, await check.Installations.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone_and_said_to_be_one()
    {
        await using var db = TestDatabase.Context(await database.CreateAsync(TestContext.Current.CancellationToken));
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<UnknownSchemaException>(() => db.MigrateSafelyAsync("host.example", Today, TestContext.Current.CancellationToken));

        Assert.Contains("29990101000000_Later", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_has_no_change_that_a_migration_lacks()
    {
        await using var db = TestDatabase.Context(await database.CreateAsync(TestContext.Current.CancellationToken));

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Revision_numbers_become_visible_in_order()
    {
        var connectionString = await database.CreateAsync(TestContext.Current.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            await using var db = TestDatabase.Context(connectionString);
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.NextRevisionAsync($"change {i}", TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }));

        await using var check = TestDatabase.Context(connectionString);
        var revisions = await check.Revisions.OrderBy(revision => revision.Number).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 8).Select(i => (long)i), revisions.Select(revision => revision.Number));
        Assert.Equal(revisions.OrderBy(revision => revision.At).Select(revision => revision.Number), revisions.Select(revision => revision.Number));
    }
}
