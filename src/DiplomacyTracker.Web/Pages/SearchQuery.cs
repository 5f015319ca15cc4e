using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;
using NpgsqlTypes;

namespace DiplomacyTracker.Web.Pages;

/// <summary>
/// What a reader types, as a query over the search words: all words must occur, in any form of their stem; words in quotation marks next to each other;
/// words behind a minus not at all; "OR" between two words lets either do.
/// </summary>
internal static class SearchQuery
{
    /// <summary>Null where the words hold nothing to search for.</summary>
    public static NpgsqlTsQuery? Of(string words)
    {
        NpgsqlTsQuery? all = null;
        var (isEither, isNot) = (false, false);
        var tokens = Tokenizer.Tokenize(words);
        for (var i = 0; i < tokens.Count; i++)
        {
            var text = tokens[i].Text;
            var next = text is "\"" or "“" or "”" ? Phrase(tokens, ref i) : tokens[i].IsWord && text != "OR" ? Word(text) : null;
            if (next is null)
            {
                isEither |= text == "OR";
                isNot = text is "-" && (i == 0 || tokens[i - 1].End < tokens[i].Start);
                continue;
            }
            next = isNot ? new NpgsqlTsQueryNot(next) : next;
            all = all is null ? next : isEither ? new NpgsqlTsQueryOr(all, next) : new NpgsqlTsQueryAnd(all, next);
            (isEither, isNot) = (false, false);
        }
        return all;
    }

    // Stop words count as places and are in no index, so that the distance to the next word grows by each.
    private static NpgsqlTsQuery? Phrase(List<Token> tokens, ref int at)
    {
        NpgsqlTsQuery? phrase = null;
        short distance = 1;
        for (at++; at < tokens.Count && tokens[at].Text is not ("\"" or "“" or "”"); at++)
        {
            if (!tokens[at].IsWord)
            {
                continue;
            }
            if (Word(tokens[at].Text) is not { } word)
            {
                distance++;
                continue;
            }
            phrase = phrase is null ? word : new NpgsqlTsQueryFollowedBy(phrase, distance, word);
            distance = 1;
        }
        return phrase;
    }

    // Names are indexed as they stand, other words by their stem as well: whichever this one is, one of its forms is there.
    private static NpgsqlTsQuery? Word(string word) => SearchWords.FormsOf(word)
        .Select(form => (NpgsqlTsQuery)new NpgsqlTsQueryLexeme(form))
        .Aggregate((NpgsqlTsQuery?)null, (either, form) => either is null ? form : new NpgsqlTsQueryOr(either, form));
}
