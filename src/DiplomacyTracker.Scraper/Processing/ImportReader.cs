using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>One article of an import, as its sidecar or its own line describes it.</summary>
internal sealed record ImportItem(
    string Source,
    string File,
    string? Headline,
    string? Url,
    string Text,
    DateTimeOffset? PublishedAt,
    string? Zone,
    string? DateConfidence,
    string Where);

/// <summary>Something in an import that cannot be used: where it stands and why.</summary>
internal sealed record ImportProblem(string Where, string Reason);

/// <summary>
/// Reads what `import` accepts: a folder with an <c>index.jsonl</c>, whose lines name a text file each (<c>file</c>, <c>source</c>, <c>publishedAt</c>,
/// and optionally <c>title</c>, <c>url</c>, <c>dateConfidence</c>); or a JSONL file whose lines hold the <c>text</c> itself beside an <c>id</c>.
/// </summary>
internal static class ImportReader
{
    private const long LongestText = 5 * 1024 * 1024;

    // A file that is not UTF-8 must be said to be so, not read with its letters replaced.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FileNotFoundException">There is no such file, or a folder has no index.jsonl.</exception>
    public static (List<ImportItem> Items, List<ImportProblem> Problems) Read(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var index = Directory.Exists(path) ? Path.Combine(path, "index.jsonl") : path;
        if (!File.Exists(index))
        {
            throw new FileNotFoundException(
                Directory.Exists(path) ? $"{path} has no index.jsonl that says which outlet and date its texts have." : $"{path} is not there.");
        }
        var items = new List<ImportItem>();
        var problems = new List<ImportProblem>();
        var number = 0;
        foreach (var line in File.ReadLines(index))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            var where = $"{Path.GetFileName(index)} line {number}";
            try
            {
                items.Add(ReadLine(line, folder, where));
            }
            catch (Exception e) when (e is JsonException or FormatException or IOException or UnauthorizedAccessException or InvalidOperationException or DecoderFallbackException)
            {
                problems.Add(new ImportProblem(where, e.Message));
            }
        }
        return (items, problems);
    }

    private static ImportItem ReadLine(string line, string folder, string where)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a line is one JSON object");
        }
        var file = Optional(row, "file");
        var text = file is null ? Required(row, "text") : ReadText(folder, file);
        var (publishedAt, zone) = ReadDate(Optional(row, "publishedAt"));
        return new ImportItem(
            Required(row, "source"),
            file ?? Required(row, "id"),
            Optional(row, "title"),
            Optional(row, "url"),
            text,
            publishedAt,
            zone,
            Optional(row, "dateConfidence"),
            where);
    }

    private static string ReadText(string folder, string file)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file));
        if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new FormatException($"{file} lies outside the folder");
        }
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw new FormatException($"{file} is not there");
        }
        if (info.Length > LongestText)
        {
            throw new FormatException($"{file} has {info.Length} bytes; at most {LongestText} are read");
        }
        return Strict.GetString(File.ReadAllBytes(path));
    }

    // A day alone is kept as the noon of that day in WIB: no reading of the zone moves it to another day.
    private static (DateTimeOffset? At, string? Zone) ReadDate(string? text)
    {
        if (text is null)
        {
            return (null, null);
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(7)), "WIB");
        }
        var hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (!DateTimeOffset.TryParse(hasZone ? text : text + "+07:00", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            throw new FormatException($"publishedAt is not a date: {text}");
        }
        return (at, !hasZone ? "WIB" : at.Offset == TimeSpan.FromHours(7) ? "WIB" : at.ToString("zzz", CultureInfo.InvariantCulture));
    }

    private static string Required(JsonElement row, string name) =>
        Optional(row, name) is { Length: > 0 } text ? text : throw new FormatException($"\"{name}\" is missing");

    private static string? Optional(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" is not a string")
            : null;
}
