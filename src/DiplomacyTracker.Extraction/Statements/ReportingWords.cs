using DiplomacyTracker.Extraction.Search;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>The words of Indonesian reporting: verbs of saying, citing words, the heads of outlets' names. The lists are data files.</summary>
internal sealed class ReportingWords
{
    private readonly FrozenSet<string> _following = WordList.Load("statements/following-verbs.txt");
    private readonly FrozenSet<string> _introducing = WordList.Load("statements/introducing-verbs.txt");
    private readonly FrozenSet<string> _ofThings = WordList.Load("statements/quoting-verbs.txt");
    private readonly FrozenSet<string> _citing = WordList.Load("statements/citing-words.txt");
    private readonly FrozenSet<string> _outletVerbs = WordList.Load("statements/outlet-verbs.txt");
    private readonly FrozenSet<string> _outletHeads = WordList.Load("statements/outlet-heads.txt");
    private readonly FrozenSet<string> _outletAttributes = WordList.Load("statements/outlet-attributes.txt");

    public static ReportingWords Default { get; } = new();

    /// <summary>"kata", "ujarnya": what stands behind a quotation.</summary>
    public bool IsFollowing(string folded) => _following.Contains(folded) || (folded.EndsWith("nya", StringComparison.Ordinal) && _following.Contains(folded[..^3]));

    /// <summary>"mengatakan": what stands before the words said.</summary>
    public bool IsIntroducing(string folded) => _introducing.Contains(folded);

    /// <summary>Whether the verb reports a clause without "bahwa".</summary>
    public bool TakesClause(string folded) => !_ofThings.Contains(folded);

    public bool IsCiting(string folded) => _citing.Contains(folded);

    public bool IsOutletVerb(string folded) => _outletVerbs.Contains(folded);

    public bool IsOutletHead(string folded) => _outletHeads.Contains(folded);

    /// <summary>Whether the words at a token begin the description of an outlet: "kantor berita", "media pemerintah", and not "kantor presiden" or "pemerintah".</summary>
    public bool BeginsOutlet(Passage passage, int at)
    {
        var word = passage.Folded[at];
        return IsOutletHead(word) && !_outletAttributes.Contains(word) && (word is not ("kantor" or "lembaga" or "surat") || (at + 1 < passage.Count && IsOutletHead(passage.Folded[at + 1])));
    }

    /// <summary>Days, months and clock words between commas: "…, Rabu (12/11), …".</summary>
    public static bool IsTime(string folded) => folded is "senin" or "selasa" or "rabu" or "kamis" or "jumat" or "sabtu" or "minggu" or "ahad" or "hari" or "pukul" or "kemarin"
        or "januari" or "februari" or "maret" or "april" or "mei" or "juni" or "juli" or "agustus" or "september" or "oktober" or "november" or "desember";
}
