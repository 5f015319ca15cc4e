using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Words that stand before names and are no part of them: titles of office and forms of address.</summary>
internal sealed class TitleWords
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly WordFilter _filter = new();

    public TitleWords(KnowledgeBase knowledge)
    {
        foreach (var title in knowledge.Titles.SelectMany(row => row.TitlesId))
        {
            foreach (var token in Tokenizer.Tokenize(title))
            {
                if (token.IsWord && token.Text.Length > 1)
                {
                    _words.Add(token.Folded);
                }
            }
        }
        // First names of many, too.
        _words.ExceptWith(["sri", "tan"]);
        _words.UnionWith(["mantan", "calon", "para", "luar", "negeri", "bidang", "khusus", "eks", "almarhum", "mendiang", "sang", "kepala", "ketua", "wakil", "jenderal", "datuk", "dato", "seri", "tun", "ayatollah", "ayatullah", "sir", "lord", "lady", "bapak", "ibu", "pak", "bu", "tuan", "nyonya", "yang", "mulia", "senator", "anggota", "haji", "hajjah", "dr", "prof", "ir", "drs", "juru", "bicara", "pemimpin", "tokoh", "pejabat", "analis", "pengamat", "profesor", "raja", "ratu", "pangeran", "paus", "putra", "mahkota"]);
        foreach (var word in _words)
        {
            _filter.Add(Word.Of(word));
        }
    }

    private static readonly WordSet Offices =
        ["presiden", "menlu", "menteri", "dubes", "pm", "kanselir", "utusan", "jubir", "wapres", "menhan", "menkeu", "gubernur", "sekjen", "dato", "datuk", "brigjen", "mayjen", "letjen", "jenderal", "minister", "president"];

    /// <summary>Whether a word is an office that a person holds, rather than any word of a title.</summary>
    public static bool IsOffice(Word word) => Offices.Contains(word);

    public bool IsTitleWord(string folded) => _words.Contains(folded);

    public bool IsTitleWord(Word word) => _filter.MayHold(word) && _words.Contains(word.Folded);
}
