using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>
/// Parts a known name from the small word that a scraper joined to it when it lost the space behind a link: "Donald Trumpmengatakan", "Rabukahadir".
/// Small letters alone do not show where a name ends, so that both halves must be known: the first as the end of a name, the second as a word that may stand behind one.
/// </summary>
internal sealed class GluedWords
{
    private const int ShortestName = 4;
    private const int ShortestVerb = 6;

    private static readonly WordSet Followers =
    [
        "dan", "yang", "pada", "akan", "juga", "oleh", "saat", "kata", "ujar", "usai", "soal", "untuk", "dengan", "dalam", "dari", "telah", "sudah", "serta", "tidak", "kepada", "ketika", "setelah", "sebagai",
        "hadir", "datang", "tiba", "bersama", "kemudian", "sempat", "selama", "terhadap", "tentang", "hingga", "karena", "namun",
    ];

    private readonly HashSet<string> _ends;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _byLetters;

    public GluedWords(KnowledgeBase knowledge)
    {
        _ends = knowledge.Countries.SelectMany(row => row.Aliases.Append(row.NameId))
            .Concat(knowledge.Persons.SelectMany(row => row.Aliases.Concat(row.Short).Append(row.Name)))
            .Concat(knowledge.Organizations.SelectMany(row => row.Aliases.Append(row.NameId)))
            .Concat(knowledge.Places.SelectMany(row => row.Aliases.Append(row.NameId)))
            .Select(name => Tokenizer.Tokenize(name).FindLast(token => token.IsWord)).Where(token => token.Text is not null && token.IsCapitalized)
            .Select(token => token.Folded).ToHashSet(StringComparer.Ordinal);
        _byLetters = _ends.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The same tokens with every such word in two.</summary>
    public List<Token> Part(List<Token> tokens)
    {
        List<Token>? parted = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (EndOfName(token) is var length and > 0)
            {
                parted ??= tokens[..i];
                var at = token.Start + length;
                parted.Add(new Token(Word.Of(token.Text.AsSpan(0, length)), token.Start, at));
                parted.Add(new Token(Word.Of(token.Text.AsSpan(length)), at, token.End));
            }
            else
            {
                parted?.Add(token);
            }
        }
        return parted ?? tokens;
    }

    // The longest name that leaves a whole word behind it; 0 for a word that is one, or that nothing parts.
    private int EndOfName(Token token)
    {
        var (text, folded) = (token.Text, token.Folded);
        if (!token.IsCapitalized || token.IsAllCaps || text.Length < ShortestName + 3 || folded.Length != text.Length
            || _ends.Contains(folded) || Stemmer.Default.HasRoot(token.Word) || NameLexicon.Default.IsPersonName(token.Word) || Towns.Has(text))
        {
            return 0;
        }
        for (var length = text.Length - 3; length >= ShortestName; length--)
        {
            if (_byLetters.Contains(folded.AsSpan(0, length)) && char.IsLower(text[length]) && MayFollow(Word.Of(text.AsSpan(length))) && !Stemmer.Default.HasRoot(Word.Of(text.AsSpan(0, length))))
            {
                return length;
            }
        }
        return 0;
    }

    private static bool MayFollow(Word word) =>
        Followers.Contains(word) || (word.Text.Length >= ShortestVerb && (word.Folded.StartsWith("me", StringComparison.Ordinal) || word.Folded.StartsWith("ber", StringComparison.Ordinal)
            || word.Folded.StartsWith("di", StringComparison.Ordinal)) && Stemmer.Default.HasRoot(word) && !Stemmer.Default.IsRoot(word));
}
