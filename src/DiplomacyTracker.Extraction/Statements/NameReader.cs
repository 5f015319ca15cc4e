using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>
/// Sets the ends of a person's name: the words that belong to it and were left out ("van Aldenhove", "-Koroma"), and the titles and states that do not.
/// </summary>
internal sealed class NameReader
{
    private const int LongestName = 8;

    // "Hakan" is a name and no form of "hak".
    private const int ShortestDerived = 7;

    // Who held these offices in Indonesia is on record, so that an unknown name behind one of them begins with its state.
    private static readonly WordSet OfficesOfStates = ["presiden", "perdana", "pm", "kanselir", "raja", "menlu", "menhan", "pertahanan", "perunding", "negosiator", "parlemen"];

    // Words that are given names as often.
    private static readonly WordSet GivenNames = WordList.Load("statements/given-names.txt");

    // The second words of states: "Korea Selatan", "Britania Raya".
    private static readonly WordSet SecondWords = ["raya", "selatan", "utara", "timur", "barat", "tengah", "baru", "bersatu", "serikat"];

    private static readonly WordSet Ranks =
        ["laksamana", "jenderal", "jendral", "marsekal", "kolonel", "mayor", "letnan", "kapten", "komodor", "brigadir", "sersan", "profesor", "prof", "dr", "mayjen", "letjen", "brigjen", "irjen", "komjen", "panglima", "uskup", "kardinal"];

    private readonly TitleWords _titles;
    private readonly HashSet<string> _states = new(StringComparer.Ordinal);

    public NameReader(KnowledgeBase knowledge)
    {
        _titles = new TitleWords(knowledge);
        foreach (var name in knowledge.Countries.SelectMany(row => (IEnumerable<string>)[row.NameId, row.NameEn, .. row.Aliases, .. row.Abbreviations, .. row.Demonyms]))
        {
            _states.UnionWith(Tokenizer.Tokenize(name).Where(token => token.IsWord).Select(token => NormalForm.Fold(token.Text)).Where(word => !Stemmer.Default.IsRoot(word)));
        }
        _states.UnionWith(knowledge.Places.Where(row => !row.IsCommonWord && !row.NameId.Contains(' ', StringComparison.Ordinal)).Select(row => NormalForm.Fold(row.NameId)));
    }

    public bool IsTitle(string folded) => _titles.IsTitleWord(folded);

    public bool IsTitle(Word word) => _titles.IsTitleWord(word);

    /// <summary>The name around a token of a mention of a person, as token range; words that are no name stay outside.</summary>
    public (int First, int End) Around(Passage passage, int at, int limit, IReadOnlySet<string> placeLike)
    {
        var (first, end) = (at, at + 1);
        var mention = passage.MentionAt[at];
        while (first > 0 && ReferenceEquals(passage.MentionAt[first - 1], mention))
        {
            first--;
        }
        if (mention?.Link is { Known: true } && passage.Tokens[first].IsCapitalized)
        {
            while (end < limit && ReferenceEquals(passage.MentionAt[end], mention))
            {
                end++;
            }
            return (first, end);
        }
        var isPair = first + 1 < limit && ReferenceEquals(passage.MentionAt[first + 1], mention) && passage.Folded[first + 1] != "-";
        while (first > 0 && at - first < LongestName && IsPart(passage, first - 1) && passage.QuoteAt[first - 1] is null && !(isPair && IsBehindOffice(passage, first - 1)))
        {
            first--;
        }
        var run = Names.EndOfRun(passage, at, limit);
        while (end < limit && (ReferenceEquals(passage.MentionAt[end], mention) || (end < run && IsFree(passage, end) && (passage.Folded[end - 1] == "-" || !IsWord(passage.Tokens[end].Word)))))
        {
            end++;
        }
        // "Kasmann Ungkap Alasan Mundur": in a headline a verb ends the name.
        var verb = passage.Tokens.FindIndex(at + 1, end - at - 1, token => ReportingWords.Default.IsFollowing(token.Word) && IsWord(token.Word));
        end = verb > 0 ? verb : end;
        return (Trim(passage, first, end, placeLike), end);
    }

    /// <summary>The first token of the name in a range: behind titles, states and bodies.</summary>
    public int Trim(Passage passage, int first, int end, IReadOnlySet<string> placeLike)
    {
        var isBehindTitle = first > 0 && (IsTitle(passage.Tokens[first - 1].Word) || IsWord(passage.Tokens[first - 1].Word));
        while (first < end - 1 && (IsTitle(passage.Tokens[first].Word) || (end - first > 2 && Names.IsInstitution(passage.Folded[first])) || !passage.Tokens[first].IsWord || char.IsLower(passage.Tokens[first].Text[0])
            || (isBehindTitle && (_states.Contains(passage.Folded[first]) || passage.Folded[first] is "ii" or "iii" || (end - first > 2 && passage.Tokens[first].Text.Length > 2 && passage.Tokens[first].IsAllCaps) || (end - first > 2 && IsWord(passage.Tokens[first].Word))))))
        {
            isBehindTitle = true;
            first++;
        }
        // "Menteri Pertahanan Ostrava Jenderal Pieter Kolmund": the name begins behind the last title.
        for (var i = end - 2; i > first; i--)
        {
            if (Ranks.Contains(passage.Tokens[i].Word) || TitleWords.IsOffice(passage.Tokens[i].Word))
            {
                return i + 1;
            }
        }
        // "Presiden Ostrava Raya Milan Dorvak": a state of two words.
        if (isBehindTitle && end - first >= 4 && SecondWords.Contains(passage.Tokens[first + 1].Word))
        {
            return first + 2;
        }
        var isWithoutState = first > 0 && WordsIn(passage, first, end) >= 3 && passage.Tokens[first + 1].IsWord && !_states.Contains(passage.Folded[first - 1]);
        return isWithoutState && (IsOffice(passage, first) || (isBehindTitle && (placeLike.Contains(passage.Folded[first]) || IsLikeState(passage.Folded[first]) || IsForeignOffice(passage, first)))) ? first + 1 : first;
    }

