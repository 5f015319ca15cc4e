using System.Text.Json;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Tests.Extraction;

/// <summary>Strict span and type scores of the extractor over a labelled file; offsets of the labels count code points.</summary>
internal sealed class LabelledNames
{
    private readonly Dictionary<string, int> _right = [];
    private readonly Dictionary<string, int> _found = [];
    private readonly Dictionary<string, int> _labelled = [];
    private int _linked;
    private int _linkable;

    /// <param name="rows">Objects with a text, perhaps publishedAt, and labels.</param>
    /// <param name="labels">The name of the array of labels.</param>
    /// <param name="typeOf">What the labels call our types; null for a type that is not labelled.</param>
    public LabelledNames(IEnumerable<JsonElement> rows, string labels, Func<EntityType, string?> typeOf)
    {
        foreach (var row in rows)
        {
            Add(row, labels, typeOf);
        }
    }

    public LabelledNames(string file, string labels, Func<EntityType, string?> typeOf)
        : this(File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement), labels, typeOf)
    {
    }

    public double F1(string? type = null) => 2.0 * Sum(_right, type) / (Sum(_found, type) + Sum(_labelled, type));

    public double LinkAccuracy => (double)_linked / _linkable;

    private void Add(JsonElement row, string labels, Func<EntityType, string?> typeOf)
    {
        var text = row.GetProperty("text").GetString()!;
        var units = UnitsOf(text);
        DateTimeOffset? at = row.TryGetProperty("publishedAt", out var stamp) && stamp.GetString() is { Length: >= 10 } day
            ? DateTimeOffset.Parse($"{day[..10]}T12:00:00+07:00", System.Globalization.CultureInfo.InvariantCulture)
            : null;
        var ours = new Dictionary<(int, int, string), Mention>();
        foreach (var mention in Some.Tagger.Tag(new ArticleText(null, text, [], at, null)).Mentions)
        {
            if (typeOf(mention.Type) is { } type)
            {
                ours[(mention.Span.Start, mention.Span.End, type)] = mention;
                _found[type] = _found.GetValueOrDefault(type) + 1;
            }
        }
        foreach (var label in row.GetProperty(labels).EnumerateArray())
        {
            var type = label.GetProperty("type").GetString()!;
            _labelled[type] = _labelled.GetValueOrDefault(type) + 1;
            if (ours.TryGetValue((units[label.GetProperty("start").GetInt32()], units[label.GetProperty("end").GetInt32()], type), out var mention))
            {
                _right[type] = _right.GetValueOrDefault(type) + 1;
                AddLink(label, mention);
            }
        }
    }

    private void AddLink(JsonElement label, Mention mention)
    {
        if (mention.Type is not (EntityType.Country or EntityType.Person or EntityType.Place) || !label.TryGetProperty("link", out var link) || link.GetString() is not { } expected)
        {
            return;
        }
        _linkable++;
        var ours = mention.Type switch { EntityType.Country => mention.Link?.Key, EntityType.Place => mention.Link?.Country ?? "-", _ => mention.Link?.Name };
        _linked += ours == expected ? 1 : 0;
    }

    private static List<int> UnitsOf(string text)
    {
        var units = new List<int> { 0 };
        for (var i = 0; i < text.Length; units.Add(i))
        {
            i += char.IsHighSurrogate(text[i]) ? 2 : 1;
        }
        return units;
    }

    private static int Sum(Dictionary<string, int> counts, string? type) => type is null ? counts.Values.Sum() : counts.GetValueOrDefault(type);
}
