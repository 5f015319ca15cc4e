using DiplomacyTracker.Scraper.Processing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DiplomacyTracker.Tests.Scraper.Processing;

public sealed class StageTallyTests
{
    [Fact]
    public void Each_stage_is_told_with_what_it_has_done()
    {
        using var tally = new StageTally(TimeProvider.System, NullLogger<StageTally>.Instance);

        tally.Count("read");
        tally.Count("fetch");
        tally.Count("fetch");

        Assert.Equal("fetch 2, read 1", tally.Told);
    }
}
