namespace DiplomacyTracker.Extraction.Text;

/// <summary>The tokens of one article's sentences with their folded forms, cut once for all stages. The lists are shared and stay as they are.</summary>
internal sealed class ArticleTokens
{
    private readonly ArticleText _article;
    private readonly IReadOnlyList<TextSpan> _sentences;
    private readonly Func<List<Token>, List<Token>>? _part;
    private readonly List<Token>[] _tokens;
    private readonly List<string>[] _folded;

    /// <param name="part">Parts words that were joined by mistake; null for none.</param>
    public ArticleTokens(ArticleText article, IReadOnlyList<TextSpan> sentences, Func<List<Token>, List<Token>>? part = null)
    {
        (_article, _sentences, _part) = (article, sentences, part);
        _tokens = new List<Token>[sentences.Count];
        _folded = new List<string>[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            var span = sentences[i];
            _tokens[i] = Cut(article.Of(span.Part), span.Start, span.End);
            _folded[i] = Fold(_tokens[i]);
        }
    }

    public IReadOnlyList<TextSpan> Sentences => _sentences;

    /// <summary>The tokens of a sentence, by its place in the order of sentences.</summary>
    public List<Token> Of(int sentence) => _tokens[sentence];

    public List<string> FoldedOf(int sentence) => _folded[sentence];

    /// <summary>The tokens of a paragraph: those of its sentences, where these end at white space, else cut anew.</summary>
    /// <param name="part">The part that the paragraph stands in.</param>
    /// <param name="start">Where the paragraph begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="sentence">The place of its first sentence or of an earlier one; moved behind its last.</param>
    public (List<Token> Tokens, List<string> Folded) Between(TextPart part, int start, int end, ref int sentence)
    {
        while (sentence < _sentences.Count && (_sentences[sentence].Part < part || (_sentences[sentence].Part == part && _sentences[sentence].Start < start)))
        {
            sentence++;
        }
        var (first, text) = (sentence, _article.Of(part));
        var isApart = first == 0 || _sentences[first - 1].Part != part || _sentences[first - 1].End <= start;
        while (sentence < _sentences.Count && _sentences[sentence].Part == part && _sentences[sentence].End <= end)
        {
            isApart &= IsApart(text, _sentences[sentence].End, end);
            sentence++;
        }
        // A headline of several lines is one sentence of several paragraphs.
        isApart &= sentence == _sentences.Count || _sentences[sentence].Part != part || _sentences[sentence].Start >= end;
        if (!isApart)
        {
            var tokens = Cut(text, start, end);
            return (tokens, Fold(tokens));
        }
        return sentence - first == 1 ? (_tokens[first], _folded[first]) : (Join(_tokens, first, sentence), Join(_folded, first, sentence));
    }

    // A word that ends at white space may still look at what stands behind it, a sign does not.
    private static bool IsApart(string text, int last, int end) => last == end || (char.IsWhiteSpace(text[last]) && !char.IsLetter(text[last - 1]));

    private List<Token> Cut(string text, int start, int end)
    {
        var tokens = Tokenizer.Tokenize(text, start, end);
        return _part?.Invoke(tokens) ?? tokens;
    }

    private static List<string> Fold(List<Token> tokens) => tokens.ConvertAll(token => token.Folded);

    private static List<T> Join<T>(List<T>[] all, int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += all[i].Count;
        }
        var joined = new List<T>(count);
        for (var i = first; i < end; i++)
        {
            joined.AddRange(all[i]);
        }
        return joined;
    }
}
