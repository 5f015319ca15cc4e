using System.Globalization;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>The words under which an article is found, as PostgreSQL writes a tsvector; the headline's weigh more.</summary>
internal static class SearchVector
{
    // A tsvector may not exceed 1 MB; no article of the press comes near this length.
    private const int MostCharacters = 200_000;

    // A lexeme keeps 256 places, and a place counts to 16383: more than that says nothing to a ranking.
    private const int MostPlaces = 255;
    private const int LastPlace = 16383;

    public static string Of(TaggedRow row)
    {
        var text = TagStage.TextOf(row.Article);
        var words = SearchWords.Of(text with { Body = text.Body.Length <= MostCharacters ? text.Body : text.Body[..MostCharacters] }, row.Tagged.Mentions);
        return string.Join(' ', words.GroupBy(word => word.Word, StringComparer.Ordinal).Select(Lexeme));
    }

    private static string Lexeme(IGrouping<string, SearchWord> places)
    {
        var positions = string.Join(',', places.Where(place => place.Position <= LastPlace).Take(MostPlaces)
            .Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Position}{(place.Part == TextPart.Headline ? 'A' : 'B')}")));
        return $"'{places.Key.Replace("'", "''", StringComparison.Ordinal)}'{(positions.Length > 0 ? ":" : "")}{positions}";
    }
}
