using System.Diagnostics;
using DiplomacyTracker.Data.Postgres;
using DiplomacyTracker.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>The worker and PostgreSQL are killed in the middle of 500 articles; afterwards every article is there once.</summary>
public sealed class KillTests
{
    private const int Articles = 500;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "diplomacy-kill-" + Guid.NewGuid().ToString("N"));

    // A worker that loses an article would be waited for without end.
    [Fact(Timeout = 600_000)]
    public async Task Every_article_is_there_once_after_worker_and_database_were_killed()
    {
        var token = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(_folder);
        await using var newsroom = await NewsroomServer.StartAsync(0, Distinct(), token);
        await File.WriteAllTextAsync(Path.Combine(_folder, "sources.yaml"), newsroom.SourcesYaml(), token);
        try
        {
            foreach (var enough in (int[])[60, 200])
            {
                using var worker = StartWorker(newsroom);
                await WaitForAsync(enough, worker, token);
                worker.Kill();
                await worker.WaitForExitAsync(token);
                await KillDatabaseAsync(token);
            }
            using var last = StartWorker(newsroom);
            await WaitForAsync(Articles, last, token);
            await AssertWholeAsync(token);
            last.Kill();
            await last.WaitForExitAsync(token);
        }
        finally
        {
            await using (await EmbeddedPostgres.AttachOrStartAsync(new EmbeddedPostgresOptions(_folder), CancellationToken.None))
            {
            }
            Directory.Delete(_folder, recursive: true);
        }
    }

    // The same text at one outlet again is a sighting of the first article, not another one.
    private static List<Article> Distinct() =>
        [.. ArticleGenerator.Generate(2 * Articles, seed: 3).DistinctBy(article => (article.Outlet, string.Join('\n', article.Body))).Take(Articles)];

    private Process StartWorker(NewsroomServer newsroom)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DiplomacyTracker.Scraper.dll"), "run", "--data", _folder])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["Sources__File"] = Path.Combine(_folder, "sources.yaml");
        start.Environment["Fetch__DelayPerAuthority"] = "00:00:00";
        start.Environment["Fetch__PollInterval"] = "00:05:00";
        foreach (var (outlet, index) in newsroom.Outlets.Select((outlet, index) => (outlet, index)))
        {
            start.Environment[$"Fetch__AllowedPrivateEndpoints__{index}"] = outlet.Home.Authority;
        }
        var process = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private async Task WaitForAsync(int articles, Process worker, CancellationToken cancellationToken)
    {
        while (await TaggedAsync(cancellationToken) < articles)
        {
            Assert.False(worker.HasExited, "the worker ended by itself");
            await Task.Yield();
        }
    }

    // The worker may still be starting its database, or the database may just be recovering.
    private async Task<int> TaggedAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Only looks: the server belongs to the worker, which may still be starting it.
            var cluster = new PostgresCluster(_folder);
            if (cluster.RunningServer(mayRemoveStale: false) is not { } server)
            {
                return 0;
            }
            await using var db = TestDatabase.Context(cluster.ConnectionString(server.Port) + ";Pooling=false");
            return await db.Articles.CountAsync(article => article.TaggedAt != null, cancellationToken);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or InvalidOperationException or IOException)
        {
            return 0;
        }
    }

    private async Task KillDatabaseAsync(CancellationToken cancellationToken)
    {
        var pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(_folder, "cluster", "postgres", "postmaster.pid"), cancellationToken))[0], System.Globalization.CultureInfo.InvariantCulture);
        using var postmaster = Process.GetProcessById(pid);
        postmaster.Kill();
        await postmaster.WaitForExitAsync(cancellationToken);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private async Task AssertWholeAsync(CancellationToken cancellationToken)
    {
        await using var guest = await EmbeddedPostgres.AttachOrStartAsync(new EmbeddedPostgresOptions(_folder), cancellationToken);
        await using var db = TestDatabase.Context(guest.ConnectionString);
        var keys = await db.Articles.Select(article => article.ArticleKey).ToListAsync(cancellationToken);
        Assert.Equal(Articles, keys.Count);
        Assert.Equal(Articles, keys.Select(key => key.Split('/')[^2]).Distinct().Count());
        Assert.Equal(Articles, await db.ArticleVersions.CountAsync(cancellationToken));
        Assert.Equal(0, await db.Reports.GroupBy(report => new { report.ArticleId, report.Ordinal }).CountAsync(group => group.Count() > 1, cancellationToken));
    }
}
