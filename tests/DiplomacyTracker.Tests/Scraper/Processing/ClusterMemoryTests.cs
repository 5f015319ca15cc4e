using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Scraper.Processing.Clustering;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>What is remembered of the blocks that were clustered last.</summary>
public sealed class ClusterMemoryTests
{
    private readonly ClusterMemory _memory = new();

    [Fact]
    public void A_block_is_remembered_as_it_was_kept_last()
    {
        var last = Of(3);

        _memory.Keep("conflict/2025-06", Of(2));
        _memory.Keep("conflict/2025-06", last);

        Assert.Same(last, _memory.Of("conflict/2025-06"));
        Assert.Null(_memory.Of("conflict/2025-07"));
    }

    [Fact]
    public void The_blocks_that_were_kept_longest_ago_are_forgotten_when_there_are_too_many_reports()
    {
        _memory.Keep("cooperation/2025-05", Of(25_000));
        _memory.Keep("conflict/2025-05", Of(20_000));
        _memory.Keep("cooperation/2025-05", Of(26_000));

        _memory.Keep("cooperation/2025-06", Of(30_000));

        Assert.Null(_memory.Of("conflict/2025-05"));
        Assert.NotNull(_memory.Of("cooperation/2025-05"));
        Assert.NotNull(_memory.Of("cooperation/2025-06"));
    }

    [Fact]
    public void A_block_larger_than_the_memory_is_not_kept_and_the_next_one_is()
    {
        _memory.Keep("cooperation/2025-06", Of(100_000));
        _memory.Keep("conflict/2025-06", Of(10));

        Assert.Null(_memory.Of("cooperation/2025-06"));
        Assert.NotNull(_memory.Of("conflict/2025-06"));
    }

    private static Clustering Of(int reports)
    {
        var placed = new Placed(
            new Telling(1, 1, "outlet.example/1", 0, EventType.Consult, EventStatus.Held, new ReportFeatures(null, null, null, [], null), null, null, null, "", null, null), 1, "first-telling");
        return new Clustering([.. Enumerable.Repeat(placed, reports)]);
    }
}
