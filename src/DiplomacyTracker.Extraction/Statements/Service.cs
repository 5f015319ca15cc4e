using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>People who serve others: in "penasihat Presiden Macron" the name is not the speaker's.</summary>
internal static class Service
{
    // Whoever serves somebody: the name behind a second title is the one served ("penasihat Presiden Macron").
    private static readonly WordSet Serving =
    [
        "penasihat", "utusan", "jubir", "bicara", "ajudan", "istri", "suami", "anak", "putra", "putri", "menantu", "pengacara", "hukum", "asisten", "staf", "stafsus", "keluarga", "pendukung", "kubu",
        "kabinet", "pemerintahan", "kantor", "tim", "orang", "rekan", "sekutu", "pembantu", "menteri-menteri", "pihak", "lingkaran", "sumber",
    ];

    private static readonly WordSet Served = ["presiden", "pm", "perdana", "raja", "sultan", "kanselir", "paus", "menteri", "menlu", "menhan", "gubernur", "emir", "pangeran", "pemimpin", "sekjen", "ratu", "kaisar"];

    /// <summary>Whether a name at a token is that of the one served by whom the phrase speaks of.</summary>
    public static bool IsServed(Passage passage, int first, int at)
    {
        var serving = -1;
        for (var i = first; i < at; i++)
        {
            if (Serving.Contains(passage.Tokens[i].Word))
            {
                serving = i;
            }
            else if (serving >= 0 && Served.Contains(passage.Tokens[i].Word))
            {
                return true;
            }
        }
        return false;
    }
}
