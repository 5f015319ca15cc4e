using System.Text.Json;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>Fields of a JSON row, with a clear reason where one is missing or of another kind.</summary>
internal static class Rows
{
    public static string Required(JsonElement row, string name) =>
        Optional(row, name) ?? throw new FormatException($"\"{name}\" is missing");

    /// <summary>A field of any kind: an id is given back as it came.</summary>
    public static JsonElement Any(JsonElement row, string name) =>
        row.ValueKind != JsonValueKind.Object ? throw new FormatException("a line is one JSON object")
        : row.TryGetProperty(name, out var value) ? value : throw new FormatException($"\"{name}\" is missing");

    public static string? Optional(JsonElement row, string name) =>
        row.ValueKind != JsonValueKind.Object ? throw new FormatException("a line is one JSON object")
        : row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" is not a string")
            : null;
}
