using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>A sentence ready for finding: its tokens, their folded forms, and the known names in it.</summary>
internal sealed record SentenceTokens(TextSpan Span, List<Token> Tokens, List<string> Folded, List<GazetteerMatch> Known)
{
    private NamesByToken? _knownAt;

    /// <summary>The words of some tokens as they are written, with single spaces, in a buffer that the next call takes over.</summary>
    public ReadOnlySpan<char> Words(int first, int count, ref char[] buffer)
    {
        var length = 0;
        for (var i = first; i < first + count; i++)
        {
            var word = Tokens[i].Text;
            if (length + word.Length + 1 > buffer.Length)
            {
                Array.Resize(ref buffer, 2 * (length + word.Length + 1));
            }
            if (i > first)
            {
                buffer[length++] = ' ';
            }
            word.CopyTo(buffer.AsSpan(length));
            length += word.Length;
        }
        return buffer.AsSpan(0, length);
    }

    /// <summary>The known names by the token that they begin at.</summary>
    public NamesByToken KnownAt => _knownAt ??= new NamesByToken(Known, Tokens.Count);

    /// <summary>The known name that covers a token.</summary>
    public GazetteerMatch? KnownOver(int token)
    {
        var (low, high) = (0, Known.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var match = Known[middle];
            if (match.First > token)
            {
                high = middle - 1;
            }
            else if (match.First + match.Count <= token)
            {
                low = middle + 1;
            }
            else
            {
                return match;
            }
        }
        return null;
    }

    /// <summary>The known name whose last token stands before another.</summary>
    public GazetteerMatch? KnownBefore(int end) => end > 0 && KnownOver(end - 1) is { } match && match.First + match.Count == end ? match : null;

    /// <summary>Whether the word before a token is said once more behind a hyphen: "Negara-negara", "Detik-detik".</summary>
    public bool IsSaidTwice(int end) => end > 0 && end + 1 < Tokens.Count && Tokens[end].Text == "-" && Tokens[end].Start == Tokens[end - 1].End && Folded[end + 1] == Folded[end - 1];

    /// <summary>Whether the name that begins at a token is that of an embedded player: "[Gambas:Video CNN]".</summary>
    public bool IsPlayer(int first) => first > 2 && Folded[first - 1] == "video" && Folded[first - 3] == "gambas";

    /// <summary>Written like a headline: most words of some length begin with a capital.</summary>
    public bool IsTitleCase { get; } = IsWrittenLikeTitle(Tokens);

    private static bool IsWrittenLikeTitle(List<Token> tokens)
    {
        if (tokens.Count == 0 || tokens[^1].Text is ".")
        {
            return false;
        }
        var (capitalized, longer) = (0, 0);
        foreach (var token in tokens)
        {
            capitalized += token.IsCapitalized ? 1 : 0;
            longer += token.IsWord && token.Text.Length > 3 ? 1 : 0;
        }
        return capitalized * 10 >= longer * 7;
    }
}

/// <summary>Runs gazetteer and sequence model over one sentence.</summary>
internal sealed class NameTagger(Gazetteer gazetteer, TitleWords titles)
{
    public SentenceTokens Read(string text, TextSpan span)
    {
        var tokens = Tokenizer.Tokenize(text, span.Start, span.End);
        return Read(span, tokens, tokens.ConvertAll(token => token.Folded));
    }

    public SentenceTokens Read(TextSpan span, List<Token> tokens, List<string> folded)
    {
        var known = new List<GazetteerMatch>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsWord && gazetteer.Longest(tokens, folded, i) is { } match)
            {
                known.Add(match);
                i += match.Count - 1;
            }
        }
        return new SentenceTokens(span, tokens, folded, known);
    }

    /// <summary>What the gazetteer says of each token, as the small number that the model's features take.</summary>
    public byte[] KnownClasses(SentenceTokens sentence)
    {
        var classes = new byte[sentence.Tokens.Count];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = titles.IsTitleWord(sentence.Tokens[i].Word) ? (byte)20 : (byte)0;
        }
        foreach (var match in sentence.Known)
        {
            var first = match.Entries[0];
            var kind = first.IsShort ? 9 : first.Type switch
            {
                EntityType.Country => 1,
                EntityType.Place => 3,
                EntityType.Organization => 5,
                EntityType.Person => 7,
                _ => 11,
            };
            classes[match.First] = (byte)kind;
            for (var i = 1; i < match.Count; i++)
            {
                classes[match.First + i] = (byte)(kind + 1);
            }
        }
        return classes;
    }
}
