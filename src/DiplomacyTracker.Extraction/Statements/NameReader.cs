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
    private static readonly HashSet<string> OfficesOfStates = ["presiden", "perdana", "pm", "kanselir", "raja", "menlu", "menhan", "pertahanan", "perunding", "negosiator", "parlemen"];

    // Words that are given names as often.
    private static readonly HashSet<string> GivenNames = WordList.Load("statements/given-names.txt");

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
        var isPair = first + 1 < limit && ReferenceEquals(passage.MentionAt[first + 1], mention);
        while (first > 0 && at - first < LongestName && IsPart(passage, first - 1) && passage.QuoteAt[first - 1] is null && !(isPair && IsBehindOffice(passage, first - 1)))
        {
            first--;
        }
        var run = Names.EndOfRun(passage, at, limit);
        while (end < limit && (ReferenceEquals(passage.MentionAt[end], mention) || (end < run && IsFree(passage, end))))
        {
            end++;
        }
        return (Trim(passage, first, end, placeLike), end);
    }

    /// <summary>The first token of the name in a range: behind titles, states and bodies.</summary>
    public int Trim(Passage passage, int first, int end, IReadOnlySet<string> placeLike)
    {
        var isBehindTitle = first > 0 && (IsTitle(passage.Folded[first - 1]) || IsWord(passage.Folded[first - 1]));
        while (first < end - 1 && (IsTitle(passage.Folded[first]) || (end - first > 2 && Names.IsInstitution(passage.Folded[first])) || !passage.Tokens[first].IsWord || char.IsLower(passage.Tokens[first].Text[0])
            || (isBehindTitle && (_states.Contains(passage.Folded[first]) || (end - first > 2 && passage.Tokens[first].Text.Length > 2 && passage.Tokens[first].IsAllCaps) || (end - first > 2 && IsWord(passage.Folded[first]))))))
        {
            isBehindTitle = true;
            first++;
        }
        var isWithoutState = first > 0 && end - first >= 3 && passage.Tokens[first + 1].IsWord && !_states.Contains(passage.Folded[first - 1]);
        return isWithoutState && (IsOffice(passage, first) || (isBehindTitle && (placeLike.Contains(passage.Folded[first]) || IsLikeState(passage.Folded[first])))) ? first + 1 : first;
    }

    // "Menteri Perdagangan Korvania Lidia Brennec": in front of a whole name and behind an office stands a state that nobody knows.
    private bool IsBehindOffice(Passage passage, int at) => at > 0 && passage.Tokens[at - 1].IsWord && !ReportingWords.Default.IsFollowing(passage.Folded[at - 1])
        && (IsTitle(passage.Folded[at - 1]) || IsWord(passage.Folded[at - 1]) || char.IsLower(passage.Tokens[at - 1].Text[0]));

    private static bool IsLikeState(string folded) =>
        folded.Length >= 6 && (folded.EndsWith("ia", StringComparison.Ordinal) || folded.EndsWith("stan", StringComparison.Ordinal) || folded.EndsWith("land", StringComparison.Ordinal))
        && !NameLexicon.Default.IsPersonName(Word.Of(folded));

    // A capital in front of the mention: the first name that the mention lacks.
    private bool IsPart(Passage passage, int at) =>
        passage.Tokens[at].IsWord && passage.Tokens[at].IsCapitalized && IsFree(passage, at) && !IsTitle(passage.Folded[at]) && !_states.Contains(passage.Folded[at]) && !IsWord(passage.Folded[at])
        && at > 0 && !ReportingWords.IsTime(passage.Folded[at]) && !Names.IsInstitution(passage.Folded[at]);

    private static bool IsFree(Passage passage, int at) => passage.MentionAt[at] is null or { Type: EntityType.Person or EntityType.Place or EntityType.Organization, Link: null or { Known: false } };

    public static bool IsWord(string folded) => !GivenNames.Contains(folded) && (Stemmer.Default.IsRoot(folded) || (folded.Length >= ShortestDerived && Stemmer.Default.Stem(folded) != folded));

    private static bool IsOffice(Passage passage, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 3); i--)
        {
            if (OfficesOfStates.Contains(passage.Folded[i]) || (passage.Folded[i] == "negeri" && i > 1 && passage.Folded[i - 1] == "luar" && passage.Folded[i - 2] == "menteri"))
            {
                return true;
            }
            if (!Stemmer.Default.IsRoot(passage.Folded[i]) && passage.Folded[i] is not ("(" or ")"))
            {
                return false;
            }
        }
        return false;
    }
}
