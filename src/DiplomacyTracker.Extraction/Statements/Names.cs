using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Runs of capitalised words that may be a name nobody knows yet.</summary>
internal static class Names
{
    private static readonly WordSet Institutions =
    [
        "kementerian", "kemlu", "kemenlu", "kemenhan", "kemhan", "badan", "bank", "menteri", "presiden", "wakil", "pemerintah", "dewan", "kepala", "juru", "komisi", "istana", "polisi", "militer", "menlu",
        "menhan", "pm", "perdana", "raja", "ratu", "ketua", "sekretaris", "duta", "dubes", "kedutaan", "kbri", "kjri", "gedung", "departemen", "pentagon", "kremlin", "utusan", "penasihat", "mahkamah",
        "kantor", "lembaga", "universitas", "institut", "instagram", "facebook", "twitter", "telegram", "youtube", "truth", "x", "tiktok", "angkatan", "pasukan", "garda", "partai", "organisasi",
    ];

    /// <summary>Where the capitalised words that begin at a token end; small joining words of names ("bin", "al-", "van") belong to them.</summary>
    public static int EndOfRun(Passage passage, int at, int end)
    {
        var i = at;
        while (i < end && (IsNameToken(passage.Tokens[i]) || (i > at && Joins(passage, i, end))) && passage.QuoteAt[i] is null && !(i > at && ReportingWords.IsTime(passage.Folded[i])))
        {
            // "Seo Yun-garam": behind a hyphen a name may go on in small letters.
            i += i > at && passage.Folded[i] == "-" && i + 1 < end ? 2 : 1;
        }
        return i;
    }

    /// <summary>"Kemlu", "Badan": heads of bodies, which no person's name has in front.</summary>
    public static bool IsInstitution(string folded) => Institutions.Contains(folded);

    /// <summary>Whether the run at a token may name an outlet: no person, state or other body that is known for something else.</summary>
    public static bool MayBeOutlet(Passage passage, int at) =>
        !Institutions.Contains(passage.Tokens[at].Word) && !ReportingWords.IsTime(passage.Folded[at])
        && passage.MentionAt[at] is null or { Type: EntityType.Organization, Link: null or { Known: false } } or { Type: EntityType.Place };

    private static bool IsNameToken(Token token) => token.IsWord && (token.IsCapitalized || (char.IsAsciiDigit(token.Text[0]) && token.Text.Length < 3));

    private static bool Joins(Passage passage, int at, int end)
    {
        if (at + 1 >= end || !passage.Tokens[at + 1].IsWord)
        {
            return false;
        }
        return passage.Folded[at] switch
        {
            "-" or "." or "'" => passage.IsGlued(at) && passage.IsGlued(at + 1),
            "bin" or "binti" or "al" or "van" or "von" or "de" or "der" or "den" or "da" or "dos" or "del" or "della" or "di" or "du" or "la" or "le" or "el" or "ibn" or "of" or "the" =>
                passage.Folded[at] != "di" && (passage.Tokens[at + 1].IsCapitalized || passage.Folded[at + 1] is "der" or "la" or "den"),
            _ => false,
        };
    }
}
