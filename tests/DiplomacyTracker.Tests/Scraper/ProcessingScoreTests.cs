using System.Globalization;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>Floors under what the record makes of the sample press; the figures themselves are written to the test's output.</summary>
public sealed class ProcessingScoreTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_press_is_told_as_its_answers_say()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);

        var score = await ProcessingScore.OfAsync(pipeline, Token);
        var (missed, spurious) = score.Discrepancies();
        Say($"clustering, pairwise: {score.Clustering()}");
        Say($"reprint groups, B-cubed: {score.Reprints()}");
        Say($"origins right: {score.OriginsRight():0.000} of events");
        Say($"event types, macro-F1: {score.TypeMacroF1():0.000}");
        Say($"discrepancies missed: {string.Join("; ", missed)}");
        Say($"discrepancies that nobody planted: {string.Join("; ", spurious)}");
        Say($"editions merged: {string.Join("; ", score.EditionsMerged())}");
        Say($"status: {string.Join("; ", score.StatusWrong())}");
        foreach (var (topic, dates, events) in score.Timelines())
        {
            Say($"dates on the timeline of {topic}: {dates} over {events} events");
        }
        foreach (var fault in score.Faults())
        {
            Say($"  {fault}");
        }
        foreach (var line in Environment.GetEnvironmentVariable("NEWSROOM_TELLINGS") is { Length: > 0 } ? score.MissedDiscrepancies().Concat(score.Tellings()) : [])
        {
            Say($"{line}");
        }

        await using var db = pipeline.Context();
        Assert.Equal(SampleArticles.All.Count, await db.Articles.CountAsync(Token));
        Assert.All(await db.Articles.Select(article => article.PublishedConfidence).ToListAsync(Token), confidence => Assert.Equal(DateConfidence.Exact, confidence));
        Assert.False(score.TellsOffTopic());
        Assert.Empty(missed);
        Assert.Empty(spurious);
        AssertAtLeast(0.98, score.Clustering().Precision);
        AssertAtLeast(0.97, score.Clustering().Recall);
        AssertAtLeast(0.98, score.Reprints().F1);
        AssertAtLeast(0.95, score.OriginsRight());
        AssertAtLeast(0.83, score.TypeMacroF1());
    }

    private static void AssertAtLeast(double floor, double value) => Assert.True(value >= floor, string.Create(CultureInfo.InvariantCulture, $"{value:0.000} is below {floor:0.000}"));

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
