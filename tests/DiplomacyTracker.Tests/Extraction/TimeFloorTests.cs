using System.Globalization;
using System.Text.Json;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class TimeFloorTests
{
    [Fact]
    public void Of_the_time_cases_at_least_116_of_120_have_their_value()
    {
        var rows = File.ReadLines(Repository.SharedOrSkip("gold/times/cases.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => row.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String).ToList();

        var wrong = rows.Count(row => !Values(row).Contains(row.GetProperty("value").GetString()));

        Assert.InRange(wrong, 0, 4);
    }

    private static IEnumerable<string?> Values(JsonElement row)
    {
        var (start, end) = (row.GetProperty("start").GetInt32(), row.GetProperty("end").GetInt32());
        return TimeTagger.Find(row.GetProperty("text").GetString()!, TextPart.Body, DateTimeOffset.Parse(row.GetProperty("published").GetString()!, CultureInfo.InvariantCulture))
            .Where(time => time.Span.Start < end && start < time.Span.End).Select(time => time.Value);
    }
}
