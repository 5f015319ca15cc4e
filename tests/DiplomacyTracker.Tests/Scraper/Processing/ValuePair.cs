using System.Text.Json;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Two values of one field with the class that they are labelled with.</summary>
internal sealed record ValuePair(string Id, ClaimField Field, ToldValue A, ToldValue B, string Class)
{
    public static List<ValuePair> Sample() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests/DiplomacyTracker.Tests/Samples/values.jsonl")).Select(line => Read(JsonDocument.Parse(line).RootElement))];

    private static ValuePair Read(JsonElement row)
    {
        var field = row.GetProperty("field").GetString() switch
        {
            "date" => ClaimField.Date,
            "place" => ClaimField.Place,
            "number" => ClaimField.Count,
            "attendance" => ClaimField.Participant,
            "signatory" => ClaimField.Signatory,
            _ => ClaimField.Name,
        };
        return new ValuePair(row.GetProperty("id").GetString()!, field, Told(row.GetProperty("a"), field), Told(row.GetProperty("b"), field), row.GetProperty("class").GetString()!);
    }

    private static ToldValue Told(JsonElement side, ClaimField field) => new(
        Text(side, field == ClaimField.Date ? "edtf" : "value")!, Text(side, "words")!, Text(side, "of"), side.GetProperty("publishedAt").GetDateTimeOffset(), Text(side, "zone"));

    private static string? Text(JsonElement side, string name) => side.TryGetProperty(name, out var value) ? value.GetString() : null;
}
