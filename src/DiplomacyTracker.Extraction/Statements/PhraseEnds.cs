using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Where the noun phrase of a speaker ends: at a verb, a joining word, a sign, or the place where the speaker speaks.</summary>
internal sealed class PhraseEnds(NameReader names)
{
    private static readonly WordSet Stops =
    [
        "kepada", "dalam", "saat", "ketika", "seusai", "usai", "setelah", "sebelum", "sambil", "seraya", "seperti", "sebagaimana", "dikutip", "dilansir", "dilaporkan", "menurut", "melalui", "lewat",
        "menjelang", "terkait", "soal", "mengenai", "tentang", "yang", "pada", "sebagai", "karena", "jika", "bahwa", "dengan", "sembari", "di tengah", "tetapi", "namun", "sedangkan", "lalu", "kemudian", "juga",
        "merujuk", "mengacu", "menanggapi", "merespons", "mengutip", "demikian", "ke", "sementara", "pun", "sendiri", "tanpa", "hingga", "sejak", "telah", "akan", "sudah", "sempat", "kembali",
    ];

    public bool IsEnd(Passage passage, int at, int first)
    {
        var word = passage.Folded[at];
        return (at > first && IsVerb(passage.Tokens[at])) || Stops.Contains(word) || word is "." or ";" or ":" or "?" or "!" || (passage.Tokens[at].IsCapitalized && ReportingWords.IsTime(word))
            || (word is "-" or "–" or "—" && !passage.IsGlued(at))
            || (at > first && word == "di" && (at + 1 >= passage.Count || passage.Folded[at + 1] is "hadapan" or "depan" or "sela" or "tengah" or "akun" or "platform" or "media" or "x" or "instagram" or "facebook" or "telegram" or "truth" or "twitter" or "youtube" || passage.MentionAt[at + 1] is { Type: EntityType.Place or EntityType.Country }));
    }

    // "Dubes Korval Sanne Iverold menyampaikan": what somebody does is no part of who that is.
    private bool IsVerb(Token token) =>
        token.Text.Length > 5 && token.Text.StartsWith("me", StringComparison.Ordinal) && !names.IsTitle(token.Word) && Stemmer.Default.Stem(token.Word) is var stem && stem != token.Folded && !stem.StartsWith("me", StringComparison.Ordinal);
}
