namespace DiplomacyTracker.Extraction.Text;

/// <summary>Cuts blocks into sentences. A sentence never runs over a block's end; abbreviations, initials and numbers do not end one.</summary>
public static class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "muh", "moh", "tb", "abd", "dr", "prof", "ir", "hj", "st", "jl", "no", "tgl", "dll", "dkk", "dsb", "a.n", "u.b", "s.d", "mr", "mrs", "ms", "jr", "sr", "gen", "lt", "sgt", "col",
        "kol", "mayjen", "brigjen", "letjen", "kh", "kab", "prov", "hlm", "vol", "vs", "rp", "us", "d.c", "u.s", "th", "drs", "dra", "bpk", "sdr", "tbk", "inc",
        "ltd", "co", "corp", "pt", "cv", "ma", "jan", "feb", "mar", "apr", "jun", "jul", "agu", "agt", "sep", "okt", "nov", "des",
    };

    private const int LongestSentence = 4000;

    /// <summary>Sentences of headline and body in the order of the text, without surrounding white space.</summary>
    public static List<TextSpan> Split(ArticleText article)
    {
        var sentences = new List<TextSpan>();
        if (article.Headline is { Length: > 0 } headline)
        {
            Add(sentences, TextPart.Headline, headline, 0, headline.Length);
        }
        foreach (var (start, end) in Ranges(article))
        {
            SplitRange(sentences, article.Body, start, end);
        }
        return sentences;
    }

    private static IEnumerable<(int Start, int End)> Ranges(ArticleText article)
    {
        if (article.Blocks.Count > 0)
        {
            foreach (var block in article.Blocks)
            {
                yield return (Math.Clamp(block.Start, 0, article.Body.Length), Math.Clamp(block.End, 0, article.Body.Length));
            }
            yield break;
        }
        var start = 0;
        while (start < article.Body.Length)
        {
            var end = article.Body.IndexOf('\n', start);
            end = end < 0 ? article.Body.Length : end;
            yield return (start, end);
            start = end + 1;
        }
    }

    private static void SplitRange(List<TextSpan> sentences, string text, int start, int end)
    {
        var first = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && Ends(text, i, start, end, out var last))
            {
                Add(sentences, TextPart.Body, text, first, last);
                first = last;
                i = last - 1;
            }
        }
        Add(sentences, TextPart.Body, text, first, end);
    }

    private static bool Ends(string text, int at, int start, int end, out int last)
    {
        last = at + 1;
        while (last < end && text[last] is '.' or '!' or '?' or '"' or '”' or '’' or '\'' or ')')
        {
            last++;
        }
        if (last == end)
        {
            return true;
        }
        var next = last;
        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
        if (next == end)
        {
            return true;
        }
        var begins = char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '"' or '“' or '‘' or '(' or '\'' or '[';
        return next > last && begins && !(text[at] == '.' && IsAbbreviation(text, at, start));
    }

    private static bool IsAbbreviation(string text, int dot, int start)
    {
        var first = dot;
        while (first > start && (char.IsLetter(text[first - 1]) || (text[first - 1] == '.' && dot - first < 6)))
        {
            first--;
        }
        var word = text[first..dot];
        return word.Length == 1 ? char.IsUpper(word[0]) : word.Length is > 1 and < 8 && Abbreviations.Contains(word);
    }

    // No sentence is that long; a text without stops is cut between words, so that nothing takes more than linear time over it.
    private static void Add(List<TextSpan> sentences, TextPart part, string text, int start, int end)
    {
        while (end - start > LongestSentence)
        {
            var cut = text.LastIndexOf(' ', start + LongestSentence - 1, LongestSentence / 2);
            cut = cut < 0 ? start + LongestSentence - (char.IsHighSurrogate(text[start + LongestSentence - 1]) ? 1 : 0) : cut;
            AddTrimmed(sentences, part, text, start, cut);
            start = cut;
        }
        AddTrimmed(sentences, part, text, start, end);
    }

    private static void AddTrimmed(List<TextSpan> sentences, TextPart part, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        if (end > start)
        {
            sentences.Add(new TextSpan(part, start, end));
        }
    }
}
