namespace DiplomacyTracker.Extraction.Text;

/// <summary>Cuts a text into words and signs in one pass.</summary>
public static class Tokenizer
{
    private const int LongestWord = 80;

    public static List<Token> Tokenize(string text) => Tokenize(text, 0, text.Length);

    /// <summary>Tokens between two offsets; their offsets count from the start of the text.</summary>
    public static List<Token> Tokenize(string text, int start, int end)
    {
        var tokens = new List<Token>((end - start) / 5);
        for (var i = start; i < end;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                i++;
            }
            else if (char.IsLetterOrDigit(c))
            {
                var last = EndOfWord(text, i, end);
                tokens.Add(new Token(Word.Of(text.AsSpan(i, last - i)), i, last));
                i = last;
            }
            else
            {
                var length = char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                tokens.Add(new Token(Word.Of(text.AsSpan(i, length)), i, i + length));
                i += length;
            }
        }
        return tokens;
    }

    // A capital after a small letter begins a new word where a scraper lost the space between a link and its neighbour
    // ("antaraIrandanIsrael", "PendudukanPada"); names that are written so ("McDonald", "iPhone") stay whole.
    private static int EndOfWord(string text, int start, int end)
    {
        var i = start + 1;
        for (; i < end && i - start < LongestWord; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c))
            {
                continue;
            }
            if (char.IsLetterOrDigit(c) || IsMark(c))
            {
                // "Senegal10": an item's number that lost the line's end before it; "G20" and "B2B" stay whole.
                if (char.IsDigit(c) && i - start >= 3 && char.IsLetter(text[i - 1]) && char.IsUpper(text[start]))
                {
                    break;
                }
                if (char.IsUpper(c) && char.IsLower(text[i - 1]) && i - start >= 4 && i + 2 < end && char.IsLower(text[i + 1]))
                {
                    break;
                }
                continue;
            }
            var joins = c is '\'' or '’' && i + 1 < end && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]);
            if (!joins)
            {
                break;
            }
        }
        return i;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
