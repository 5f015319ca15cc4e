using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>A stretch of one part of an article, cut into tokens once: a paragraph with its mentions and its sentences, as token ranges.</summary>
internal sealed class Passage
{
    public Passage(string text, TextPart part, int start, int end)
        : this(text, part, Tokenizer.Tokenize(text, start, end), null)
    {
    }

    public Passage(string text, TextPart part, List<Token> tokens, List<string>? folded)
    {
        (Part, Text, Tokens, Folded) = (part, text, tokens, folded ?? tokens.ConvertAll(token => token.Folded));
        MentionAt = new Mention?[Tokens.Count];
        QuoteAt = new Quote?[Tokens.Count];
    }

    public TextPart Part { get; }

    public string Text { get; }

    public List<Token> Tokens { get; }

    public List<string> Folded { get; }

    public int Count => Tokens.Count;

    /// <summary>The mention that covers a token.</summary>
    public Mention?[] MentionAt { get; }

    /// <summary>The quotation that a token stands in; its marks belong to it.</summary>
    public Quote?[] QuoteAt { get; }

    public List<Quote> Quotes { get; } = [];

    /// <summary>Sentences as token ranges; a quotation of several sentences lies in one.</summary>
    public List<(int First, int End)> Sentences { get; } = [];

    public TextSpan Span(int first, int end) => new(Part, Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>The words as the article has them.</summary>
    public string Words(int first, int end) => Text[Tokens[first].Start..Tokens[end - 1].End];

    /// <summary>Whether no white space stands between a token and the one before it.</summary>
    public bool IsGlued(int at) => at > 0 && Tokens[at - 1].End == Tokens[at].Start;

    /// <summary>Lays the sentences over the tokens; where a quotation goes on, so does the sentence.</summary>
    public void Cut(IReadOnlyList<TextSpan> sentences, ref int next)
    {
        var first = 0;
        for (var i = 1; i <= Count; i++)
        {
            while (next < sentences.Count && (sentences[next].Part < Part || (sentences[next].Part == Part && sentences[next].End < Tokens[i - 1].End)))
            {
                next++;
            }
            var isEnd = i == Count || (next < sentences.Count && sentences[next].Part == Part && sentences[next].End <= Tokens[i - 1].End);
            if (isEnd && (i == Count || QuoteAt[i - 1] is null || !ReferenceEquals(QuoteAt[i], QuoteAt[i - 1])))
            {
                Sentences.Add((first, i));
                first = i;
            }
        }
    }

    /// <summary>Lays the mentions of this part over the tokens, from a position in their order that the next passage goes on from.</summary>
    public void Lay(IReadOnlyList<Mention> mentions, ref int next)
    {
        var at = 0;
        while (next < mentions.Count && at < Count)
        {
            var span = mentions[next].Span;
            if (span.End <= Tokens[at].Start)
            {
                next++;
                continue;
            }
            if (Tokens[at].End <= span.Start)
            {
                at++;
                continue;
            }
            MentionAt[at++] = mentions[next];
        }
        while (next < mentions.Count && Count > 0 && mentions[next].Span.End <= Tokens[^1].End)
        {
            next++;
        }
    }
}

/// <summary>Words between quotation marks: the tokens inside, and the span without the marks. <paramref name="After"/> is the first token behind them.</summary>
internal sealed record Quote(int First, int End, int After, TextSpan Span, bool IsClosed);
