using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Search;

/// <summary>One word under which an article is found, and where in its text it stands, counted in words from 1.</summary>
public readonly record struct SearchWord(string Word, int Position, TextPart Part);

/// <summary>
/// The words under which an article is found: every word as it stands, and its stem at the same place, so that a phrase can be asked for in either.
/// Names keep their form: the words of mentions, and words with a capital inside a sentence that are no Indonesian words. Stop words only count.
/// </summary>
public static class SearchWords
{
    /// <summary>Raised whenever the same text may give other words.</summary>
    public const string Version = "stems-1";

    private const int LongestWord = 80;

    private static readonly WordSet Stops = WordList.Load("search/stop-words.txt");

    /// <summary>The words of an article in the order of its text, the headline first.</summary>
    /// <param name="mentions">What the article names; their words are not stemmed.</param>
    public static IEnumerable<SearchWord> Of(ArticleText article, IReadOnlyList<Mention> mentions)
    {
        var position = 0;
        foreach (var part in (TextPart[])[TextPart.Headline, TextPart.Body])
        {
            var names = mentions.Where(mention => mention.Span.Part == part).Select(mention => mention.Span).OrderBy(span => span.Start).ToList();
            var name = 0;
            var isStart = true;
            foreach (var token in Tokenizer.Tokenize(article.Of(part)))
            {
                if (!token.IsWord)
                {
                    isStart = isStart || token.Text is "." or "!" or "?" or "\"" or "“" or ":";
                    continue;
                }
                position++;
                while (name < names.Count && names[name].End <= token.Start)
                {
                    name++;
                }
                var isNamed = name < names.Count && names[name].Start <= token.Start;
                foreach (var word in Forms(token.Word, isNamed || (token.IsCapitalized && !isStart && part == TextPart.Body)))
                {
                    yield return new SearchWord(word, position, part);
                }
                isStart = false;
            }
        }
    }

    /// <summary>The forms under which a word that somebody asks for is looked up: as it stands and, where it has one, its stem. Empty for a stop word.</summary>
    public static IReadOnlyList<string> FormsOf(string word) => word.Length == 0 ? [] : [.. Forms(Word.Of(word), isName: false)];

    internal static bool IsStop(Word word) => Stops.Contains(word);

    private static IEnumerable<string> Forms(Word word, bool isName)
    {
        var folded = word.Folded;
        if (folded.Length == 0 || folded.Length > LongestWord || (!isName && Stops.Contains(word)))
        {
            yield break;
        }
        yield return folded;
        if (!isName && Stemmer.Default.Stem(word) is var stem && stem != folded)
        {
            yield return stem;
        }
    }
}