    // "Piet van Aldenhove" and "Holly Brandvold-Pace" have two words, as names go.
    private static int WordsIn(Passage passage, int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
        {
            words += passage.Tokens[i].IsCapitalized && !(i > first && passage.Folded[i - 1] is "-" or "." or "van" or "von" or "de" or "bin" or "binti") ? 1 : 0;
        }
        return words;
    }

    // "Menteri Perdagangan Korvania Lidia Brennec": in front of a whole name and behind an office stands a state that nobody knows.
    private bool IsBehindOffice(Passage passage, int at) => at > 0 && passage.Tokens[at - 1].IsWord && !ReportingWords.Default.IsFollowing(passage.Tokens[at - 1].Word)
        && (IsTitle(passage.Tokens[at - 1].Word) || IsWord(passage.Tokens[at - 1].Word) || char.IsLower(passage.Tokens[at - 1].Text[0]));

    // "Menteri Kesehatan Dagosta Imara Nwosiki": who held these offices in Indonesia is on record as well.
    private static bool IsForeignOffice(Passage passage, int first)
    {
        var isOffice = false;
        for (var i = first - 1; i >= Math.Max(0, first - 5) && passage.Tokens[i].IsWord; i--)
        {
            if (passage.Folded[i] is "ri" or "indonesia")
            {
                return false;
            }
            isOffice |= passage.Folded[i] is "menteri" or "dubes" || Bodies.IsHead(passage.Tokens[i].Word) || (passage.Folded[i] == "besar" && i > 0 && passage.Folded[i - 1] == "duta");
        }
        return isOffice && !NameLexicon.Default.IsPersonName(passage.Tokens[first].Word);
    }

    private static bool IsLikeState(string folded) =>
        folded.Length >= 6 && (folded.EndsWith("ia", StringComparison.Ordinal) || folded.EndsWith("stan", StringComparison.Ordinal) || folded.EndsWith("land", StringComparison.Ordinal))
        && !NameLexicon.Default.IsPersonName(Word.Of(folded));

    // A capital in front of the mention: the first name that the mention lacks.
    private bool IsPart(Passage passage, int at) =>
        passage.Tokens[at].IsWord && passage.Tokens[at].IsCapitalized && IsFree(passage, at) && !IsTitle(passage.Tokens[at].Word) && !_states.Contains(passage.Folded[at])
        // "kata Dana Holcomb": behind a small word that is no title begins a name, whatever else its first word means.
        && (!IsWord(passage.Tokens[at].Word) || (at > 0 && passage.Tokens[at - 1].IsWord && !passage.Tokens[at - 1].IsCapitalized && !IsTitle(passage.Tokens[at - 1].Word)))
        && at > 0 && !ReportingWords.IsTime(passage.Folded[at]) && !Names.IsInstitution(passage.Folded[at]);

    private static bool IsFree(Passage passage, int at) => passage.MentionAt[at] is null or { Type: EntityType.Person or EntityType.Place or EntityType.Organization, Link: null or { Known: false } };

    public static bool IsWord(Word word) =>
        !GivenNames.Contains(word) && (Stemmer.Default.IsRoot(word) || (word.Folded.Length >= ShortestDerived && Stemmer.Default.Stem(word) != word.Folded));

    /// <summary>Whether a mention of a person covers a token; plain words in a headline's capitals are none ("Ungkap Alasan Mundur").</summary>
    public static bool IsPerson(Passage passage, int at) =>
        passage.MentionAt[at] is { Type: EntityType.Person } mention && (mention.Link is { Known: true } || HasName(passage, at, mention));

    private static bool HasName(Passage passage, int at, Mention mention)
    {
        while (at > 0 && ReferenceEquals(passage.MentionAt[at - 1], mention))
        {
            at--;
        }
        while (at < passage.Count && ReferenceEquals(passage.MentionAt[at], mention) && IsPlainWord(passage.Tokens[at]))
        {
            at++;
        }
        return at < passage.Count && ReferenceEquals(passage.MentionAt[at], mention);
    }

    private static bool IsPlainWord(Token token) =>
        !GivenNames.Contains(token.Folded) && !NameLexicon.Default.IsPersonName(token.Word) && (Stemmer.Default.IsRoot(token.Word) || Stemmer.Default.Stem(token.Word) != token.Folded);

    private static bool IsOffice(Passage passage, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 3); i--)
        {
            if (OfficesOfStates.Contains(passage.Tokens[i].Word) || (passage.Folded[i] == "negeri" && i > 1 && passage.Folded[i - 1] == "luar" && passage.Folded[i - 2] == "menteri"))
            {
                return true;
            }
            if (!Stemmer.Default.IsRoot(passage.Tokens[i].Word) && passage.Folded[i] is not ("(" or ")"))
            {
                return false;
            }
        }
        return false;
    }
}
