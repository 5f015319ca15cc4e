using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>The words of Indonesian reporting: verbs of saying, citing words, the heads of outlets' names. The lists are data files.</summary>
internal sealed class ReportingWords
{
    private readonly WordSet _following = WordSet.Of(WordList.Words("statements/following-verbs.txt").SelectMany(verb => (string[])[verb, verb + "nya"]));
    private readonly WordSet _introducing = WordList.Load("statements/introducing-verbs.txt");
    private readonly WordSet _ofThings = WordList.Load("statements/quoting-verbs.txt");
    private readonly WordSet _citing = WordList.Load("statements/citing-words.txt");
    private readonly WordSet _outletVerbs = WordList.Load("statements/outlet-verbs.txt");
    private readonly WordSet _outletHeads = WordList.Load("statements/outlet-heads.txt");
    private readonly WordSet _outletAttributes = WordList.Load("statements/outlet-attributes.txt");

    public static ReportingWords Default { get; } = new();

    /// <summary>"kata", "ujarnya": what stands behind a quotation.</summary>
    public bool IsFollowing(string folded) => _following.Contains(folded);

    public bool IsFollowing(Word word) => _following.Contains(word);

    /// <summary>"mengatakan": what stands before the words said.</summary>
    public bool IsIntroducing(string folded) => _introducing.Contains(folded);

    public bool IsIntroducing(Word word) => _introducing.Contains(word);

    /// <summary>Whether the verb reports a clause without "bahwa".</summary>
    public bool TakesClause(string folded) => !_ofThings.Contains(folded);

    public bool IsCiting(string folded) => _citing.Contains(folded);

    public bool IsCiting(Word word) => _citing.Contains(word);

    public bool IsOutletVerb(string folded) => _outletVerbs.Contains(folded);

    public bool IsOutletVerb(Word word) => _outletVerbs.Contains(word);

    public bool IsOutletHead(string folded) => _outletHeads.Contains(folded);

    public bool IsOutletHead(Word word) => _outletHeads.Contains(word);

    /// <summary>Whether the words at a token begin the description of an outlet: "kantor berita", "media pemerintah", and not "kantor presiden" or "pemerintah".</summary>
    public bool BeginsOutlet(Passage passage, int at)
    {
        var word = passage.Tokens[at].Word;
        return IsOutletHead(word) && !_outletAttributes.Contains(word) && (word.Folded is not ("kantor" or "lembaga" or "surat") || (at + 1 < passage.Count && IsOutletHead(passage.Folded[at + 1])));
    }

    /// <summary>Days, months and clock words between commas: "…, Rabu (12/11), …".</summary>
    public static bool IsTime(string folded) => folded is "senin" or "selasa" or "rabu" or "kamis" or "jumat" or "sabtu" or "minggu" or "ahad" or "hari" or "pukul" or "kemarin"
        or "januari" or "februari" or "maret" or "april" or "mei" or "juni" or "juli" or "agustus" or "september" or "oktober" or "november" or "desember";
}
