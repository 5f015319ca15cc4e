using DiplomacyTracker.Extraction.Knowledge;

namespace DiplomacyTracker.Web.Text;

/// <summary>Names of countries in the language of the request.</summary>
public sealed class CountryNames(Language language)
{
    private static readonly Dictionary<string, CountryRow> Rows = KnowledgeBase.Default.Countries.ToDictionary(row => row.Code);

    public string Of(string code) => Rows.TryGetValue(code, out var row) ? language[row.NameId, row.NameEn] : code;
}
