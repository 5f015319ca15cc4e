using System.Text.Json;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>Fields of a JSON row, with a clear reason where one is missing or of another kind.</summary>
internal static class Rows
{
    public static string Required(JsonElement row, string name) =>
        Optional(row, name) ?? throw Missing(name);

    /// <summary>A field of any kind: an id is given back as it came.</summary>
    public static JsonElement Any(JsonElement row, string name) => Find(row, name) ?? throw Missing(name);

    public static string? Optional(JsonElement row, string name) => Find(row, name) is { ValueKind: not JsonValueKind.Null } value
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" is not a string")
        : null;

    private static JsonElement? Find(JsonElement row, string name) =>
        row.ValueKind != JsonValueKind.Object ? throw new FormatException("a line is one JSON object")
        : row.TryGetProperty(name, out var value) ? value
        : null;

    private static FormatException Missing(string name) => new($"\"{name}\" is missing");
}
