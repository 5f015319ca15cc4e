using System.Text.Json;
using DiplomacyTracker.Extraction.Search;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`explain stem`: the stem that a word is indexed and searched under.</summary>
internal static class ExplainStem
{
    public static object Answer(JsonElement row)
    {
        var word = Rows.Required(row, "word");
        return new { id = Rows.Any(row, "id"), stem = Stemmer.Default.Stem(word) };
    }
}
