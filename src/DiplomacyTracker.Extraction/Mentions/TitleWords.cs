using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Words that stand before names and are no part of them: titles of office and forms of address.</summary>
internal sealed class TitleWords
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public TitleWords(KnowledgeBase knowledge)
    {
        foreach (var title in knowledge.Titles.SelectMany(row => row.TitlesId))
        {
            foreach (var token in Tokenizer.Tokenize(title))
            {
                if (token.IsWord && token.Text.Length > 1)
                {
                    _words.Add(NormalForm.Fold(token.Text));
                }
            }
        }
        _words.UnionWith(["mantan", "calon", "para", "luar", "negeri", "bidang", "khusus", "eks", "almarhum", "mendiang", "sang", "kepala", "ketua", "wakil", "jenderal"]);
    }

    public bool IsTitleWord(string folded) => _words.Contains(folded);
}
